"""The way from a file's text to a programme."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.domain.programme.file.checks import faults_of
from app.domain.programme.file.faults import Fault, FaultCode, ProgrammeFileError
from app.domain.programme.file.positions import Path, lines_of
from app.domain.programme.model import Programme

_SYNTAX_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_QUOTED = re.compile(r"'([^']+)'")

Lines = Mapping[Path, int]


def read_programme(text: str) -> Programme:
    """The programme that a file's text describes; ProgrammeFileError with every mistake, in the order of the lines."""
    try:
        parsed = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _SYNTAX_PLACE.search(str(error))
        line = int(place.group(1)) if place else 0
        words = _SYNTAX_PLACE.sub("", str(error)).strip()
        raise ProgrammeFileError((Fault(line, "", FaultCode.SYNTAX, expected=words),)) from error
    lines = lines_of(text)
    try:
        programme = adapter().validate_python(parsed)
    except ValidationError as error:
        faults = [_fault(each, parsed, lines) for each in error.errors(include_url=False)]
        raise ProgrammeFileError(_in_order(faults)) from error
    wrong = [
        Fault(
            _line(finding.path, lines),
            in_words(finding.path, parsed),
            finding.code,
            finding.found,
            finding.expected,
            nearest(finding.found, finding.known),
        )
        for finding in faults_of(programme)
    ]
    if wrong:
        raise ProgrammeFileError(_in_order(wrong))
    return programme


@cache
def adapter() -> TypeAdapter[Programme]:
    """What validates a parsed file; made at the first use (some 50 ms)."""
    return TypeAdapter(Programme)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a programme file."""
    return adapter().json_schema()


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


def _in_order(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.path)))


def _fault(error: Any, parsed: object, lines: Lines) -> Fault:
    path, part = _walked(error["loc"], parsed)
    kind, found = error["type"], path[-1] if path else ""
    line, words = _line(path, lines), in_words(path, parsed)
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        known = sorted(part.get("properties", ()))
        return Fault(line, words, FaultCode.UNKNOWN_KEY, str(found), ", ".join(known), nearest(str(found), known))
    if kind in ("missing", "missing_argument"):
        return Fault(_line(path[:-1], lines), words, FaultCode.MISSING, "", str(found))
    told = _told(error.get("input"))
    if kind in ("literal_error", "enum", "union_tag_invalid", "union_tag_not_found"):
        known = _QUOTED.findall(str(error.get("ctx", {}).get("expected") or error.get("ctx", {}).get("expected_tags")))
        if kind.startswith("union_tag"):
            told = str(error.get("ctx", {}).get("tag", ""))
        return Fault(line, words, FaultCode.NOT_A_CHOICE, told, ", ".join(known), nearest(told, known))
    return Fault(line, words, FaultCode.WRONG_VALUE, told, str(error["msg"]).removeprefix("Value error, "))


def _told(value: object) -> str:
    return str(value) if isinstance(value, str | int | Decimal) else ""


def _line(path: Path, lines: Lines) -> int:
    """The line of the path, or of the nearest thing around it."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1 if path else 0)


def _walked(location: Sequence[str | int], parsed: object) -> tuple[Path, Mapping[str, Any]]:
    """The path in the file (the validator also names the kinds of unions) and the schema of the last part on it."""
    whole = schema()
    here: Any = parsed
    part: Mapping[str, Any] = whole
    path: list[str | int] = []
    for number, step in enumerate(location):
        part = _resolved(part, whole)
        is_last = number == len(location) - 1
        if isinstance(step, int):
            part = part.get("items") or part.get("prefixItems", [{}])[0]
            here = here[step] if isinstance(here, list) and step < len(here) else None
        elif isinstance(here, dict) and (step in here or is_last) and "properties" in part:
            if is_last:
                path.append(step)
                return tuple(path), part
            part = part["properties"].get(step, {})
            here = here.get(step)
        else:
            part = _kind_of(part, step)
            continue
        path.append(step)
    return tuple(path), _resolved(part, whole)


def _resolved(part: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in part:
        part = whole["$defs"][part["$ref"].rsplit("/", 1)[-1]]
    for choice in part.get("anyOf", ()):
        if choice.get("type") != "null":
            return _resolved(choice, whole)
    return part


def _kind_of(part: Mapping[str, Any], tag: str) -> Mapping[str, Any]:
    mapping = part.get("discriminator", {}).get("mapping", {})
    return {"$ref": mapping[tag]} if tag in mapping else part
