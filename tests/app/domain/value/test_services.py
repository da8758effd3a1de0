"""What a member may have besides goods: by what the till holds, and never twice what a limit allows."""

from dataclasses import replace

import pytest

from app.domain.errors import Refused, Why
from app.domain.ids import MemberId, WalletId
from app.domain.lease import Lease
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.member import Holding, Member, MemberView
from app.domain.programme.model import (
    Action,
    BuyerDiscount,
    Condition,
    Draw,
    Entitlement,
    Grant,
    Lasting,
    Limit,
    Membership,
    Pass,
    Prize,
    Programme,
    Redemption,
    TenderKind,
    TenderType,
    Tier,
    Trial,
)
from app.domain.programme.rights import entitlement_unit, pass_unit, programme_wallet, quota_unit, right_unit, spin_unit
from app.domain.programme.scene import Moment
from app.domain.value.facts import Service
from app.domain.value.services import AtTill, Outcome, have, services_of

DAY = "2026-03-06"
WALLET, LOT = WalletId("w1"), Lot("gift")
ONCE_A_DAY = Limit(count=1, per="day")
PROGRAMME = Programme(
    id="shop",
    version=1,
    names={"en": "Shop"},
    effective_from="2026-01-01",
    currency="CNY",
    tiers=(Tier(id="base", names={"en": "Base"}), Tier(id="club", names={"en": "Club"}, ladder="club", bought=True)),
    redemptions=(
        Redemption(id="mug", names={"en": "Mug"}, points=500),
        Redemption(id="book", names={"en": "Book"}, points=100, when=Condition(tags=frozenset({"reader"}))),
    ),
    passes=(Pass(id="coffee", names={"en": "Coffee"}, price_minor=12_800, visits=10, per_day=1),),
    draws=(
        Draw(
            id="wheel",
            names={"en": "Wheel"},
            points=5,
            free=1,
            free_per="day",
            prizes=(
                Prize(id="suite", names={"en": "Suite"}, quota=1, gives=(Grant(points=50),)),
                Prize(id="thanks", names={"en": "Thanks"}),
            ),
        ),
        Draw(
            id="raffle",
            names={"en": "Raffle"},
            kind="raffle",
            drawn_on="2026-04-01",
            prizes=(Prize(id="car", names={"en": "Car"}, quota=1),),
        ),
    ),
    entitlements=(Entitlement(id="course", names={"en": "Course"}),),
    memberships=(
        Membership(
            id="year",
            names={"en": "Year"},
            tier="club",
            price_minor=19_900,
            buyer_discounts=(BuyerDiscount(tier="base", pay_basis_points=9_500),),
            trial=Trial(price_minor=990, lasts=Lasting(months=1)),
        ),
    ),
    actions=(Action(id="sign-in", names={"en": "Sign in"}, limits=(ONCE_A_DAY,), by_hand=True),),
    tender_kinds=(TenderKind(id="cash", names={"en": "Cash"}, type=TenderType.CASH),),
)
PASS_TODAY = right_unit("coffee", ONCE_A_DAY, DAY)
FREE_SPIN = right_unit("wheel-free", ONCE_A_DAY, DAY)


def till(held: dict[Unit, int], shared: dict[Unit, int] | None = None, total: dict[Unit, int] | None = None) -> AtTill:
    """A till that holds this of a member in the lowest tier."""
    member = Member(MemberId("m1"), WALLET, "张三", "13800001111", joined_on="2025-01-01")
    sums = {**held, **(total or {})}
    holdings = {unit: Holding(unit, count, held.get(unit, 0)) for unit, count in sums.items()}
    leases = tuple(Lease(WALLET, unit, LOT, granted=count) for unit, count in held.items())
    all_of = tuple(Lease(programme_wallet("shop"), unit, LOT, granted=count) for unit, count in (shared or {}).items())
    return AtTill(MemberView(WALLET, member, None, holdings), PROGRAMME, Moment(DAY), leases, all_of)


def had(at: AtTill, service: Service, about: str, dice: int = 0) -> dict[Unit, int]:
    """What it takes (negative) and brings, by unit."""
    outcome = have(at, service, about, "n1", dice)
    assert isinstance(outcome, Outcome)
    sums: dict[Unit, int] = {}
    for sign, takes in ((-1, outcome.taken), (1, outcome.brought), (-1, outcome.shared)):
        for each in takes:
            sums[each.unit] = sums.get(each.unit, 0) + sign * each.amount
    return sums


def why(at: AtTill, service: Service, about: str) -> Why | None:
    """Why it may not be had; the list and the deed say the same."""
    outcome = have(at, service, about, "n1", 0)
    said = next((o.refused for o in services_of(at) if o.key == (service, about, False)), None)
    assert isinstance(outcome, Refused) == (said is not None or outcome == Refused(Why.SERVICE_UNKNOWN))
    return outcome.why if isinstance(outcome, Refused) else None


def test_points_buy_a_thing_and_too_few_do_not() -> None:
    assert had(till({POINTS: 700}), Service.REDEMPTION, "mug") == {POINTS: -500}
    assert why(till({POINTS: 499}), Service.REDEMPTION, "mug") is Why.POINTS_SHORT
    assert why(till({POINTS: 499}, total={POINTS: 900}), Service.REDEMPTION, "mug") is Why.SERVICE_ELSEWHERE
    assert why(till({POINTS: 700}), Service.REDEMPTION, "book") is Why.SERVICE_NOT_NOW
    assert why(till({}), Service.REDEMPTION, "gone") is Why.SERVICE_UNKNOWN


def test_who_has_the_tag_may_have_what_is_for_them() -> None:
    at = till({POINTS: 700})
    assert at.view.member is not None
    reader = replace(at, view=replace(at.view, member=replace(at.view.member, tags=frozenset({"reader"}))))
    assert had(reader, Service.REDEMPTION, "book") == {POINTS: -100}


def test_raffle_tickets_are_seen_and_drawn_at_head_office() -> None:
    tickets = till({}, total={spin_unit("raffle"): 3})
    shown = next(each for each in services_of(tickets) if each.about == "raffle")
    assert (shown.left, shown.refused) == (3, Refused(Why.SERVICE_DRAWN_LATER, {"day": "2026-04-01"}))
    assert why(tickets, Service.DRAW, "raffle") is Why.SERVICE_DRAWN_LATER
    assert why(till({}), Service.DRAW, "raffle") is Why.SERVICE_UNKNOWN


def test_a_visit_takes_one_and_the_days_right_so_none_is_had_twice() -> None:
    unit = pass_unit("coffee")
    assert had(till({unit: 7, PASS_TODAY: 1}), Service.PASS_USE, "coffee") == {unit: -1, PASS_TODAY: -1}
    assert why(till({unit: 7, PASS_TODAY: 0}), Service.PASS_USE, "coffee") is Why.SERVICE_USED_UP
    assert why(till({unit: 7}), Service.PASS_USE, "coffee") is Why.SERVICE_NEEDS_LEASE


def test_a_pass_sold_brings_its_visits() -> None:
    assert had(till({}), Service.PASS_SALE, "coffee") == {pass_unit("coffee"): 10}


def test_a_spin_is_free_once_then_costs_points_and_takes_of_the_quota() -> None:
    suite = quota_unit("wheel", "suite")
    assert had(till({POINTS: 9, FREE_SPIN: 1}), Service.DRAW, "wheel") == {FREE_SPIN: -1}
    assert had(till({POINTS: 9}, {suite: 1}), Service.DRAW, "wheel") == {POINTS: 45, suite: -1}
    assert why(till({POINTS: 4}), Service.DRAW, "wheel") is Why.POINTS_SHORT


@pytest.mark.parametrize("dice", range(4))
def test_without_a_lease_of_the_prize_nobody_wins_it(dice: int) -> None:
    outcome = have(till({POINTS: 9}), Service.DRAW, "wheel", "n1", dice)
    assert isinstance(outcome, Outcome)
    assert (outcome.prize, outcome.shared) == ("thanks", ())


def test_an_entitlement_is_ticked_off_once() -> None:
    unit = entitlement_unit("course")
    assert had(till({unit: 1}), Service.ENTITLEMENT, "course") == {unit: -1}
    assert why(till({}), Service.ENTITLEMENT, "course") is Why.SERVICE_UNKNOWN


def test_an_action_by_hand_takes_its_right_and_head_office_does_the_rest() -> None:
    right = right_unit("sign-in", ONCE_A_DAY, DAY)
    assert had(till({right: 1}), Service.ACTION, "sign-in") == {right: -1}
    assert why(till({}), Service.ACTION, "sign-in") is Why.SERVICE_NEEDS_LEASE


def test_the_tier_buys_the_membership_for_less_and_the_trial_needs_its_right() -> None:
    year, trial = (o for o in services_of(till({})) if o.service is Service.MEMBERSHIP)
    assert (year.price_minor, year.refused) == (18_905, None)
    assert trial.is_trial
    assert trial.refused == Refused(Why.SERVICE_NEEDS_LEASE)
