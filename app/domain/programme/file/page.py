"""`docs/programme-format.md`, written from the declarations: every part with its keys, and a worked example."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.programme.file.schema import Property, parts, programme_schema, references

_BLOCK = re.compile(r"^\[+([a-z_]+)[\].]", re.MULTILINE)
_KIND = re.compile(r'^kind = "([a-z_]+)"', re.MULTILINE)
_SHOWS = re.compile(r"^#: (.+)\n", re.MULTILINE)


def format_page(introduction: str, example: str) -> str:
    """The page: `introduction` (Markdown), then every part; `example` is a programme file that shows each of them."""
    page = _Page(_examples(example))
    return "\n".join([introduction.rstrip(), "", *page.lines()]).rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """The generated chapters. `examples`: the texts of the example file by `key`, `key:kind` or part."""

    examples: Mapping[str, str]

    def lines(self) -> Iterable[str]:
        top = programme_schema()
        yield from ("## The file", "", str(top["description"]), "", *_table(top))
        yield from self._example("(top)")
        shared = _shared(top)
        for key, declared in top["properties"].items():
            names = [name for name in references(declared) if "properties" in parts()[name]]
            if names:
                yield from ("", f"## `{key}`", "", str(declared.get("description", "")))
                for name in names:
                    yield from self._part(name, f"{key}:{_kind(name)}" if len(names) > 1 else key, shared, "###")
        yield from ("", "## Parts used in many places")
        for name in sorted(shared):
            yield from self._part(name, name, shared, "###")

    def _part(self, name: str, example: str, shared: frozenset[str], mark: str) -> Iterable[str]:
        part = parts()[name]
        yield from ("", f'{mark} <a id="{name.lower()}"></a>{_title(name)}', "", str(part["description"]), "")
        yield from _table(part)
        yield from self._example(example)
        for inner in dict.fromkeys(references(part)):
            if inner not in shared and "properties" in parts()[inner]:
                yield from self._part(inner, inner, shared, mark + "#")

    def _example(self, key: str) -> Iterable[str]:
        if key in self.examples:
            yield from ("", "```toml", self.examples[key], "```")


def _examples(text: str) -> Mapping[str, str]:
    """The example's blocks: `#: Part, Part` above a block says which parts it shows besides its own."""
    found: dict[str, str] = {}
    for block in re.split(r"\n{2,}(?=(?:#[^\n]*\n)*\[)", text.strip()):
        plain = _SHOWS.sub("", block).strip()
        head, kind = _BLOCK.search(plain), _KIND.search(plain)
        name = head.group(1) if head and not plain.startswith("format") else "(top)"
        keys = [f"{name}:{kind.group(1)}"] if kind and name == "promotions" else [name]
        keys += [key.strip() for line in _SHOWS.findall(block) for key in line.split(",")]
        for key in keys:
            found[key] = f"{found[key]}\n\n{plain}" if key in found and key == name else found.get(key, plain)
    return found


def _shared(top: Property) -> frozenset[str]:
    """Parts that more than one other part speaks of."""
    homes: dict[str, set[str]] = {}
    for home, part in (("", top), *parts().items()):
        for name in references(part):
            homes.setdefault(name, set()).add(home)
    return frozenset(name for name, where in homes.items() if len(where) > 1 and "properties" in parts()[name])


def _kind(name: str) -> str:
    return str(parts()[name]["properties"].get("kind", {}).get("const", ""))


def _title(name: str) -> str:
    words = re.sub(r"(?<!^)([A-Z])", r" \1", name)
    return words.capitalize()


def _table(part: Property) -> Sequence[str]:
    rows = ["| key | what stands there | if left out | meaning |", "| --- | --- | --- | --- |"]
    required = part.get("required", ())
    for key, declared in part["properties"].items():
        default = declared.get("default", "")
        absent = "must be said" if key in required else f"`{_plain(default)}`" if default != "" else ""
        rows.append(f"| `{key}` | {_said(declared)} | {absent} | {declared.get('description', '')} |")
    return rows


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).removesuffix(".0")


def _said(declared: Property) -> str:
    """What may stand there, in words."""
    if "items" in declared:
        return f"list of: {_said(declared['items'])}"
    if choices := declared.get("oneOf") or declared.get("anyOf"):
        said = [_said(choice) for choice in choices if choice.get("const") != ""]
        return " or ".join(dict.fromkeys(said))
    if "$ref" in declared:
        return _named(next(iter(references(declared))))
    if "enum" in declared:
        return ", ".join(f"`{choice}`" for choice in declared["enum"] if choice)
    if "const" in declared:
        return f"`{declared['const']}`"
    return _simple(declared)


def _named(name: str) -> str:
    part = parts()[name]
    return f"[{_title(name)}](#{name.lower()})" if "properties" in part else _said(part)


_BY_PATTERN = {
    r"^\d+(\.\d{1,2})?$": 'amount: `"12.50"`',
    "^[a-z0-9]": "id",
    r"^\d{4}": 'date: `"2026-05-01"`',
    "^(0[1-9]|1[0-2])-": 'day: `"12-25"`',
    "^([01]": 'time: `"18:30"`',
    "^[A-Z]{3}": 'currency: `"CNY"`',
    "^(#": 'colour: `"#c9a227"`',
}


def _simple(declared: Property) -> str:
    pattern = declared.get("pattern")
    if pattern:
        return next(words for begins, words in _BY_PATTERN.items() if pattern.startswith(begins))
    if declared["type"] == "object":
        return '`{ zh_CN = "…", en = "…" }`'
    return {"integer": "whole number", "number": "per cent", "boolean": "`true`, `false`", "string": "text"}[
        declared["type"]
    ]
