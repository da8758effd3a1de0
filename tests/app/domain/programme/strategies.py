"""Random programmes, and what may happen to a member under them."""

from hypothesis import strategies as st

from app.domain.ids import TierId
from app.domain.programme.lifecycle.facts import Bought, Paid, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import (
    Accrual,
    Benefits,
    Condition,
    Coupon,
    CouponAmount,
    Entitlement,
    EntitlementGrant,
    Gift,
    Grant,
    Lasting,
    Limit,
    Measure,
    MeasureLine,
    Multiplier,
    PointsOff,
    Policies,
    Programme,
    TenderKind,
    TenderType,
    Tier,
    Window,
)
from app.domain.programme.scene import Moment

NAMES = {"en": "x"}
KINDS = (
    TenderKind(id="cash", names=NAMES, type=TenderType.CASH),
    TenderKind(id="gift_card", names=NAMES, type=TenderType.EXTERNAL, counts=False, earns=False),
)
MEASURES = tuple(
    Measure(id=f"{of}-{over}", names=NAMES, of=of, window=Window(over=over, months=12 if over == "rolling" else 0))
    for of in ("spend", "orders", "order_days", "points_earned", "growth")
    for over in ("life", "rolling", "year", "tier")
)

lastings = st.sampled_from([Lasting(), Lasting(years=1), Lasting(months=3), Lasting(years=1, to_end_of="year")])
policies = st.builds(
    Policies,
    points_on=st.sampled_from(["list", "discounted", "paid"]),
    current_sale_counts_for_tier=st.booleans(),
    return_reverses=st.sampled_from(["amount", "item"]),
    points_lot_order=st.sampled_from(["oldest_expiry", "newest_first"]),
    multipliers=st.sampled_from(["best", "add", "multiply"]),
    first_gifts_offline=st.sampled_from(["wait", "give"]),
)
rates = st.sampled_from([10_000, 12_500, 20_000, 33_300])


@st.composite
def _conditions(draw: st.DrawFn) -> Condition:
    lines = st.builds(
        MeasureLine, measure=st.sampled_from([each.id for each in MEASURES]), at_least=st.integers(1, 100_000)
    )
    own = draw(st.lists(lines, max_size=2))
    alternatives = draw(st.lists(lines.map(lambda line: Condition(measures=(line,))), max_size=2))
    return Condition(measures=tuple(own) or (draw(lines),), any=tuple(alternatives))


@st.composite
def _tiers(draw: st.DrawFn) -> tuple[Tier, ...]:
    grants = st.builds(EntitlementGrant, entitlement=st.just("course"), count=st.integers(1, 3))
    benefits = st.builds(
        Benefits,
        points_basis_points=rates,
        growth_basis_points=rates,
        entitlements=st.lists(grants, max_size=1).map(tuple),
    )
    higher = [
        Tier(id=f"tier{number}", names=NAMES, enter=draw(_conditions()), lasts=draw(lastings), benefits=draw(benefits))
        for number in range(1, draw(st.integers(1, 4)))
    ]
    return (Tier(id="tier0", names=NAMES), *higher)


def _gifts(tiers: tuple[Tier, ...]) -> st.SearchStrategy[Gift]:
    grants = st.one_of(
        st.builds(Grant, coupon=st.just("off"), count=st.integers(1, 3)),
        st.builds(Grant, entitlement=st.just("course")),
        st.builds(Grant, points=st.integers(1, 500)),
        st.builds(Grant, growth=st.integers(1, 500)),
        st.builds(Grant, bonus_minor=st.integers(1, 5_000)),
    )
    return st.builds(
        Gift,
        id=st.uuids().map(lambda each: f"g{each.hex[:8]}"),
        names=st.just(NAMES),
        on=st.sampled_from(["purchase", "first_purchase", "tier"]),
        at_least_minor=st.sampled_from([0, 10_000]),
        gives=st.lists(grants, min_size=1, max_size=2).map(tuple),
        limits=st.sampled_from([(), (Limit(count=1),), (Limit(count=2, per="month"),)]),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """A programme of random tiers, accruals, multipliers, gifts and policies."""
    tiers = draw(_tiers())
    accruals = st.builds(
        Accrual,
        id=st.uuids().map(lambda each: f"a{each.hex[:8]}"),
        names=st.just(NAMES),
        unit=st.sampled_from(["points", "growth"]),
        amount=st.integers(1, 3),
        per_minor=st.sampled_from([1, 100, 1_000, 333]),
        lasts=lastings,
        rounding=st.sampled_from(["down", "half_up", "up"]),
        tier_rates=st.booleans(),
    )
    multipliers = st.builds(
        Multiplier,
        id=st.uuids().map(lambda each: f"m{each.hex[:8]}"),
        names=st.just(NAMES),
        unit=st.sampled_from(["points", "growth"]),
        rate_basis_points=rates,
        paid_at_least_minor=st.sampled_from([0, 20_000]),
        limits=st.sampled_from([(), (Limit(count=1, per="year"),)]),
    )
    return Programme(
        id="random",
        version=1,
        names=NAMES,
        effective_from="2026-01-01",
        currency="CNY",
        policies=draw(policies),
        measures=MEASURES,
        tiers=tiers,
        accruals=tuple(draw(st.lists(accruals, min_size=1, max_size=3))),
        multipliers=tuple(draw(st.lists(multipliers, max_size=2))),
        gifts=tuple(draw(st.lists(_gifts(tiers), max_size=3))),
        coupons=(Coupon(id="off", names=NAMES, effect=CouponAmount(off_minor=100), lasts=Lasting(months=1)),),
        entitlements=(Entitlement(id="course", names=NAMES),),
        points_off=draw(st.sampled_from([None, PointsOff(points=100, worth_minor=100)])),
        tender_kinds=KINDS,
    )


@st.composite
def sales(draw: st.DrawFn, number: str, day: str) -> Bought:
    """A purchase of one to three lines, paid with one or two kinds."""
    nets = draw(st.lists(st.integers(1, 80_000), min_size=1, max_size=3))
    lines = tuple(SoldLine(f"p{index}", net + draw(st.integers(0, 500)), net) for index, net in enumerate(nets))
    cash = draw(st.integers(0, sum(nets)))
    return Bought(number, Moment(day), lines, (Paid("cash", cash), Paid("gift_card", sum(nets) - cash)))


@st.composite
def parts_of(draw: st.DrawFn, bought: Bought, day: str) -> list[Returned]:
    """The whole of a purchase, coming back in any parts and in any order of lines."""
    parts: list[ReturnedLine] = []
    for index, line in enumerate(bought.lines):
        first = draw(st.integers(1, line.net_minor))
        parts += [ReturnedLine(index, part) for part in (first, line.net_minor - first) if part]
    shuffled = draw(st.permutations(parts))
    return [
        Returned(f"{bought.number}-back{number}", Moment(day), bought.number, (part,))
        for number, part in enumerate(shuffled)
    ]


def held(standing: Standing) -> dict[str, TierId]:
    """The tier on each ladder."""
    return {ladder: each.tier for ladder, each in standing.tiers.items()}
