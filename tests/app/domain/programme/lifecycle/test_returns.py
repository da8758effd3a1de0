"""A sale that comes back whole leaves a member as they were, whatever the programme says."""

from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, Lot
from app.domain.programme.lifecycle.facts import Bought, Joined, Paid, Returned, ReturnedLine, SoldLine, Spent
from app.domain.programme.lifecycle.going_back import off_refund_minor
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import (
    Accrual,
    Condition,
    Gift,
    Goods,
    Grant,
    Measure,
    MeasureLine,
    Multiplier,
    Programme,
    Tier,
)
from app.domain.programme.rights import GROWTH, coupon_unit
from app.domain.programme.scene import Moment
from tests.app.domain.programme.programmes import NAMES, plain, with_measures
from tests.app.domain.programme.strategies import held, parts_of, programmes, sales

DAY = "2026-03-01"
# Shrinking a whole programme takes minutes; a failing example is printed as it is.
QUICK = settings(max_examples=60, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def _lived(programme: Programme, standing: Standing, *facts: object) -> Standing:
    for fact in facts:
        standing = standing.after(react(programme, standing, fact), fact)  # type: ignore[arg-type]
    return standing


def _joined(programme: Programme) -> Standing:
    return _lived(programme, Standing(), Joined("join", Moment("2026-01-15")))


@QUICK
@given(programme=programmes(), data=st.data())
def test_a_sale_that_comes_back_in_any_parts_moved_nothing(programme: Programme, data: st.DataObject) -> None:
    before = _lived(programme, _joined(programme), data.draw(sales("old", "2026-02-01")))
    sale = data.draw(sales("sale", DAY))
    later = data.draw(st.sampled_from([DAY, "2026-03-20"]))
    after = _lived(programme, before, sale, *data.draw(parts_of(sale, later)))
    assert {key: amount for key, amount in after.lots.items() if key[0] != "growth_short"} == dict(before.lots)
    assert held(after) == held(before)


@QUICK
@given(programme=programmes(), data=st.data())
def test_a_first_sale_that_came_back_is_no_first_sale(programme: Programme, data: st.DataObject) -> None:
    joined = _joined(programme)
    sale = data.draw(sales("sale", DAY))
    after = _lived(programme, joined, sale, *data.draw(parts_of(sale, DAY)))
    again = Bought("again", sale.moment, sale.lines, sale.paid)
    at_first, once_more = _lived(programme, joined, again), _lived(programme, after, again)
    for unit in (POINTS, GROWTH, BONUS, coupon_unit("off")):
        assert once_more.total(unit) == at_first.total(unit)
    nothing = _lived(programme, once_more, *data.draw(parts_of(again, DAY)))
    assert nothing.lots == joined.lots


def test_a_tier_reached_again_the_same_day_gives_and_takes_its_gift_once_more() -> None:
    gift = Gift(id="up", names=NAMES, on="tier", when=Condition(tiers=frozenset({"gold"})), gives=(Grant(growth=50),))
    reach = Condition(measures=(MeasureLine(measure="spend", at_least=5_000),))
    programme = replace(
        with_measures(plain(), Measure(id="spend", names=NAMES, of="spend")),
        tiers=(Tier(id="basic", names=NAMES), Tier(id="gold", names=NAMES, enter=reach)),
        accruals=(Accrual(id="growth", names=NAMES, unit="growth", per_minor=100),),
        gifts=(gift,),
    )
    standing = _joined(programme)
    for number in range(3):
        sale = Bought(f"s{number}", Moment(DAY), (SoldLine("p", 8_000, 8_000),), (Paid("cash", 8_000),))
        standing = _lived(programme, standing, sale)
        assert standing.total(GROWTH) == 80 + 50
        standing = _lived(
            programme, standing, Returned(f"r{number}", Moment(DAY), sale.number, (ReturnedLine(0, 8_000),))
        )
        assert standing.lots == {}


def test_stored_value_points_and_coupons_that_paid_come_back() -> None:
    programme = plain()
    coupon, points, value = Lot("gift"), Lot("sale", "", "2027-12-31"), Lot("topup:1")
    before = Standing(
        joined_on="2026-01-15",
        lots={(coupon_unit("off"), coupon): 1, (POINTS, points): 500, ("principal", value): 9_000},  # type: ignore[dict-item]
    )
    paid = (Paid("stored_value", 7_000), Paid("cash", 1_000))
    sale = Bought("s", Moment(DAY), (SoldLine("p", 9_000, 8_000),), paid, coupons=("off",), points=300)
    after = _lived(programme, before, sale)
    assert after.total(coupon_unit("off")) == 0
    assert after.total(POINTS) == 500 - 300 + 80
    half = _lived(programme, after, Returned("r1", Moment(DAY), "s", (ReturnedLine(0, 4_000),)))
    assert half.total(coupon_unit("off")) == 0
    assert half.total(POINTS) == 500 - 150 + 40
    whole = _lived(programme, half, Returned("r2", Moment(DAY), "s", (ReturnedLine(0, 4_000),)))
    assert whole.lots == before.lots


def test_points_already_spent_are_a_debt_or_come_off_the_refund() -> None:
    sale = Bought("s", Moment(DAY), (SoldLine("p", 8_000, 8_000),), (Paid("cash", 8_000),))
    back = Returned("r", Moment(DAY), "s", (ReturnedLine(0, 8_000),))
    for policy, debt, off in (("debt", 80, 0), ("off_refund", 0, 80)):
        programme = plain(points_already_spent=policy)
        spent = _lived(programme, _joined(programme), sale, Spent("m", Moment(DAY), POINTS, 80))
        assert off_refund_minor(programme, spent, back) == off
        assert _lived(programme, spent, back).total(POINTS_DEBT) == debt


def test_a_debt_that_the_purchase_had_paid_is_owed_again() -> None:
    programme = plain()
    owing = replace(_joined(programme), lots={(POINTS_DEBT, Lot("debt")): 50})
    sale = Bought("s", Moment(DAY), (SoldLine("p", 8_000, 8_000),), (Paid("cash", 8_000),))
    after = _lived(programme, owing, sale)
    assert (after.total(POINTS), after.total(POINTS_DEBT)) == (30, 0)
    half = _lived(programme, after, Returned("r1", Moment(DAY), "s", (ReturnedLine(0, 4_000),)))
    assert (half.total(POINTS), half.total(POINTS_DEBT)) == (0, 10)
    assert _lived(programme, half, Returned("r2", Moment(DAY), "s", (ReturnedLine(0, 4_000),))).lots == owing.lots


def test_by_item_what_is_left_earns_again_and_by_amount_a_share_goes() -> None:
    lines = (SoldLine("big", 1_150, 1_150), SoldLine("small", 50, 50))
    sale = Bought("s", Moment(DAY), lines, (Paid("cash", 1_200),))
    back = Returned("r", Moment(DAY), "s", (ReturnedLine(1, 50),))
    left = {}
    for policy in ("amount", "item"):
        programme = plain(return_reverses=policy, per_minor=500)
        left[policy] = _lived(programme, _joined(programme), sale, back).total(POINTS)
    assert left == {"amount": 2, "item": 2}
    back_big = Returned("r", Moment(DAY), "s", (ReturnedLine(0, 250),))
    for policy in ("amount", "item"):
        programme = plain(return_reverses=policy, per_minor=500)
        left[policy] = _lived(programme, _joined(programme), sale, back_big).total(POINTS)
    assert left == {"amount": 2, "item": 1}


def test_by_item_a_return_never_brings_points_where_what_is_left_would_have_earned_more() -> None:
    """0.50 of one-fold and 0.50 of five-fold goods earn 1 point together, the five-fold alone, rounded up, 5."""
    rounded = Accrual(id="spend", names=NAMES, per_minor=100, rounding="half_up")
    five = Multiplier(id="five", names=NAMES, rate_basis_points=50_000, goods=Goods(categories=frozenset({"tea"})))
    programme = replace(plain(return_reverses="item"), accruals=(rounded,), multipliers=(five,))
    lines = (SoldLine("a", 50, 50), SoldLine("c", 100, 100), SoldLine("b", 50, 50, category="tea"))
    bought = _lived(programme, _joined(programme), Bought("s", Moment(DAY), lines, (Paid("cash", 200),)))
    totals = [bought.total(POINTS)]
    for number, line in enumerate((1, 0, 2)):
        part = ReturnedLine(line, lines[line].net_minor)
        bought = _lived(programme, bought, Returned(f"r{number}", Moment(DAY), "s", (part,)))
        totals.append(bought.total(POINTS))
        assert bought.total(POINTS_DEBT) == 0
    assert totals == [2, 1, 1, 0]
