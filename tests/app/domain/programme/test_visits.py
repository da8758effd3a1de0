"""What own sales add is what the measure measures; where head office has spoken its word stands."""

from dataclasses import replace

from app.domain.ids import TierId
from app.domain.member import Member
from app.domain.programme.model import (
    Condition,
    Goods,
    Measure,
    MeasureLine,
    Programme,
    TenderKind,
    TenderType,
    Tier,
    Window,
)
from app.domain.programme.people import person_of, tier_held
from app.domain.programme.visits import Visit, Visits, added_to_measures, measured_here
from tests.app.domain.builders import member_view
from tests.app.domain.programme.programmes import NAMES, plain, with_measures

KINDS = (
    TenderKind(id="cash", names=NAMES, type=TenderType.CASH),
    TenderKind(id="gift_card", names=NAMES, type=TenderType.EXTERNAL, counts=False),
)
SPEND = Measure(id="yearly", names=NAMES, of="spend")
TEA = Measure(id="tea", names=NAMES, of="spend", goods=Goods(categories=frozenset({"tea"})))
ORDERS = Measure(id="visits", names=NAMES, of="orders")
DAYS = Measure(id="days", names=NAMES, of="order_days")
PROGRAMME = with_measures(
    plain(), SPEND, TEA, ORDERS, DAYS, Measure(id="age", names=NAMES, of="member_days"), kinds=KINDS
)


def test_spend_orders_and_days_are_added_by_what_is_measured_whatever_it_is_called() -> None:
    visits = (
        Visit("2026-11-22", {"cash": 1_000, "gift_card": 500}, 750),
        Visit("2026-11-22", {"cash": 400}),
        Visit("2026-11-23", {"cash": 900}, 900),
    )
    added = added_to_measures(PROGRAMME, Visits(visits, given_back_minor=100), "2026-11-23")
    assert added == {"yearly": 500 + 400 - 100, "visits": 2, "days": 1}


def _ladder() -> Programme:
    def enter(amount: int) -> Condition:
        return Condition(measures=(MeasureLine(measure="yearly", at_least=amount),))

    tiers = (
        Tier(id="basic", names=NAMES),
        Tier(id="silver", names=NAMES, enter=enter(1_000)),
        Tier(id="gold", names=NAMES, enter=enter(5_000)),
    )
    return replace(PROGRAMME, tiers=tiers)


def _held(tier: str, measured: int, added: int) -> str:
    member = member_view().member
    assert isinstance(member, Member)
    now = replace(
        member, tier=TierId(tier), measures={"yearly": measured + added}, added={"yearly": added} if added else {}
    )
    held = tier_held(replace(member_view(), member=now), _ladder())
    return held.id if held else ""


def test_own_sales_lift_and_what_head_office_knew_and_did_not_give_stays_so() -> None:
    assert _held("basic", 900, 100) == "silver"
    assert _held("basic", 900, 4_100) == "gold"
    # Head office had all of that when it let the member fall.
    assert _held("basic", 1_200, 0) == "basic"
    assert _held("basic", 1_200, 4_000) == "basic"


def test_what_was_sold_here_before_the_window_began_adds_nothing() -> None:
    month = with_measures(
        plain(), Measure(id="month", names=NAMES, of="spend", window=Window(over="rolling", days=30)), kinds=KINDS
    )
    visits = Visits((Visit("2026-10-24", {"cash": 900}), Visit("2026-10-25", {"cash": 70})))
    assert added_to_measures(month, visits, "2026-11-23") == {"month": 70}


def test_what_grows_by_the_day_is_worked_out_here_and_does_not_make_a_buyer() -> None:
    programme = with_measures(
        plain(),
        Measure(id="age", names=NAMES, of="member_days"),
        Measure(id="rested", names=NAMES, of="recency_days"),
        kinds=KINDS,
    )
    told = replace(_member(), joined_on="2026-11-01", measures={"rested": 12}, measured_on="2026-11-20")
    stranger = measured_here(programme, told, Visits(), "2026-11-23")
    assert stranger.measures == {"age": 22, "rested": 15}
    assert not _has_bought(stranger, programme)
    came = measured_here(programme, told, Visits((Visit("2026-11-22", {"cash": 5}),)), "2026-11-23")
    assert (came.measures["rested"], came.last_visit_on) == (1, "2026-11-22")
    assert _has_bought(came, programme)


def _member() -> Member:
    member = member_view().member
    assert isinstance(member, Member)
    return replace(member, last_visit_on="", measures={})


def _has_bought(member: Member, programme: Programme) -> bool:
    person = person_of(replace(member_view(), member=member), programme)
    return person is not None and person.has_bought
