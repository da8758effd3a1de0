"""Figures: money in quotes and counts without, days that exist, steps that rise."""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from itertools import pairwise

from app.domain.money import format_minor
from app.domain.programme.declare import key_in_file
from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path
from app.domain.programme.model import AmountOff, KeepLine, Measure, MeasureLine, TopUpOffer

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _lines_are_written_as_measured(source: Source) -> Iterable[Finding]:
    money = {measure.id: measure.is_money for measure in source.programme.measures}
    lines: list[tuple[Path, MeasureLine | KeepLine]] = [*source.parts(MeasureLine), *source.parts(KeepLine)]
    for path, line in lines:
        for key in ("at_least", "below"):
            if line.measure in money:
                yield from _as_written(source, (*path, key), money[line.measure])


def _bands_are_written_as_measured(source: Source) -> Iterable[Finding]:
    money = {measure.id: measure.is_money for measure in source.programme.measures}
    falls = {
        tier.ladder: money.get(line.measure, False)
        for tier in source.programme.tiers
        for line in tier.keep
        if line.otherwise == "band"
    }
    for number, tier in enumerate(source.programme.tiers):
        if tier.ladder in falls:
            yield from _as_written(source, ("tiers", number, "band_from"), falls[tier.ladder])
    for path, measure in source.parts(Measure):
        for name in ("recency", "frequency", "monetary") if measure.rfm else ():
            bands = getattr(measure.rfm, name).bands
            for number in range(len(bands)):
                yield from _as_written(source, (*path, "rfm", name, "bands", number, "at_least"), name == "monetary")


def _as_written(source: Source, path: Path, is_money: bool) -> Iterable[Finding]:
    written = source.written(path)
    if is_money and isinstance(written, int):
        yield Finding(path, FaultCode.QUOTED_MONEY, str(written), f'"{written}.00"')
    elif not is_money and isinstance(written, str):
        yield Finding(path, FaultCode.PLAIN_COUNT, f'"{written}"', written.split(".", maxsplit=1)[0])


def _days_exist(source: Source) -> Iterable[Finding]:
    for path, part in source.all_parts():
        for each in fields(part):  # type: ignore[arg-type]
            value = getattr(part, each.name)
            words = sorted(value) if isinstance(value, frozenset) else [value]
            for word in words:
                if isinstance(word, str) and _DAY.fullmatch(word) and not _is_a_day(word):
                    yield Finding((*path, key_in_file(each.name)), FaultCode.DAY, word)


def _is_a_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _steps_rise(source: Source) -> Iterable[Finding]:
    offers: list[tuple[Path, AmountOff | TopUpOffer]] = [*source.parts(AmountOff), *source.parts(TopUpOffer)]
    for path, offer in offers:
        lines = [step.at_least_minor for step in offer.steps]
        for number, (before, line) in enumerate(pairwise(lines), start=1):
            if line <= before:
                where = (*path, "steps", number, "at_least")
                yield Finding(where, FaultCode.RISES, format_minor(line), format_minor(before))


_EITHER = ("at_least", "below", "band_from")
"""Lines of measures: `_lines_are_written_as_measured` knows whether they are money."""


def _counts_are_numbers(source: Source) -> Iterable[Finding]:
    """The validator would take "3" for 3 and "yes" for true."""
    for path, part in source.all_parts():
        for each in fields(part):  # type: ignore[arg-type]
            here, value = (*path, key_in_file(each.name)), getattr(part, each.name)
            written = source.written(here)
            if written is None or not isinstance(value, int):
                continue
            if isinstance(value, bool):
                if not isinstance(written, bool):
                    yield Finding(here, FaultCode.YES_NO, f'"{written}"')
            elif _is_count(each.name) and type(written) is not int:
                yield Finding(here, FaultCode.COUNT, f'"{written}"', "0–")


def _is_count(attribute: str) -> bool:
    return not attribute.endswith(("_minor", "_basis_points")) and attribute not in _EITHER


FIGURES = (
    _counts_are_numbers,
    _lines_are_written_as_measured,
    _bands_are_written_as_measured,
    _days_exist,
    _steps_rise,
)
