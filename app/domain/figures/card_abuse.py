"""Cards that work for strangers: one card, one cashier, many sales a day."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ids import CardNumber, OperatorId


@dataclass(frozen=True, slots=True)
class CardSale:
    """A sale with a card: the ISO day, who sold, and what it came to (minor units)."""

    card: CardNumber
    operator: OperatorId
    day: str
    total_minor: int


@dataclass(frozen=True, slots=True)
class SuspiciousCard:
    """One card at one cashier on one day, with how many sales and how much (minor units)."""

    card: CardNumber
    operator: OperatorId
    day: str
    sales: int
    total_minor: int


def suspicious_cards(sales: Iterable[CardSale], at_least: int = 4) -> tuple[SuspiciousCard, ...]:
    """Cards with `at_least` sales by the same cashier on the same day, the most sales first."""
    counts: Counter[tuple[CardNumber, OperatorId, str]] = Counter()
    sums: Counter[tuple[CardNumber, OperatorId, str]] = Counter()
    for sale in sales:
        key = (sale.card, sale.operator, sale.day)
        counts[key] += 1
        sums[key] += sale.total_minor
    found = (SuspiciousCard(*key, count, sums[key]) for key, count in counts.items() if count >= at_least)
    return tuple(sorted(found, key=lambda each: (-each.sales, each.day, each.card, each.operator)))
