"""Mistakes in single keys and values: the validator's errors, told in the file's own words."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.programme.file.faults import Fault, FaultCode
from app.domain.programme.file.positions import Path, value_at

_QUOTED = re.compile(r"'([^']+)'")
_BY_PATTERN = (
    (r"^\d+(\.", FaultCode.AMOUNT),
    (r"^\d{4}-", FaultCode.DAY),
    (r"^(0[1-9]|1[0-2])-", FaultCode.DAY_OF_YEAR),
    (r"^([01]", FaultCode.TIME),
    (r"^[A-Z]{3}", FaultCode.CURRENCY),
    (r"^(#", FaultCode.COLOUR),
    (r"^[a-z0-9]", FaultCode.ID),
)
_BY_TYPE = {
    "number": FaultCode.PERCENT,
    "integer": FaultCode.COUNT,
    "boolean": FaultCode.YES_NO,
    "string": FaultCode.TEXT,
    "array": FaultCode.LIST,
}
_TOO_SHORT = ("too_short", "missing_items")

Lines = Mapping[Path, int]
Schema = Mapping[str, Any]


def faults_of_values(errors: Sequence[Mapping[str, Any]], parsed: object, schema: Schema, lines: Lines) -> list[Fault]:
    """One fault for each place; an empty list whose elements were at fault themselves is no fault of its own."""
    found: dict[Path, Fault] = {}
    walked = [(_walked(error["loc"], parsed, schema), error) for error in errors]
    for (path, part), error in walked:
        is_followed = any(len(other) > len(path) and other[: len(path)] == path for (other, _), _ in walked)
        if not (is_followed and error["type"] in _TOO_SHORT):
            found.setdefault(path, _fault(path, part, error, parsed, schema, lines))
    return list(found.values())


def in_words(path: Path, parsed: object) -> str:
    """A path as its reader knows it: `tiers[black].enter.any[2]`, by id where there is one, else counted from 1."""
    words = ""
    here: Any = parsed
    for step in path:
        if isinstance(step, int):
            inner = here[step] if isinstance(here, list) and step < len(here) else None
            name = inner.get("id") if isinstance(inner, dict) else None
            words += f"[{name or step + 1}]"
            here = inner
        else:
            words += f".{step}" if words else step
            here = here.get(step) if isinstance(here, dict) else None
    return words


def nearest(found: str, known: Iterable[str]) -> str:
    """The known word most like the one found, or empty."""
    return next(iter(difflib.get_close_matches(found, list(known), 1)), "")


def line_of(path: Path, lines: Lines) -> int:
    """The line of the path, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1 if path else 0)


def _fault(path: Path, part: Schema, error: Mapping[str, Any], parsed: object, schema: Schema, lines: Lines) -> Fault:
    kind, key = error["type"], str(path[-1]) if path else ""
    line, words = line_of(path, lines), in_words(path, parsed)
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = sorted(part.get("properties", ()))
        return Fault(line, words, FaultCode.UNKNOWN_KEY, key, ", ".join(known), nearest(key, known))
    if kind in ("missing", "missing_argument"):
        return Fault(line_of(path[:-1], lines), words, FaultCode.MISSING, "", key)
    told = _told(value_at(path, parsed))
    context = error.get("ctx", {})
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        known = _QUOTED.findall(str(context.get("expected_tags"))) or sorted(_kinds(part))
        if kind == "union_tag_not_found":
            return Fault(line, f"{words}.kind", FaultCode.MISSING, "", ", ".join(known))
        tag = str(context.get("tag", ""))
        return Fault(line, f"{words}.kind", FaultCode.NOT_A_CHOICE, tag, ", ".join(known), nearest(tag, known))
    shape = _shape(path, part, schema)
    choices = [str(choice) for choice in shape.get("enum", [shape["const"]] if "const" in shape else [])]
    if choices:
        known = [choice for choice in choices if choice]
        return Fault(line, words, FaultCode.NOT_A_CHOICE, told, ", ".join(known), nearest(told, known))
    if kind in _TOO_SHORT:
        return Fault(line, words, FaultCode.EMPTY)
    return Fault(line, words, _code(shape), told, _range(shape))


def _shape(path: Path, part: Schema, schema: Schema) -> Schema:
    """What may stand at the path: the key's own schema where `part` is the table around it."""
    if "properties" in part and path and path[-1] in part["properties"]:
        return _resolved(part["properties"][path[-1]], schema)
    return part


def _code(shape: Schema) -> FaultCode:
    if shape.get("also_counts"):
        return FaultCode.AMOUNT_OR_COUNT
    if "pattern" in shape:
        return next(code for begins, code in _BY_PATTERN if shape["pattern"].startswith(begins))
    if "additionalProperties" in shape and shape["additionalProperties"] is not False:
        return FaultCode.NAMES
    return _BY_TYPE.get(shape.get("type", ""), FaultCode.PART)


def _range(shape: Schema) -> str:
    least = shape.get("minimum", shape.get("exclusiveMinimum"))
    most = shape.get("maximum")
    if least is None and most is None:
        return ""
    return f"{'' if least is None else least}–{'' if most is None or most >= 1_000_000_000 else most}"


def _told(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"' if not value.isidentifier() else value
    return str(value) if isinstance(value, int | Decimal | date) else ""


def _walked(location: Sequence[str | int], parsed: object, whole: Schema) -> tuple[Path, Schema]:
    """The path in the file (the validator also names the kinds of unions) and the schema of the last part on it."""
    here: Any = parsed
    part: Schema = whole
    path: list[str | int] = []
    for number, step in enumerate(location):
        part = _resolved(part, whole)
        is_last = number == len(location) - 1
        if isinstance(step, int):
            part = part.get("items") or part.get("prefixItems", [{}])[0]
            here = here[step] if isinstance(here, list) and step < len(here) else None
        elif "properties" in part and ((isinstance(here, dict) and step in here) or is_last):
            if is_last:
                return (*path, step), part
            part = part["properties"].get(step, {})
            here = here.get(step)
        elif isinstance(here, dict) and step in here and "additionalProperties" in part:
            part = part["additionalProperties"] or {}
            here = here[step]
        else:
            part = _kind_of(part, str(step))
            continue
        path.append(step)
    return tuple(path), _resolved(part, whole)


def _resolved(part: Schema, whole: Schema) -> Schema:
    while "$ref" in part:
        part = whole["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    choices = [choice for choice in part.get("anyOf", ()) if choice.get("type") != "null" and "const" not in choice]
    if not choices:
        return part
    also_counts = any(choice.get("type") == "integer" for choice in choices) and len(choices) > 1
    chosen = _resolved(choices[-1] if also_counts else choices[0], whole)
    return {**chosen, "also_counts": True} if also_counts else chosen


def _kinds(part: Schema) -> Iterable[str]:
    return tuple(part.get("discriminator", {}).get("mapping", {}))


def _kind_of(part: Schema, tag: str) -> Schema:
    mapping = part.get("discriminator", {}).get("mapping", {})
    return {"$ref": mapping[tag]} if tag in mapping else part
