"""Ladders: lines rise, falls go down on the same ladder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.domain.money import format_minor
from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.model import Tier

Numbered = tuple[int, Tier]


def _ladders(source: Source) -> Mapping[str, Sequence[Numbered]]:
    ladders: dict[str, list[Numbered]] = {}
    for numbered in enumerate(source.programme.tiers):
        ladders.setdefault(numbered[1].ladder, []).append(numbered)
    return ladders


def _falls_go_down(source: Source) -> Iterable[Finding]:
    for tiers in _ladders(source).values():
        for place, (number, tier) in enumerate(tiers):
            lower = tuple(each.id for _, each in tiers[:place])
            for line_number, line in enumerate(tier.keep):
                if line.otherwise not in ("band", "one_down", *lower):
                    path = ("tiers", number, "keep", line_number, "otherwise")
                    yield _no_such(path, line.otherwise, ("band", "one_down", *lower))
            if tier.lost_to and tier.lost_to not in lower:
                yield _no_such(("tiers", number, "lost_to"), tier.lost_to, lower)


def _no_such(path: tuple[str | int, ...], found: str, known: tuple[str, ...]) -> Finding:
    return Finding(path, FaultCode.UNKNOWN_ID, found, ", ".join(known), known)


def _enter_lines_rise(source: Source) -> Iterable[Finding]:
    for tiers in _ladders(source).values():
        highest: dict[str, int] = {}
        for number, tier in tiers:
            for line_number, measure, value in _enter_lines(tier):
                if value <= highest.get(measure, -1):
                    path = ("tiers", number, "enter", "measures", line_number, "at_least")
                    yield _not_rising(source, path, measure, value, highest[measure])
                highest[measure] = max(value, highest.get(measure, -1))


def _bands_rise(source: Source) -> Iterable[Finding]:
    for tiers in _ladders(source).values():
        before = -1
        for number, tier in tiers:
            if tier.band_from is not None:
                if tier.band_from <= before:
                    measure = next((line.measure for line in tier.keep if line.otherwise == "band"), "")
                    yield _not_rising(source, ("tiers", number, "band_from"), measure, tier.band_from, before)
                before = max(before, tier.band_from)


def _keep_is_not_above_enter(source: Source) -> Iterable[Finding]:
    for number, tier in enumerate(source.programme.tiers):
        enter = {measure: value for _, measure, value in _enter_lines(tier)}
        for line_number, line in enumerate(tier.keep):
            if line.at_least > enter.get(line.measure, line.at_least):
                path = ("tiers", number, "keep", line_number, "at_least")
                found = _said(source, line.measure, line.at_least)
                yield Finding(path, FaultCode.KEEP_ABOVE_ENTER, found, _said(source, line.measure, enter[line.measure]))


def _enter_lines(tier: Tier) -> Iterator[tuple[int, str, int]]:
    """The lines that must be reached, whatever else holds."""
    for number, line in enumerate(tier.enter.measures if tier.enter else ()):
        if line.at_least is not None:
            yield number, line.measure, line.at_least


def _not_rising(source: Source, path: tuple[str | int, ...], measure: str, value: int, before: int) -> Finding:
    return Finding(path, FaultCode.RISES, _said(source, measure, value), _said(source, measure, before))


def _said(source: Source, measure: str, value: int) -> str:
    is_money = any(each.id == measure and each.is_money for each in source.programme.measures)
    return format_minor(value) if is_money else str(value)


LADDERS = (_falls_go_down, _enter_lines_rise, _bands_rise, _keep_is_not_above_enter)
