"""Texts: known language codes, and the same languages everywhere."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from app.domain.programme.declare import key_in_file
from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path

_CODE = re.compile(r"[a-z]{2}(_[A-Z][A-Za-z]{1,3})?")
_USUAL = ("zh_CN", "zh_TW", "en")


def unknown_languages(source: Source) -> Iterable[Finding]:
    """Keys that are no language codes."""
    for path, texts in _texts(source):
        for language in texts:
            if not _CODE.fullmatch(language):
                yield Finding((*path, language), FaultCode.LANGUAGE, language, ", ".join(_USUAL), _USUAL)


def languages_missing(source: Source) -> Iterable[Finding]:
    """Texts that lack a language which the programme's own name has."""
    wanted = source.programme.names
    for path, texts in _texts(source):
        missing = ", ".join(language for language in wanted if language not in texts)
        if missing:
            yield Finding(path, FaultCode.LANGUAGE_MISSING, "", missing)


def _texts(source: Source) -> Iterator[tuple[Path, Mapping[str, str]]]:
    for path, part in source.all_parts():
        for each in fields(part):  # type: ignore[arg-type]
            value = getattr(part, each.name)
            if isinstance(value, Mapping):
                yield (*path, key_in_file(each.name)), value
