"""The way from a file's text to a programme."""

import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from app.domain.programme.file.broken import broken
from app.domain.programme.file.checks import Finding, Source, faults_of, remarks_on
from app.domain.programme.file.faults import Fault, ProgrammeFileError
from app.domain.programme.file.positions import lines_of
from app.domain.programme.file.wrong import Lines, faults_of_values, in_words, line_of, nearest
from app.domain.programme.model import Programme


def read_programme(text: str) -> Programme:
    """The programme that a file's text describes; ProgrammeFileError with every mistake, in the order of the lines."""
    source, lines = _read(text)
    wrong = _faults(faults_of(source), source, lines)
    if wrong:
        raise ProgrammeFileError(wrong)
    return source.programme


def remarks_on_file(text: str) -> tuple[Fault, ...]:
    """What is worth saying of a file without mistakes: texts that lack a language."""
    source, lines = _read(text)
    return _faults(remarks_on(source), source, lines)


def _read(text: str) -> tuple[Source, Lines]:
    try:
        parsed = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeFileError((broken(text, error),)) from error
    lines = lines_of(text)
    try:
        return Source(adapter().validate_python(parsed), parsed), lines
    except ValidationError as error:
        errors: Sequence[Any] = error.errors(include_url=False)
        raise ProgrammeFileError(_in_order(faults_of_values(errors, parsed, schema(), lines))) from error


def _faults(findings: Iterable[Finding], source: Source, lines: Lines) -> tuple[Fault, ...]:
    return _in_order(
        Fault(
            line_of(finding.path, lines),
            in_words(finding.path, source.parsed),
            finding.code,
            finding.found,
            finding.expected,
            nearest(finding.found, finding.known),
        )
        for finding in findings
    )


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.path)))


@cache
def adapter() -> TypeAdapter[Programme]:
    """What validates a parsed file; made at the first use (some 100 ms)."""
    return TypeAdapter(Programme)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of a programme file."""
    return adapter().json_schema()


def schema_of(part: type) -> dict[str, Any]:
    """The JSON Schema of one part."""
    return TypeAdapter(part).json_schema()
