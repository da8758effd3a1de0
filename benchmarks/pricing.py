"""Price a basket: ten lines under the demo programme and a heavy one, thirty under twelve offers, 200 under fifty.

The heavy programme has item, basket and coupon offers that get in each other's way. Then come baskets each under offers
of its own, as the tests draw them: thirty lines under twelve offers, and eight lines under eight that hardly any shop
would make. How many baskets are proved to be the customer's best is a figure of its own, and how far those may be off
that are not. Times are of the processor: pricing waits for nothing, and a busy machine says little. Python's collector
leaves alone what was loaded at the start, as it does at the till (`app.ui.garbage`) and at head office.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from time import process_time_ns

from app.cli.demo.goods import demo_goods
from app.cli.demo.people import people
from app.cli.demo.shop import demo_programme_text
from app.domain.basket import Basket
from app.domain.catalogue import Product
from app.domain.ids import ProductId
from app.domain.member import Holding, MemberView
from app.domain.money import MILLI
from app.domain.pricing import Bound, PricedBasket, price
from app.domain.programme.file import read_programme
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Coupon,
    CouponAmount,
    CouponPercent,
    Goods,
    NthPiece,
    Percent,
    PiecesFor,
    Programme,
    Promotion,
    Step,
)
from app.domain.programme.rights import coupon_unit
from app.domain.programme.scene import Moment
from benchmarks.figures import Figure, Goal, Pairs, percentile
from tests.app.domain.pricing.exotic import exotic
from tests.app.domain.pricing.shops import large

LIMIT_IS = "reading the lines once"
_TODAY = "2026-11-22"
_NAMES = {"zh_CN": "优惠"}


@dataclass(frozen=True, slots=True)
class _Case:
    """So many lines under so many promotions, with one of each coupon held; `p99_ms` is the goal."""

    name: str
    lines: int
    programme: Programme
    p99_ms: float
    rounds: int


def run(rounds: int = 2_000) -> Iterator[Figure]:
    """All cases; every basket is another one."""
    demo = read_programme(demo_programme_text())
    chance = Random(7)
    heavy = replace(demo, promotions=tuple(_promotions(chance, 50)))
    gc.collect()
    gc.freeze()
    for case in (
        _Case("10_lines_", 10, demo, 3.0, rounds),
        _Case("10_lines_heavy_", 10, _heavy(demo), 3.0, rounds),
        _Case("30_lines_12_offers_", 30, _dozen(_heavy(demo)), 100.0, max(1, rounds // 5)),
        _Case("200_lines_50_promotions_", 200, heavy, 100.0, max(1, rounds // 5)),
    ):
        context = {"lines": case.lines, "promotions": len(case.programme.promotions)}
        yield from _figures(case.name, case.p99_ms, context, *_measure(case, chance))
    for name, draw, lines, p99_ms in (
        ("random_30_lines_12_offers_", large, 30, 50.0),
        ("exotic_8_lines_8_offers_", exotic, 8, 30.0),
    ):
        yield from _figures(name, p99_ms, {"lines": lines}, *_measure_drawn(draw, max(1, rounds // 5)))


def _figures(
    name: str, p99_ms: float, context: Mapping[str, int], pairs: Pairs, gaps: Sequence[float]
) -> Iterator[Figure]:
    goals = {0.5: (None, Goal.NONE), 0.99: (p99_ms, Goal.VALUE_AT_MOST)}
    yield from pairs.figures("pricing", LIMIT_IS, goals, context, prefix=name)
    yield _share(f"{name}not_proved", 100 * sum(map(bool, gaps)) / len(gaps), 5.0, context, len(gaps))
    yield _share(f"{name}may_be_off_p99", percentile(gaps, 0.99), None, context, len(gaps))


def _share(name: str, value: float, goal: float | None, context: Mapping[str, int], n: int) -> Figure:
    """The share of baskets that are not proved to be the best; by how much of its total one of them may be off."""
    return Figure(
        bench="pricing",
        figure=name,
        value=value,
        unit="%",
        limit=None,
        limit_is="all proved",
        goal=goal,
        n=n,
        goal_is=Goal.VALUE_AT_MOST,
        context=context,
    )


def _heavy(demo: Programme) -> Programme:
    """Second at half price, percents, three for a price, two amounts off and three coupons over the same goods."""

    def of(*categories: str) -> Goods:
        return Goods(categories=frozenset(categories))

    steps = ((10_000, 1_000), (20_000, 2_500), (30_000, 4_500))
    promotions: tuple[Promotion, ...] = (
        NthPiece(id="half", names=_NAMES, count=2, pay_basis_points=5_000, goods=of("bakery")),
        Percent(id="beauty", names=_NAMES, pay_basis_points=8_800, goods=of("beauty")),
        Percent(id="drinks", names=_NAMES, pay_basis_points=9_000, goods=of("drinks")),
        PiecesFor(id="three", names=_NAMES, count=3, price_minor=2_500, goods=of("fresh")),
        AmountOff(id="full", names=_NAMES, steps=tuple(Step(at_least_minor=at, off_minor=off) for at, off in steps)),
        AmountOff(
            id="some", names=_NAMES, steps=(Step(at_least_minor=5_000, off_minor=600),), goods=of("bakery", "beauty")
        ),
    )
    coupons = (
        Coupon(id="big", names=_NAMES, effect=CouponAmount(off_minor=1_500), at_least_minor=16_900),
        Coupon(id="small", names=_NAMES, effect=CouponAmount(off_minor=800), at_least_minor=7_900),
        Coupon(id="tenth", names=_NAMES, effect=CouponPercent(pay_basis_points=9_000), at_most_minor=3_000),
    )
    return replace(demo, promotions=promotions, coupons=coupons)


def _dozen(heavy: Programme) -> Programme:
    """Twelve offers: the heavy programme with a basket percent of its own group and two more coupons."""
    own = BasketPercent(
        id="own", names=_NAMES, pay_basis_points=9_500, at_least_minor=40_000, at_most_minor=3_000, group="own"
    )
    coupons = (
        Coupon(id="huge", names=_NAMES, effect=CouponAmount(off_minor=8_000), at_least_minor=100_000),
        Coupon(id="tiny", names=_NAMES, effect=CouponAmount(off_minor=300), group="small"),
    )
    return replace(heavy, promotions=(*heavy.promotions, own), coupons=(*heavy.coupons, *coupons))


def _measure(case: _Case, chance: Random) -> tuple[Pairs, Sequence[float]]:
    goods = _goods(case.lines)
    programme = case.programme
    members = [holder.member for holder in people(500, seed=1, today=_TODAY, programme=programme) if holder.member]
    units = [coupon_unit(coupon.id) for coupon in programme.coupons]
    pairs, gaps = Pairs(), list[float]()
    for number in range(-20, case.rounds):
        member = chance.choice(members)
        holdings = {unit: Holding(unit, 1, 1) for unit in units}
        basket = Basket().with_member(MemberView(member.wallet, member, None, holdings))
        for product in chance.sample(goods, case.lines):
            basket = basket.add(product, MILLI * chance.choice((1, 1, 1, 2, 3)))
        result = _timed(pairs if number >= 0 else Pairs(), basket, programme)
        if number >= 0:
            gaps.append(_may_be_off(result))
    return pairs, gaps


def _measure_drawn(draw: Callable[[int], tuple[Basket, Programme]], rounds: int) -> tuple[Pairs, Sequence[float]]:
    """Every basket under a programme of its own."""
    pairs, gaps = Pairs(), list[float]()
    for seed in range(rounds):
        gaps.append(_may_be_off(_timed(pairs, *draw(seed))))
    return pairs, gaps


def _timed(pairs: Pairs, basket: Basket, programme: Programme) -> PricedBasket:
    began = process_time_ns()
    result = price(basket, programme, Moment(_TODAY))
    priced = process_time_ns()
    _read_once(basket)
    pairs.add(priced - began, process_time_ns() - priced)
    return result


def _may_be_off(priced: PricedBasket) -> float:
    """By how much of what it comes to, in per cent."""
    gap_minor = priced.proof.gap_minor if isinstance(priced.proof, Bound) else 0
    return 100 * gap_minor / max(1, priced.total_minor)


def _read_once(basket: Basket) -> int:
    return sum(line.product.price_minor * line.quantity_milli // MILLI for line in basket.lines)


def _goods(lines: int) -> Sequence[Product]:
    """The demo's goods, again under other ids where they are too few."""
    goods = demo_goods()
    again = 1 + 2 * lines // len(goods)
    return [replace(product, id=ProductId(f"{product.id}-{n}")) for n in range(again) for product in goods]


def _promotions(chance: Random, count: int) -> Iterator[Promotion]:
    """Half take something off from an amount on, half reduce the n-th piece; a fifth of them is for all goods."""
    categories = sorted({product.category for product in demo_goods()})
    for number in range(count):
        some = () if number % 5 == 0 else chance.sample(categories, chance.randint(1, 3))
        goods = Goods(categories=frozenset(some))
        if number % 2:
            threshold = chance.randrange(50, 500) * 100
            steps = (
                Step(at_least_minor=threshold, off_minor=threshold // 50),
                Step(at_least_minor=2 * threshold, off_minor=threshold // 20),
            )
            yield AmountOff(id=f"off-{number}", names=_NAMES, steps=steps, goods=goods)
        else:
            share = chance.choice((5_000, 7_000, 8_000, 9_000))
            yield NthPiece(
                id=f"nth-{number}", names=_NAMES, count=chance.randint(2, 4), pay_basis_points=share, goods=goods
            )
