"""What can never come true, so that its writer must have meant something else."""

from collections.abc import Iterable, Iterator

from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path
from app.domain.programme.model import Age, Condition, Dates, Draw, Goods, Hours, Lasting, MeasureLine


def _spans_end_before_they_begin(source: Source) -> Iterable[Finding]:
    for path, dates in source.parts(Dates):
        if dates.first and dates.last and dates.last < dates.first:
            yield _never((*path, "last"), dates.last)
    for path, hours in source.parts(Hours):
        if hours.end <= hours.start:
            yield _never((*path, "end"), hours.end)
    for path, lasting in source.parts(Lasting):
        if lasting.starts and lasting.until and lasting.until < lasting.starts:
            yield _never((*path, "until"), lasting.until)


def _lines_leave_nothing(source: Source) -> Iterable[Finding]:
    for path, line in source.parts(MeasureLine):
        if line.at_least is not None and line.below is not None and line.below <= line.at_least:
            yield _never((*path, "below"), "")
    for path, age in source.parts(Age):
        if age.below <= age.at_least:
            yield _never((*path, "below"), str(age.below))


def _conditions_contradict_themselves(source: Source) -> Iterable[Finding]:
    for path, condition in source.parts(Condition):
        for day in sorted(condition.days_of_month):
            if not 1 <= day <= 31:
                yield _never((*path, "days_of_month"), str(day))
        if condition.members is False and _asks_for_a_member(condition):
            yield _never((*path, "members"), "false")
        if condition.holidays is True and not source.programme.calendars:
            yield _never((*path, "holidays"), "true")


def _asks_for_a_member(condition: Condition) -> bool:
    return bool(condition.tiers or condition.tier_at_least or condition.birthday or condition.measures)


def _goods_leave_nothing(source: Source) -> Iterable[Finding]:
    for path, goods in source.parts(Goods):
        yield from _left_out(path, "without_categories", goods.categories, goods.without_categories)
        yield from _left_out(path, "without_classes", goods.classes, goods.without_classes)
        yield from _left_out(path, "without_products", goods.products, goods.without_products)


def _left_out(path: Path, key: str, wanted: frozenset[str], without: frozenset[str]) -> Iterator[Finding]:
    if wanted and wanted <= without:
        yield _never((*path, key), ", ".join(sorted(without)))


def _nothing_can_be_won(source: Source) -> Iterable[Finding]:
    for path, draw in source.parts(Draw):
        if draw.kind != "raffle" and not any(prize.weight and prize.quota != 0 for prize in draw.prizes):
            yield _never((*path, "prizes"), "")


def _never(path: Path, found: str) -> Finding:
    return Finding(path, FaultCode.NEVER, found)


NEVER = (
    _spans_end_before_they_begin,
    _lines_leave_nothing,
    _conditions_contradict_themselves,
    _goods_leave_nothing,
    _nothing_can_be_won,
)
