"""A plausible day of trade, driven through the real services: shift, sales, refunds, cash out, blind count.

The same shop, seed and date give the same day. The clock is the generator's own, so a day takes seconds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from app.cli.demo.baskets import Scan, Shelves
from app.cli.demo.clock import DemoClock, midnight_ms
from app.cli.demo.goods import demo_goods
from app.cli.demo.holders import Holder
from app.cli.demo.staff import CASHIER, SUPERVISOR, DemoOperator
from app.cli.demo.tenders import choose_tenders
from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import CardNumber
from app.domain.member import MemberView
from app.domain.pricing import price
from app.domain.programme.model import Programme
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import CashDirection, ClosedShift
from app.domain.staff import Operator, Permission
from app.ports.store import SlipState
from app.services.look_up import FoundProduct
from app.services.post_sale import SaleRequest
from app.services.use_cases import UseCases

FLOAT_MINOR = 50_000

_HOUR_MS = 3_600_000
_OPENS, _CLOSES = 8.0, 21.5
# How many come by the hour from eight on: breakfast, noon, and the evening most of all.
_RUSH = (9, 8, 6, 6, 7, 5, 4, 5, 7, 10, 12, 9, 6, 3)
_MEMBER_SHARE = 0.62
_REFUND_SHARE = 0.012
_MISCOUNTS_MINOR = (0, 0, 0, 0, 0, -100, 100, -500, -1_000)

Outcome = TypeVar("Outcome")


class DayWentWrongError(Exception):
    """A service refused what a plausible day never asks in vain."""


@dataclass(frozen=True, slots=True)
class DayOfTrade:
    """What came of a day."""

    sales: tuple[Sale, ...]
    refunds: tuple[Refund, ...]
    closed: ClosedShift


@dataclass(frozen=True, slots=True)
class DayPlan:
    """What a day is made of: how many sales on which ISO date, whose cards are swiped, what lies on the shelves."""

    day: str
    sales: int
    cards: Sequence[CardNumber]
    shelves: Shelves
    programme: Programme
    seed: int = 1


def plan_day(day: str, sales: int, holders: Iterable[Holder], programme: Programme, *, seed: int = 1) -> DayPlan:
    """A day on which some of these holders come by; cards that open nothing are swiped too."""
    cards = tuple(card.number for holder in holders for card in holder.cards)
    return DayPlan(day, sales, cards, Shelves(demo_goods()), programme, seed)


def before_opening_ms(day: str) -> int:
    """The early morning of the ISO date `day`, UTC ms: when the clock of a day to be traded begins."""
    return midnight_ms(day) + 7 * _HOUR_MS


def trade(
    use_cases: UseCases, clock: DemoClock, plan: DayPlan, *, progress: Callable[[int], None] | None = None
) -> DayOfTrade:
    """Open, sell, refund, pay out and close; all slips count as printed. `clock` must be the services' own."""
    chance = Random(f"{plan.seed} {plan.day}")
    counter = _Counter(use_cases, clock, plan, chance)
    moments = _moments(chance, plan)
    clock.advance_to(midnight_ms(plan.day) + int(_OPENS * _HOUR_MS))
    cashier, supervisor = counter.sign_on(CASHIER), counter.sign_on(SUPERVISOR)
    _must(use_cases.open_shift(cashier, FLOAT_MINOR))
    sales: list[Sale] = []
    refunds: list[Refund] = []
    for number, at_ms in enumerate(moments, start=1):
        clock.advance_to(at_ms)
        sales.append(counter.sell(cashier))
        if chance.random() < _REFUND_SHARE:
            refunds.extend(counter.refund(sales[int(chance.random() * len(sales))], supervisor))
        if progress:
            progress(number)
    closed = counter.close(cashier, supervisor)
    counter.count_slips_as_printed()
    return DayOfTrade(tuple(sales), tuple(refunds), closed)


def _moments(chance: Random, plan: DayPlan) -> list[int]:
    """When the customers stand at the counter, in order (UTC ms)."""
    hours = chance.choices(range(len(_RUSH)), weights=_RUSH, k=plan.sales)
    begin = midnight_ms(plan.day)
    return sorted(begin + int(min(_OPENS + hour + chance.random(), _CLOSES) * _HOUR_MS) for hour in hours)


class _Counter:
    """The people behind the counter and the till before them."""

    def __init__(self, use_cases: UseCases, clock: DemoClock, plan: DayPlan, chance: Random) -> None:
        self._use_cases = use_cases
        self._clock = clock
        self._plan = plan
        self._chance = chance

    def sign_on(self, person: DemoOperator) -> Operator:
        return _must(self._use_cases.sign_on(person.operator.id, person.pin))

    def sell(self, cashier: Operator) -> Sale:
        hour = int((self._clock.now_ms() - midnight_ms(self._plan.day)) // _HOUR_MS)
        basket = Basket().with_member(self._swipe())
        for scan in self._plan.shelves.basket(self._chance, hour):
            basket = self._put(basket, scan)
        priced = price(basket, self._plan.programme, moment_at(self._clock.local_time(self._clock.now_ms())))
        tendered = choose_tenders(self._chance, priced.total_minor, basket.member)
        request = SaleRequest(cashier, basket, self._plan.programme, tendered, priced.total_minor)
        return _must(self._use_cases.post_sale(request))

    def refund(self, sale: Sale, supervisor: Operator) -> Sequence[Refund]:
        """One line of the sale goes back, if anything is left of it."""
        left = _must(self._use_cases.refund_sale.find(sale.origin.receipt_number))
        line = next((line for line in left.lines if line.quantity_milli and line.amount_minor), None)
        if line is None:
            return ()
        reason = self._chance.choice(("临期", "买错了", "包装破损", "不想要了"))
        approval = _must(self._use_cases.approve.own(supervisor, Permission.REFUND, reason))
        return (_must(self._use_cases.refund_sale(sale.id, {line.number: line.quantity_milli}, approval)),)

    def close(self, cashier: Operator, supervisor: Operator) -> ClosedShift:
        self._clock.advance_to(midnight_ms(self._plan.day) + int(_CLOSES * _HOUR_MS) + 600_000)
        _, figures = _must(self._use_cases.report_till(supervisor))
        surplus = figures.expected_cash_minor - FLOAT_MINOR
        if surplus > 100_000:
            taken = surplus // 100_000 * 100_000
            approval = _must(self._use_cases.approve.own(supervisor, Permission.CASH_MOVEMENT, "存入银行"))
            _must(self._use_cases.move_cash(approval, CashDirection.PAID_OUT, taken))
            _, figures = _must(self._use_cases.report_till(supervisor))
        counted = max(0, figures.expected_cash_minor + self._chance.choice(_MISCOUNTS_MINOR))
        return _must(self._use_cases.close_shift(cashier, counted))[0]

    def count_slips_as_printed(self) -> None:
        with self._use_cases.print_slips.store.unit_of_work() as uow:
            for slip in uow.spool.waiting():
                uow.spool.mark(slip.id, SlipState.PRINTED)
            uow.commit()

    def _swipe(self) -> MemberView | None:
        """A member's card, which may open nothing: then the sale goes on without."""
        if self._chance.random() >= _MEMBER_SHARE or not self._plan.cards:
            return None
        found = self._use_cases.look_up(self._chance.choice(self._plan.cards))
        return found if isinstance(found, MemberView) else None

    def _put(self, basket: Basket, scan: Scan) -> Basket:
        found = self._use_cases.look_up(scan.text)
        if not isinstance(found, FoundProduct):
            raise DayWentWrongError(f"{scan.text} is no product of this shop: {found}")
        return basket.add(found.product, found.quantity_milli * scan.quantity_milli // 1_000, found.label_price_minor)


def _must(outcome: Outcome | Refused) -> Outcome:
    if isinstance(outcome, Refused):
        raise DayWentWrongError(f"{outcome.why.value} {dict(outcome.facts)}")
    return outcome
