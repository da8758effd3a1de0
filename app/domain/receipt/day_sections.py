"""What reports say of a shift, section by section: its facts, sales, money, taxes, stored value, drawer."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.figures.till_day import TillDay
from app.domain.figures.value_day import ValueDay
from app.domain.money import format_minor
from app.domain.programme.explain import Words
from app.domain.programme.model import name_in
from app.domain.receipt.content import SlipText
from app.domain.receipt.reports import Row, Section


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """A shift as its slips name it: `opened` and `closed` are the moment and the person, as text.

    A shift that goes on has no `closed` and no `counted_minor`.
    """

    till: str
    number: int
    business_date: str
    opened: str
    closed: str = ""
    counted_minor: int | None = None


def day_sections(facts: ShiftFacts, figures: TillDay, text: SlipText) -> tuple[Section, ...]:
    """In the order of `reports.SECTIONS`; a section may have no rows."""
    words = text.words
    return (
        ("", _shift(facts, words)),
        (words["report.sales"], _sales(figures, words)),
        (words["report.tenders"], [(_kind(kind, text), format_minor(sum_)) for kind, sum_ in figures.tenders.items()]),
        (words["report.taxes"], _taxes(figures, words)),
        (words["report.value"], _value(figures.value, words)),
        (words["report.drawer"], _drawer(facts, figures, words)),
        ("", [(words["report.perpetual"], format_minor(figures.perpetual_minor))]),
    )


def _shift(facts: ShiftFacts, words: Words) -> Sequence[Row]:
    rows = [
        (words["slip.till"], facts.till),
        (words["report.number"], str(facts.number)),
        (words["report.business_date"], facts.business_date),
        (words["report.opened"], facts.opened),
    ]
    return [*rows, (words["report.closed"], facts.closed)] if facts.closed else rows


def _sales(figures: TillDay, words: Words) -> Sequence[Row]:
    return (
        (_times(words["report.sales"], figures.sale_count, words), format_minor(figures.sales_minor)),
        (_times(words["report.refunds"], figures.refund_count, words), format_minor(-figures.refunds_minor)),
        (words["report.net"], format_minor(figures.net_minor)),
        (words["report.saving"], format_minor(figures.saving_minor)),
        (words["report.receipts"], f"{figures.first_receipt}-{figures.last_receipt}"),
    )


def _taxes(figures: TillDay, words: Words) -> Sequence[Row]:
    return [
        (f"{rate / 100:g}% {words['report.gross']} {format_minor(gross)}", format_minor(tax))
        for rate, (gross, tax) in sorted(figures.taxes.items())
    ]


def _value(value: ValueDay, words: Words) -> Sequence[Row]:
    counted = (
        ("report.top_ups", value.top_up_count, value.topped_up_minor),
        ("report.principal_refunds", value.refund_count, -value.refunded_minor),
        ("report.transfers", value.transfer_count, value.transferred_minor),
        ("report.services", value.service_count, value.services_minor),
    )
    return [(_times(words[name], count, words), format_minor(amount)) for name, count, amount in counted if count]


def _drawer(facts: ShiftFacts, figures: TillDay, words: Words) -> Sequence[Row]:
    cash_value_minor, counted_minor = figures.value.cash_minor, facts.counted_minor
    rows = [
        (words["report.float"], format_minor(figures.float_minor)),
        (words["report.cash_sales"], format_minor(figures.cash_sales_minor)),
    ]
    if cash_value_minor:
        rows.append((words["report.cash_value"], format_minor(cash_value_minor)))
    rows += [
        (words["report.paid_in"], format_minor(figures.paid_in_minor)),
        (words["report.paid_out"], format_minor(-figures.paid_out_minor)),
        (words["report.expected"], format_minor(figures.expected_cash_minor)),
    ]
    if counted_minor is not None:
        rows.append((words["report.counted"], format_minor(counted_minor)))
        rows.append((words["report.over_short"], format_minor(counted_minor - figures.expected_cash_minor)))
    return [*rows, (words["report.openings"], str(figures.drawer_openings))]


def _times(what: str, count: int, words: Words) -> str:
    return f"{what} {words['report.times'].format(count=count)}"


def _kind(kind_id: str, text: SlipText) -> str:
    kind = text.programme.tender_kind(kind_id)
    return name_in(kind.names, text.language) if kind else kind_id
