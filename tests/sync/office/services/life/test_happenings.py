"""Every event of a till that befalls a member brings at head office what the programme says; undone it goes back."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, delete

from app.domain.bookkeeping import deal_event_body, entries_of_deal
from app.domain.ids import CardNumber, EventId, MemberId, TierId, WalletId
from app.domain.journal import Kind
from app.domain.lease import Take
from app.domain.lease.office import Rule
from app.domain.ledger import POINTS, POINTS_DEBT, PRINCIPAL, Lot, Unit
from app.domain.member import Card, Consent
from app.domain.people.body import kind_of_people_fact, people_fact_to_body
from app.domain.people.facts import ConsentChange, PeopleFact, ProfileChange, Registration
from app.domain.programme.model import TenderType
from app.domain.programme.publishing import Publication
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment
from app.domain.sale.basis import Basis, LineBasis
from app.domain.sale.facts import SaleTender
from app.domain.value.body import card_change_to_body, kind_of_deal
from app.domain.value.facts import (
    CardChange,
    CardStep,
    Holder,
    PrincipalRefund,
    Service,
    ServiceDeal,
    TopUp,
    Transfer,
    ValueDeal,
)
from sync.office.services.life.decide import DecideByHand
from sync.office.services.life.happenings import HAPPENINGS, bought_of
from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.upkeep.parked import ParkedEvents
from sync.office.storage.programmes import add_publication
from sync.office.storage.schema import programme_versions
from tests.app.domain.builders import approval, origin
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, SHOP, Office, sale_of
from tests.sync.protocol.chains import WALLET

THANKS = Unit("coupon:thanks")
ME = Holder(WalletId(WALLET), MemberId("m-zhang"))
WHO = (MemberId("m-zhang"), WalletId(WALLET), origin(1).operator)
PURSE = Lot("topup:up")
ALL_KINDS = (
    CLUB
    + """
[[measures]]
id = "topped"
name = { en = "Topped up" }
of = "topped_up"

[[measures]]
id = "balance"
name = { en = "Balance" }
of = "stored_balance"

[[tiers]]
id = "purse"
ladder = "purse"
name = { en = "Purse" }
enter = { measures = [{ measure = "balance", at_least = "100.00" }] }
lost_when = { measures = [{ measure = "balance", below = "0.01" }] }

[[tiers]]
id = "svip"
ladder = "paid"
bought = true
name = { en = "SVIP" }

[[memberships]]
id = "year"
name = { en = "A year" }
tier = "svip"
price = "199.00"
lasts = { years = 1 }

[[actions]]
id = "review"
name = { en = "Review" }
by_hand = true
brings = [{ unit = "points", amount = 10 }, { unit = "growth", amount = 4 }]
limits = [{ count = 1, per = "day" }]

[[redemptions]]
id = "rise"
name = { en = "Up" }
points = 100
gives = [{ growth = 9 }]

[[draws]]
id = "wheel"
name = { en = "Wheel" }
points = 5

[[draws.prizes]]
id = "luck"
name = { en = "Luck" }
gives = [{ growth = 3 }]

[[passes]]
id = "ten"
name = { en = "Ten" }
price = "100.00"
visits = 10

[[gifts]]
id = "welcome"
name = { en = "Welcome" }
on = "join"
gives = [{ coupon = "thanks" }]

[[gifts]]
id = "card"
name = { en = "Card" }
on = "card"
gives = [{ coupon = "thanks" }]

[[gifts]]
id = "birthday"
name = { en = "Birthday" }
on = "birthday_day"
gives = [{ coupon = "thanks" }]

[[gifts]]
id = "member"
name = { en = "Member" }
on = "membership"
gives = [{ coupon = "thanks", count = 3 }]

[[gifts]]
id = "filled"
name = { en = "Filled" }
on = "top_up"
gives = [{ points = 7 }]

[[referrals]]
id = "friends"
name = { en = "Friends" }
once = "first_purchase"
gives = [{ points = 50 }]
friend_gives = [{ points = 20 }]
"""
)


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk, ALL_KINDS)


def told(office: Office, *deals: ValueDeal) -> None:
    """The till sends these, and head office follows them up."""
    before = office.till.head.seq
    for deal in deals:
        office.till.add(kind_of_deal(deal), deal_event_body(deal, entries_of_deal(deal, SHOP)))
    office.desk.push(office.till, before)
    office.react()
    office.desk.check()


def told_of(office: Office, fact: PeopleFact) -> None:
    before = office.till.head.seq
    office.till.add(kind_of_people_fact(fact), people_fact_to_body(fact))
    office.desk.push(office.till, before)
    EnlistMembers(office.desk.world)()
    office.react()
    office.desk.check()


def service(kind: Service, about: str, number: str = "x", **more: object) -> ServiceDeal:
    deal = ServiceDeal(EventId(number), origin(1), "CNY", ME, kind, about, "club", 1)
    return replace(deal, **more)  # type: ignore[arg-type]


def top_up(amount: int = 20_000, number: str = "up") -> TopUp:
    paid = (SaleTender("cash", TenderType.CASH, amount, amount),)
    return TopUp(EventId(number), origin(2), "CNY", ME, paid, 0, (Take(PRINCIPAL, Lot(f"topup:{number}"), amount),))


def held(office: Office, unit: Unit, wallet: str = WALLET) -> int:
    return office.life(wallet).standing.total(unit)


def tiers(office: Office, wallet: str = WALLET) -> set[str]:
    return {str(tier) for tier in office.life(wallet).standing.tier_ids()}


def test_a_membership_sold_is_a_tier_and_its_gift(office: Office) -> None:
    told(office, service(Service.MEMBERSHIP, "year"))
    assert "svip" in tiers(office)
    assert office.life().standing.tiers["paid"].until == "2027-11-21"
    assert held(office, THANKS) == 3


def test_an_action_brings_points_and_growth_as_often_as_it_may(office: Office) -> None:
    right = Take(Unit("right:review:day:2026-11-22"), Lot("right"), 1)
    told(office, service(Service.ACTION, "review", taken=(right,)))
    assert (held(office, POINTS), held(office, GROWTH)) == (10, 4)
    told(office, service(Service.ACTION, "review", "y", taken=(right,)))
    assert (held(office, POINTS), held(office, GROWTH)) == (10, 4)


@pytest.mark.parametrize(
    ("deal", "growth"),
    [
        (service(Service.REDEMPTION, "rise"), 9),
        (service(Service.DRAW, "wheel", prize="luck"), 3),
        (service(Service.PASS_SALE, "ten", brought=(Take(Unit("pass:ten"), Lot("ten:x"), 10),)), 0),
        (service(Service.PASS_USE, "ten"), 0),
        (service(Service.ENTITLEMENT, "course"), 0),
    ],
    ids=lambda each: each.service.value if isinstance(each, ServiceDeal) else "",
)
def test_every_service_is_part_of_the_life_and_brings_what_only_head_office_gives(
    office: Office, deal: ServiceDeal, growth: int
) -> None:
    told(office, deal, deal)
    assert [fact.number for fact in office.life().standing.history] == ["x"]
    assert held(office, GROWTH) == growth
    assert {kind_of_deal(deal)} <= HAPPENINGS


@pytest.mark.parametrize(
    "deal",
    [
        service(Service.MEMBERSHIP, "year"),
        service(Service.MEMBERSHIP, "year", is_trial=True),
        service(Service.ACTION, "review", taken=(Take(Unit("right:review:day:2026-11-22"), Lot("right"), 1),)),
        service(Service.REDEMPTION, "rise"),
        service(Service.PASS_SALE, "ten", brought=(Take(Unit("pass:ten"), Lot("ten:x"), 10),)),
        service(Service.ENTITLEMENT, "course"),
    ],
    ids=lambda each: each.service.value,
)
def test_a_service_undone_at_the_till_brought_nothing_and_may_be_had_again(office: Office, deal: ServiceDeal) -> None:
    def there() -> tuple[object, ...]:
        life = office.life().standing
        limits = {mark for mark in life.done if "@" in mark or mark.startswith("trial:")}
        lots = {key: n for key, n in life.lots.items() if n and not key[0].startswith("right:")}
        return lots, dict(life.tiers), limits

    def undo_of(had: ServiceDeal) -> ServiceDeal:
        more = {"taken": had.brought, "brought": had.taken, "undoes": had.id, "approval": approval()}
        return replace(had, id=EventId(f"undo-{had.id}"), **more)  # type: ignore[arg-type]

    again = replace(deal, id=EventId("z"))
    told(office, deal)
    first = there()
    told(office, undo_of(deal))
    nothing = there()
    assert nothing == ({}, {"main": office.life().standing.tiers["main"]}, set())
    told(office, again)
    assert there()[1] == first[1]
    told(office, undo_of(again))
    assert there() == nothing


def test_goods_have_their_brand_at_head_office_as_well() -> None:
    moment = Moment("2026-11-22")
    sale = sale_of(1, 10_000)
    branded = replace(sale, basis=Basis(moment, lines=(LineBasis(sale.lines[0].number, brand="Aurora"),)))
    assert [line.brand for line in bought_of(branded, moment).lines] == ["Aurora"]
    assert [line.brand for line in bought_of(sale, moment).lines] == [""]


def test_a_balance_lifts_and_one_paid_out_or_moved_away_falls(office: Office) -> None:
    told(office, top_up())
    assert "purse" in tiers(office)
    assert held(office, POINTS) == 7
    moved = (Take(PRINCIPAL, PURSE, 20_000),)
    friend = Holder(WalletId("w-li"), MemberId("m-li"))
    told(office, Transfer(EventId("t"), origin(3), "CNY", ME, friend, moved))
    assert ("purse" in tiers(office), "purse" in tiers(office, "w-li")) == (False, True)
    out = SaleTender("cash", TenderType.CASH, 20_000, 20_000)
    told(office, PrincipalRefund(EventId("r"), origin(4), "CNY", friend, out, moved, approval()))
    assert "purse" not in tiers(office, "w-li")


def test_a_top_up_undone_takes_its_gifts_along(office: Office) -> None:
    told(office, top_up())
    out = SaleTender("cash", TenderType.CASH, 20_000, 20_000)
    undone = PrincipalRefund(
        EventId("r"), origin(4), "CNY", ME, out, (Take(PRINCIPAL, PURSE, 20_000),), approval(), EventId("up")
    )
    told(office, undone)
    assert (held(office, POINTS), held(office, PRINCIPAL), "purse" in tiers(office)) == (0, 0, False)


def registration(member: str = "zhang", referrer: str | None = None, birthday: str = "1990-11-23") -> Registration:
    return Registration(
        MemberId(f"m-{member}"),
        WalletId(f"w-{member}"),
        member,
        f"1380000{len(member):04d}",
        origin(1).operator,
        birthday,
        referrer=MemberId(referrer) if referrer else None,
    )


def test_who_registers_is_welcomed_once_and_has_a_birthday(office: Office) -> None:
    told_of(office, registration())
    told_of(office, registration())
    life = office.life()
    assert (held(office, THANKS), life.standing.joined_on, tiers(office)) == (1, "2026-11-22", {"basic"})
    office.nights("2026-11-23")
    assert held(office, THANKS) == 2


def test_a_birthday_told_later_is_looked_at_from_then_on(office: Office) -> None:
    told_of(office, registration(birthday=""))
    office.nights("2026-11-22")
    told_of(office, ProfileChange(*WHO, {"birthday": "1990-11-24"}))
    office.nights("2026-11-30")
    assert held(office, THANKS) == 2


def test_who_opted_out_has_no_message_in_the_queue_and_gets_none(office: Office) -> None:
    told_of(office, registration())
    office.nights("2026-11-30")
    assert {message for message, _ in office.queued()} == {"soon"}
    told_of(office, ConsentChange(*WHO, Consent.MESSAGES, given=False))
    assert office.queued() == []
    told(office, service(Service.MEMBERSHIP, "year"))
    office.nights("2026-12-20")
    assert office.queued() == []


def test_both_hear_of_a_friend_who_buys_and_once(office: Office) -> None:
    told_of(office, registration("wang"))
    told_of(office, registration("zhang", referrer="m-wang"))
    assert held(office, POINTS, "w-wang") == 0
    for number in (1, 2):
        office.sell(sale_of(number, 5_000))
        office.react()
        assert (held(office, POINTS), held(office, POINTS, "w-wang")) == (20, 50)


def test_a_friend_who_keeps_nothing_has_brought_nobody_anything_until_they_buy_again(office: Office) -> None:
    told_of(office, registration("wang"))
    told_of(office, registration("zhang", referrer="m-wang"))
    office.sell(sale_of(1, 5_000), sale_of(2, 5_000))
    for number, points in ((1, (20, 50)), (2, (0, 0))):
        office.refund(sale_of(number, 5_000))
        office.react()
        assert (held(office, POINTS), held(office, POINTS, "w-wang")) == points
    office.sell(sale_of(3, 5_000))
    office.react()
    assert (held(office, POINTS), held(office, POINTS, "w-wang")) == (20, 50)
    office.desk.check()


def test_what_a_friend_had_brought_and_is_spent_is_owed(office: Office) -> None:
    told_of(office, registration("wang"))
    told_of(office, registration("zhang", referrer="m-wang"))
    office.sell(sale_of(1, 5_000))
    office.react()
    DecideByHand(office.desk.world).adjust("w-wang", POINTS, -30, "spent", "chen")
    office.refund(sale_of(1, 5_000))
    office.react()
    assert (held(office, POINTS, "w-wang"), held(office, POINTS_DEBT, "w-wang")) == (0, 30)


def test_a_card_handed_out_brings_its_gift(office: Office) -> None:
    card = Card(CardNumber("880000000013"), WalletId(WALLET), MemberId("m-zhang"))
    before = office.till.head.seq
    change = CardChange(CardStep.ISSUE, (card,), approval())
    office.till.add(Kind.CARD_CHANGED, card_change_to_body(change))
    office.desk.push(office.till, before)
    office.react()
    assert held(office, THANKS) == 1


def publish_unseen(office: Office, text: str) -> None:
    """Version 2 is there, put by a later version of head office, to begin some day."""
    second = Publication(2, "club", 2, text, "2099-01-01 00:00", 1, "chen")

    def work(connection: Connection) -> None:
        connection.execute(delete(programme_versions).where(programme_versions.c.n == second.n))
        add_publication(connection, second)

    office.desk.database.write(work)


def test_one_that_goes_wrong_is_parked_with_its_reason_and_stops_nothing(office: Office) -> None:
    publish_unseen(office, "format = 99")
    office.sell(sale_of(1, 10_000), replace(sale_of(2, 20_000), programme_version=2), sale_of(3, 30_000))
    assert office.react() == 3
    assert held(office, GROWTH) == 400
    parked = ParkedEvents(office.desk.world)
    [event] = parked.all()
    assert (event.seq, event.rule) == (2, Rule.NOT_FOLLOWED_UP)
    assert "ProgrammeFileError" in event.why
    assert parked.retry(event.source) is Rule.NOT_FOLLOWED_UP
    publish_unseen(office, ALL_KINDS.replace("version = 1", "version = 2"))
    assert parked.retry(event.source) is None
    assert held(office, GROWTH) == 600
    assert parked.all() == ()
    office.desk.check()


def test_a_night_that_goes_wrong_stops_nobody_elses(office: Office) -> None:
    told(office, service(Service.MEMBERSHIP, "year"))
    told(office, service(Service.MEMBERSHIP, "year", "y", holder=Holder(WalletId("w-li"), MemberId("m-li"))))
    broken = "INSERT INTO life (wallet, n, kind, body) VALUES ('w-li', 999, 'Forgotten', '{}')"
    office.desk.database.write(lambda connection: connection.exec_driver_sql(broken))
    office.nights("2026-12-03")
    assert held(office, THANKS) == 0
    parked = ParkedEvents(office.desk.world)
    [event] = parked.all()
    assert (event.source, event.rule) == ("night:w-li", Rule.NOT_FOLLOWED_UP)
    assert parked.retry(event.source) is Rule.NOT_FOLLOWED_UP
    office.desk.database.write(lambda connection: connection.exec_driver_sql("DELETE FROM life WHERE n = 999"))
    office.nights("2026-12-03")
    assert parked.all() == ()
    assert held(office, THANKS, "w-li") == 0


def test_a_member_keeps_the_tier_that_the_till_knew(office: Office) -> None:
    office.sell(sale_of(1, 1_000, tier="gold"))
    office.react()
    assert office.life().standing.tiers["main"].tier == TierId("gold")
