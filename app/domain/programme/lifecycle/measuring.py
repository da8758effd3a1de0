"""The figures of a member that a programme declares: spend, orders, growth, score, each over its window."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.money import allocate
from app.domain.programme.lifecycle.facts import Acted, Bought, FriendCame, Returned, ToppedUp, Undone
from app.domain.programme.lifecycle.standing import Change, Standing, Why
from app.domain.programme.model import ALL_GOODS, Goods, Measure, Programme, Rfm, RfmPart, Window
from app.domain.programme.rights import GROWTH
from app.domain.programme.spans import add_days, add_months, days_between, start_of_period

NEVER_DAYS = 100_000
"""Recency of a member who has bought nothing."""

_EARNED = frozenset({Why.EARNED, Why.ACTION, Why.GIFT, Why.RETURNED, Why.REVERTED})
_FROM_ACTIONS = frozenset({Why.ACTION, Why.REVERTED})


@dataclass(frozen=True, slots=True)
class Order:
    """A purchase less what came back of it: its day and what it counts for (minor units)."""

    day: str
    channel: str
    counted_minor: int
    net_minor: int


def measured(programme: Programme, standing: Standing, day: str, not_before: str = "") -> Mapping[str, int]:
    """Every declared measure of the member on the ISO date `day` (money in minor units).

    `not_before`: windows begin on this day at the earliest.
    """
    wanted = {measure.goods for measure in programme.measures}
    orders = {goods: orders_of(standing, programme, goods) for goods in wanted}
    return {
        measure.id: _measure_of(measure, orders[measure.goods], standing, day, not_before)
        for measure in programme.measures
    }


def _measure_of(measure: Measure, all_orders: Iterable[Order], standing: Standing, day: str, not_before: str) -> int:
    first = max(window_start(measure.window, standing, day), not_before)
    if measure.of in ("spend", "orders", "order_days", "average_order", "recency_days", "rfm_score"):
        orders = [
            order
            for order in all_orders
            if first <= order.day <= day and (not measure.channels or order.channel in measure.channels)
        ]
        return _of_orders(measure, orders, day)
    if measure.of == "points_earned":
        return sum(move.amount for move in _moves(standing, first, day) if move.unit == POINTS and move.why in _EARNED)
    if measure.of == "growth":
        return _growth(measure, [move for move in _moves(standing, first, day) if move.unit == GROWTH])
    return _of_the_rest(measure, standing, first, day)


def window_start(window: Window, standing: Standing, day: str, ladder: str = "main") -> str:
    """The first day of the window that ends on `day`; empty for the whole life."""
    if window.over == "life":
        return ""
    if window.over == "rolling":
        return add_days(add_months(day, -window.months), 1 - window.days)
    if window.over == "tier":
        held = standing.tiers.get(ladder)
        return held.since if held else ""
    return start_of_period(window.over, day)


def orders_of(standing: Standing, programme: Programme, goods: Goods = ALL_GOODS) -> list[Order]:
    """Purchases of these goods less what came back; those that came back whole are left out."""
    kinds_that_count = {kind.id for kind in programme.tender_kinds if kind.counts}
    back: dict[tuple[str, int], int] = {}
    for fact in standing.history:
        if isinstance(fact, Returned):
            for line in fact.lines:
                back[fact.sale, line.index] = back.get((fact.sale, line.index), 0) + line.amount_minor
    orders = []
    for fact in standing.history:
        if isinstance(fact, Bought):
            order = _order(fact, kinds_that_count, goods, back)
            if order is not None:
                orders.append(order)
    return orders


def measures_with(
    programme: Programme, measures: Mapping[str, int], bought: Bought, *, first_today: bool
) -> Mapping[str, int]:
    """What is told of a member with one more purchase, which may be their `first_today`.

    Averages and scores need the other purchases as well: they stay.
    """
    kinds = {kind.id for kind in programme.tender_kinds if kind.counts}
    after = dict(measures)
    for measure in programme.measures:
        order = _order(bought, kinds, measure.goods, {})
        if order is None or (measure.channels and order.channel not in measure.channels):
            continue
        more = {"spend": order.counted_minor, "orders": 1, "order_days": int(first_today)}.get(measure.of, 0)
        if more:
            after[measure.id] = after.get(measure.id, 0) + more
        elif measure.of == "recency_days" and measure.id in after:
            after[measure.id] = 0
    return after


def _order(bought: Bought, kinds: Iterable[str], goods: Goods, back: Mapping[tuple[str, int], int]) -> Order | None:
    nets = [line.net_minor - back.get((bought.number, index), 0) for index, line in enumerate(bought.lines)]
    mine = sum(net for net, line in zip(nets, bought.lines, strict=True) if goods.include(line))
    if mine <= 0 and any(key[0] == bought.number for key in back):
        return None
    # What was free counts as a visit all the same.
    if bought.lines and not any(goods.include(line) for line in bought.lines):
        return None
    # What was paid beyond the goods is for fees.
    paid = min(sum(part.amount_minor for part in bought.paid if part.kind in kinds), bought.net_minor)
    # What counts is shared over the goods as they were sold, so that a return takes its own share away.
    shares = allocate(paid, [line.net_minor for line in bought.lines]) if bought.lines else ()
    counted = 0
    for share, net, line in zip(shares, nets, bought.lines, strict=True):
        if goods.include(line) and line.net_minor > 0:
            counted += share * net // line.net_minor
    return Order(bought.moment.day, bought.moment.channel, counted, mine)


def _of_orders(measure: Measure, orders: list[Order], day: str) -> int:
    spend = sum(order.counted_minor for order in orders)
    if measure.of == "spend":
        return spend
    if measure.of == "orders":
        return len(orders)
    if measure.of == "order_days":
        return len({order.day for order in orders})
    if measure.of == "average_order":
        return spend // len(orders) if orders else 0
    recency = min((days_between(order.day, day) for order in orders), default=NEVER_DAYS)
    if measure.of == "recency_days":
        return recency
    return rfm_score(measure.rfm, recency, len(orders), spend) if measure.rfm else 0


def rfm_score(rfm: Rfm, recency_days: int, orders: int, spend_minor: int) -> int:
    """The weighted mean of the three scores, times 100, rounded down."""
    parts = (
        (rfm.recency, _score_down(rfm.recency, recency_days)),
        (rfm.frequency, _score_up(rfm.frequency, orders)),
        (rfm.monetary, _score_up(rfm.monetary, spend_minor)),
    )
    return 100 * sum(part.weight * score for part, score in parts) // sum(part.weight for part, _ in parts)


def _score_up(part: RfmPart, value: int) -> int:
    return max((band.score for band in part.bands if value >= band.at_least), default=0)


def _score_down(part: RfmPart, value: int) -> int:
    """Recency: the smallest band that the days still fit into."""
    return max((band.score for band in part.bands if value <= band.at_least), default=0)


def _moves(standing: Standing, first: str, day: str) -> list[Change]:
    return [move for move in standing.moves if first <= move.day <= day]


def _growth(measure: Measure, moves: list[Change]) -> int:
    if measure.from_actions_at_most is None:
        return max(0, sum(move.amount for move in moves))
    from_actions = sum(move.amount for move in moves if move.why in _FROM_ACTIONS)
    others = sum(move.amount for move in moves if move.why not in _FROM_ACTIONS)
    return max(0, others + min(from_actions, measure.from_actions_at_most))


def _of_the_rest(measure: Measure, standing: Standing, first: str, day: str) -> int:
    if measure.of == "stored_balance":
        return standing.total(PRINCIPAL) + standing.total(BONUS)
    if measure.of == "member_days":
        return days_between(standing.joined_on or day, day)
    facts = [fact for fact in standing.history if first <= fact.moment.day <= day]
    undone = {fact.what for fact in standing.history if isinstance(fact, Undone)}
    if measure.of == "topped_up":
        return sum(fact.paid_minor for fact in facts if isinstance(fact, ToppedUp) and fact.number not in undone)
    if measure.of == "referrals":
        brought = (fact for fact in facts if isinstance(fact, FriendCame) and not fact.as_friend)
        return sum(fact.number not in undone for fact in brought)
    reverted = undone | {fact.reverts for fact in facts if isinstance(fact, Acted)}
    return sum(
        isinstance(fact, Acted)
        and not fact.reverts
        and fact.number not in reverted
        and (not measure.actions or fact.action in measure.actions)
        for fact in facts
    )
