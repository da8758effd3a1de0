"""What a top-up brings: principal for what is paid, and what the programme's offers add to it."""

import calendar
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.lease import Lease, Take, held, take, without
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.money import allocate, share
from app.domain.programme.model.spans import FOR_EVER, Lasting
from app.domain.programme.spans import last_day
from app.domain.spend import merged

TOP_UP_ORIGIN = "topup"


@dataclass(frozen=True, slots=True)
class CouponGift:
    """So many coupons, passes or other counted rights of one unit."""

    unit: Unit
    count: int


@dataclass(frozen=True, slots=True)
class TopUpStep:
    """Who pays `from_minor` or more gets this: a fixed bonus, a share of what is paid, points, coupons."""

    from_minor: int
    bonus_minor: int = 0
    bonus_basis_points: int = 0
    points: int = 0
    coupons: tuple[CouponGift, ...] = ()

    def bonus_for(self, paid_minor: int) -> int:
        """The bonus in value (minor units)."""
        return self.bonus_minor + share(paid_minor, self.bonus_basis_points)


@dataclass(frozen=True, slots=True)
class TopUpOffer:
    """One offer; the highest step reached counts. Dates are ISO, the last day included; empty = open.

    The bonus in value comes in `instalments` parts, the first `first_after_months` from today and one a month from
    then. What is given `lasts` from the day it may be spent. Each use of the offer takes one of every counted right in
    `limits` (the member's own) and `shared_limits` (of the programme's wallet); without them it does not apply.
    """

    id: str
    names: Mapping[str, str]
    steps: tuple[TopUpStep, ...]
    instalments: int = 1
    first_after_months: int = 0
    lasts: Lasting = FOR_EVER
    limits: tuple[Unit, ...] = ()
    shared_limits: tuple[Unit, ...] = ()
    valid_from: str = ""
    valid_to: str = ""

    def runs_on(self, day: str) -> bool:
        """Whether it may be had on this day."""
        return self.valid_from <= day and (not self.valid_to or day <= self.valid_to)

    def step_for(self, paid_minor: int) -> TopUpStep | None:
        """The highest step that `paid_minor` reaches."""
        reached = [step for step in self.steps if step.from_minor <= paid_minor]
        return max(reached, key=lambda step: step.from_minor, default=None)


@dataclass(frozen=True, slots=True)
class TopUpQuote:
    """What a top-up of `paid_minor` credits; `applied` and `withheld` are ids of offers.

    `rights` of the member and `shared` ones of the programme's wallet are used up.
    """

    paid_minor: int
    credits: tuple[Take, ...]
    rights: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    applied: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()

    def total(self, unit: Unit) -> int:
        """How much of a unit is credited, whenever it may be spent."""
        return sum(part.amount for part in self.credits if part.unit == unit)


def quote_top_up(
    paid_minor: int,
    offers: Sequence[TopUpOffer],
    *,
    day: str,
    number: str,
    leases: Sequence[Lease] = (),
    shared: Sequence[Lease] = (),
    principal_until: str = "",
) -> TopUpQuote:
    """What paying `paid_minor` on `day` credits, each offer that runs adding its own.

    `number` names the top-up and its lots, `leases` are what the till holds of the wallet and `shared` of the
    programme's own (for limits), `principal_until` is the last day of the principal (ISO, empty = never).
    """
    origin = f"{TOP_UP_ORIGIN}:{number}"
    made: list[Take] = [Take(PRINCIPAL, Lot(origin, "", principal_until), paid_minor)]
    rights: list[Take] = []
    of_all: list[Take] = []
    applied: list[str] = []
    withheld: list[str] = []
    for offer in offers:
        step = offer.step_for(paid_minor) if offer.runs_on(day) else None
        if step is None:
            continue
        own = _one_of_each(without(leases, merged(rights)), offer.limits, day)
        others = _one_of_each(without(shared, merged(of_all)), offer.shared_limits, day)
        if own is None or others is None:
            withheld.append(offer.id)
            continue
        rights += own
        of_all += others
        applied.append(offer.id)
        made += _gifts(offer, step, paid_minor, day, origin)
    return TopUpQuote(paid_minor, merged(made), merged(rights), merged(of_all), tuple(applied), tuple(withheld))


def _one_of_each(leases: Sequence[Lease], units: Iterable[Unit], day: str) -> list[Take] | None:
    """One use of every right; None where one of them is not there."""
    wanted = tuple(units)
    if not all(held(leases, unit, day) for unit in wanted):
        return None
    return [part for unit in wanted for part in take(leases, unit, 1, day)]


def months_later(day: str, months: int) -> str:
    """The same day `months` later (ISO); the last of the month where that has no such day."""
    start = datetime.date.fromisoformat(day)
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    return start.replace(
        year=year, month=month + 1, day=min(start.day, calendar.monthrange(year, month + 1)[1])
    ).isoformat()


def _gifts(offer: TopUpOffer, step: TopUpStep, paid_minor: int, day: str, origin: str) -> Iterable[Take]:
    parts = allocate(step.bonus_for(paid_minor), [1] * offer.instalments)
    for number, amount in enumerate(parts):
        after = offer.first_after_months + number
        free = months_later(day, after)
        # What is free at once carries no date: a lot with today's would be refused by a clock a day behind.
        lot = Lot(origin, free if after else "", last_day(offer.lasts, free))
        yield Take(BONUS, lot, amount)
    rest = Lot(origin, "", last_day(offer.lasts, day))
    yield Take(POINTS, rest, step.points)
    for gift in step.coupons:
        yield Take(gift.unit, rest, gift.count)
