"""Template files: TOML in, Template out. A wrong file gets all its faults with their lines, and none of it is used."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from app.domain.programme.explain import Words
from app.domain.receipt.blocks import Bars, Buzz, Code, Divider, Logo, Space
from app.domain.receipt.forms import PARTS, Form
from app.domain.receipt.template import Entry, Part, Template, Text

_ENTRIES, _WORDS = "slip", "words"
_PLAIN: Mapping[str, Entry] = {"logo": Logo(), "rule": Divider(), "space": Space(), "buzz": Buzz()}
_MOST_BLANK_LINES = 20
_LONGEST_CODE = 1_000


class Problem(Enum):
    """What is wrong with a template file. `found` is what stands there, `allowed` what could."""

    NOT_TOML = "not_toml"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_PART = "unknown_part"
    UNKNOWN_WORD = "unknown_word"
    NO_ENTRIES = "no_entries"
    NOT_TEXT = "not_text"
    NOT_YES_NO = "not_yes_no"
    NOT_LINES = "not_lines"
    NOT_BARS = "not_bars"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """One mistake: its line (from 1), what is wrong, what stands there, and what could stand there."""

    line: int
    problem: Problem
    found: str = ""
    allowed: tuple[str, ...] = ()


class TemplateInvalid(Exception):
    """A template file that cannot be used, with every mistake found."""

    def __init__(self, faults: Sequence[TemplateFault]) -> None:
        super().__init__("; ".join(f"line {fault.line}: {fault.problem.value} {fault.found}" for fault in faults))
        self.faults = tuple(faults)


def read_template(text: str, form: Form, words: Mapping[str, Words]) -> Template:
    """The template in a file's text for `form`; `words` are the product's own, by language. Raises TemplateInvalid."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as broken:
        raise TemplateInvalid((_toml_fault(str(broken), text),)) from broken
    reader = _Reader(text, form, words)
    template = reader.template(table)
    if reader.faults:
        raise TemplateInvalid(sorted(reader.faults, key=lambda fault: fault.line))
    return template


class _Reader:
    """Goes through a whole file and collects the faults instead of stopping at the first."""

    def __init__(self, text: str, form: Form, words: Mapping[str, Words]) -> None:
        self._text = text
        self._parts = PARTS[form]
        self._words = words
        self._lines = list(_element_lines(text))
        self.faults: list[TemplateFault] = []

    def template(self, table: Mapping[str, object]) -> Template:
        for key in table.keys() - {_ENTRIES, _WORDS}:
            self._note(self._line_of(key), Problem.UNKNOWN_KEY, key, (_ENTRIES, _WORDS))
        entries = table.get(_ENTRIES)
        if not isinstance(entries, list) or not entries:
            self._note(self._line_of(_ENTRIES), Problem.NO_ENTRIES, "", self._parts)
            entries = []
        read = [self._entry(found, line) for found, line in zip(entries, self._lines, strict=False)]
        return Template(tuple(entry for entry in read if entry is not None), self._own_words(table.get(_WORDS, {})))

    def _entry(self, found: object, line: int) -> Entry | None:
        if isinstance(found, str):
            if found in _PLAIN:
                return _PLAIN[found]
            if found in self._parts:
                return Part(found)
        elif isinstance(found, dict):
            return self._special(found, line)
        self._note(line, Problem.UNKNOWN_PART, str(found), (*self._parts, *_PLAIN))
        return None

    def _special(self, found: Mapping[str, object], line: int) -> Entry | None:
        """A table in place of a name: `{ space = 2 }`, `{ qr = "…" }`, `{ barcode = "…" }`, or words by language."""
        match dict(found):
            case {"space": int(lines), **rest} if not rest and not isinstance(lines, bool):
                if 1 <= lines <= _MOST_BLANK_LINES:
                    return Space(lines)
                self._note(line, Problem.NOT_LINES, str(lines), (f"1-{_MOST_BLANK_LINES}",))
            case {"qr": str(text), **rest} if not rest and 0 < len(text.encode()) <= _LONGEST_CODE:
                return Code(text)
            case {"barcode": str(text), **rest} if not rest:
                if text and text.isascii() and text.isprintable():
                    return Bars(text)
                self._note(line, Problem.NOT_BARS, text)
            case _:
                return self._shops_words(found, line)
        return None

    def _shops_words(self, found: Mapping[str, object], line: int) -> Entry | None:
        allowed = (*self._words, "bold", "big")
        faults = len(self.faults)
        for key, value in found.items():
            if key in self._words:
                if not isinstance(value, str):
                    self._note(line, Problem.NOT_TEXT, key)
            elif key not in allowed:
                self._note(line, Problem.UNKNOWN_KEY, key, (*allowed, "space", "qr", "barcode"))
            elif not isinstance(value, bool):
                self._note(line, Problem.NOT_YES_NO, key, ("true", "false"))
        words = {key: str(value) for key, value in found.items() if key in self._words}
        if not words and len(self.faults) == faults:
            self._note(line, Problem.UNKNOWN_KEY, "", (*allowed, "space", "qr", "barcode"))
        if len(self.faults) > faults:
            return None
        return Text(words, is_bold=bool(found.get("bold")), is_big=bool(found.get("big")))

    def _own_words(self, found: object) -> dict[str, Words]:
        """`[words.zh_CN.slip]`, then `total = "应收"`: the same shape as the product's own files of words."""
        own: dict[str, Words] = {}
        for language, tables in (found if isinstance(found, dict) else {_WORDS: None}).items():
            if language not in self._words or not isinstance(tables, dict):
                self._note(self._line_of(language), Problem.UNKNOWN_KEY, language, tuple(self._words))
                continue
            own[language] = dict(self._flat(tables, self._words[language]))
        return own

    def _flat(self, tables: Mapping[str, object], known: Words) -> Iterator[tuple[str, str]]:
        for table, rows in tables.items():
            for key, value in (rows if isinstance(rows, dict) else {"": rows}).items():
                name = f"{table}.{key}".rstrip(".")
                if name not in known:
                    same = tuple(sorted(word for word in known if word.startswith("slip.")))
                    self._note(self._line_of(key or table), Problem.UNKNOWN_WORD, name, same)
                elif not isinstance(value, str):
                    self._note(self._line_of(key), Problem.NOT_TEXT, name)
                else:
                    yield name, value

    def _note(self, line: int, problem: Problem, found: str, allowed: tuple[str, ...] = ()) -> None:
        self.faults.append(TemplateFault(line, problem, found, allowed))

    def _line_of(self, key: str) -> int:
        """The first line that begins with `key` or has it in a table's head; 1 where it stands nowhere."""
        pattern = re.compile(rf"""\s*(?:\[[^\]]*)?["']?{re.escape(key)}["']?\s*[=.\]]""")
        lines = enumerate(self._text.splitlines(), start=1)
        return next((number for number, line in lines if pattern.match(line)), 1)


_TOKEN = re.compile(r"""#[^\n]*|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\[\]{},]|\n|[^\s\[\]{},#"']+""")


def _element_lines(text: str) -> Iterator[int]:
    """The line of each element of `slip = [ … ]`; TOML's own reader does not tell."""
    start = re.search(rf"^\s*{_ENTRIES}\s*=\s*\[", text, re.MULTILINE)
    if start is None:
        return
    line, depth, expects = text.count("\n", 0, start.end()) + 1, 1, True
    for token in _TOKEN.findall(text, start.end()):
        if token == "\n":
            line += 1
        elif token.startswith("#"):
            continue
        elif token == ",":
            expects = expects or depth == 1
        else:
            if token in "]}":
                depth -= 1
                if not depth:
                    return
            if expects:
                yield line
                expects = False
            if token in "[{":
                depth += 1


_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


def _toml_fault(message: str, text: str) -> TemplateFault:
    """The TOML reader's own words, with its line taken out of them."""
    found = _AT_LINE.search(message)
    line = int(found.group(1)) if found else text.count("\n") + 1
    return TemplateFault(line, Problem.NOT_TOML, _AT_LINE.sub("", message).removesuffix(" (at end of document)"))
