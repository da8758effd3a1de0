"""What follows at head office from the tills' events, from nights, and from decisions of persons."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from app.domain.bookkeeping import (
    deal_event_body,
    entries_of_deal,
    entries_of_refund,
    entries_of_sale,
    refund_event_body,
    sale_event_body,
)
from app.domain.ids import EventId, MemberId, MerchantId, ProductId, SaleId, TierId, WalletId
from app.domain.journal import Kind
from app.domain.lease import Take
from app.domain.ledger import OFFICE, POINTS, PRINCIPAL, Lot, Unit, lease_at
from app.domain.programme.lifecycle.growth import GROWTH_LOT
from app.domain.programme.lifecycle.standing import HeldTier
from app.domain.programme.model import TenderType
from app.domain.sale.facts import Refund, RefundLine, Sale, SaleLine, SaleMember, SaleTender
from app.domain.value.body import kind_of_deal
from app.domain.value.facts import Holder, Service, ServiceDeal, TopUp
from sync.office.services.life.decide import DecideByHand, UnknownMemberError, UnknownTierError
from sync.office.services.life.lives import Lives
from sync.office.services.life.react import ReactToEvents
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.upkeep.parked import ParkedEvents
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.storage.life import Life
from sync.office.storage.schema import messages
from tests.app.domain.builders import approval, origin
from tests.app.domain.programme.clubs import club, gold_from
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import MERCHANT, TILL, WALLET, Chain

SHOP = MerchantId(MERCHANT)
POINTS_LOT = Lot("sale", "2026-11-22", "2026-12-31")
COUPON = Unit("coupon:thanks")
CLUB = club(
    gold_from("500.00")
    + """lasts = { days = 30 }

[[accruals]]
id = "growth"
name = { en = "Growth" }
unit = "growth"
amount = 1
per = "1.00"

[[coupons]]
id = "thanks"
name = { en = "Thanks" }
lasts = { days = 10 }

[coupons.effect]
kind = "amount"
off = "10"

[[gifts]]
id = "gold_thanks"
name = { en = "Thanks" }
on = "tier"
when = { tiers = ["gold"] }
gives = [{ coupon = "thanks", count = 2 }]
limits = [{ count = 3, per = "life", of = "all" }]

[[messages]]
id = "soon"
on = "coupon_expires"
days_before = 2
text = { en = "Your coupon ends soon" }

"""
)


def sale_of(number: int, paid: int, wallet: str = WALLET, tier: str | None = "basic", points: int = 0) -> Sale:
    line = SaleLine(1, ProductId("p1"), "茶", "", "tea", "regular", "piece", 1_000, paid, paid, paid, 0)
    tender = SaleTender("cash", TenderType.CASH, paid, paid)
    member = SaleMember(WalletId(wallet), MemberId(f"m-{wallet}"), None, TierId(tier) if tier else None)
    accrued = (Take(POINTS, POINTS_LOT, points),) if points else ()
    return Sale(SaleId(f"sale{number}"), origin(number), "CNY", 2, "club", 1, 1, (line,), (tender,), 0, member, accrued)


class Office:
    """Head office under the club's programme, and a till that sends it sales."""

    def __init__(self, desk: Desk, programme: str = CLUB) -> None:
        self.desk, self.till = desk, desk.newcomer()
        PublishProgramme(desk.world)(programme, "2025-01-01 00:00", "chen")
        self.react, self.nights = ReactToEvents(desk.world), WorkNights(desk.world)

    def sell(self, *sales: Sale) -> None:
        """Send these sales."""
        before = self.till.head.seq
        for sale in sales:
            self.till.add(Kind.SALE, sale_event_body(sale, entries_of_sale(sale, SHOP)))
        self.desk.push(self.till, before)

    def refund(self, sale: Sale) -> None:
        """All of a sale goes back."""
        before = self.till.head.seq
        back = tuple(RefundLine(line.number, line.quantity_milli, line.net_minor) for line in sale.lines)
        assert sale.member is not None
        made = Refund(
            SaleId(f"back-{sale.id}"),
            sale.id,
            "r1",
            origin(99),
            "CNY",
            back,
            sale.tenders,
            approval(),
            sale.member.wallet,
        )
        self.till.add(Kind.REFUND, refund_event_body(made, entries_of_refund(made, SHOP)))
        self.desk.push(self.till, before)

    def life(self, wallet: str = WALLET) -> Life:
        """The member's life as it is kept."""
        return self.desk.database.read(
            lambda connection: Lives(connection, self.desk.world, [WalletId(wallet)]).life(WalletId(wallet))
        )

    def tier(self, wallet: str = WALLET) -> str:
        """The main tier."""
        held = self.life(wallet).standing.tiers.get("main")
        return held.tier if held else ""

    def coupons(self, wallet: str = WALLET) -> int:
        """How many coupons there are."""
        return self.life(wallet).standing.total(COUPON)

    def queued(self) -> list[tuple[str, str]]:
        """The messages that wait."""

        def work(connection: Connection) -> list[tuple[str, str]]:
            rows = connection.execute(select(messages.c.message, messages.c.day).order_by(messages.c.day)).all()
            return [(row.message, row.day) for row in rows]

        return self.desk.database.read(work)


@pytest.fixture
def office(desk: Desk) -> Office:
    return Office(desk)


def test_a_sale_brings_growth_a_tier_and_its_gift_once(office: Office) -> None:
    office.sell(sale_of(1, 30_000), sale_of(2, 20_000))
    assert office.react() > 0
    assert office.desk.balance(OFFICE, unit="growth", lot=GROWTH_LOT) == 500
    assert (office.tier(), office.coupons()) == ("gold", 2)
    assert office.react() == 0
    assert office.desk.balance(OFFICE, unit="growth", lot=GROWTH_LOT) == 500
    office.desk.check()


def test_piece_by_piece_gives_the_same_as_all_at_once(office: Office) -> None:
    for number in range(1, 6):
        office.sell(sale_of(number, 10_000))
        office.react()
    assert (office.tier(), office.coupons()) == ("gold", 2)
    assert office.desk.balance(OFFICE, unit="growth", lot=GROWTH_LOT) == 500
    office.desk.check()


def test_a_member_first_heard_of_by_a_top_up_or_service_is_what_the_till_knew_of_them(office: Office) -> None:
    who = Holder(WalletId(WALLET), MemberId("m"), tier=TierId("gold"))
    other = replace(who, wallet=WalletId("w-other"), member=MemberId("m-other"))
    paid = (SaleTender("cash", TenderType.CASH, 100, 100),)
    bought = TopUp(EventId("up"), origin(1), "CNY", who, paid, 0, (Take(PRINCIPAL, Lot("topup:up"), 100),))
    had = ServiceDeal(EventId("had"), origin(2), "CNY", other, Service.PASS_USE, "ten", "club", 1)
    for deal in (bought, had):
        office.till.add(kind_of_deal(deal), deal_event_body(deal, entries_of_deal(deal, SHOP)))
    office.desk.push(office.till)
    office.react()
    assert (office.tier(), office.tier("w-other")) == ("gold", "gold")


def test_nothing_is_done_before_a_programme_is_published(desk: Desk) -> None:
    till = desk.newcomer()
    sale = sale_of(1, 60_000)
    till.add(Kind.SALE, sale_event_body(sale, entries_of_sale(sale, SHOP)))
    desk.push(till)
    assert ReactToEvents(desk.world)() == 0
    PublishProgramme(desk.world)(CLUB, "2025-01-01 00:00", "chen")
    assert ReactToEvents(desk.world)() == 1
    assert desk.balance(OFFICE, unit="growth", lot=GROWTH_LOT) == 600


def test_a_return_takes_back_growth_tier_and_gift(office: Office) -> None:
    sale = sale_of(1, 60_000)
    office.sell(sale)
    office.react()
    office.refund(sale)
    office.react()
    assert (office.tier(), office.coupons()) == ("basic", 0)
    assert office.desk.balance(OFFICE, unit="growth", lot=GROWTH_LOT) == 0
    office.desk.check()


def test_a_gift_is_given_as_often_as_all_may_have_it(office: Office) -> None:
    for number, wallet in enumerate(("a", "b", "c", "d", "e"), start=1):
        office.sell(sale_of(number, 60_000, wallet))
    office.react()
    assert [office.coupons(wallet) for wallet in "abcde"] == [2, 2, 2, 0, 0]
    office.desk.check()


def test_nights_expire_fall_and_tell_and_twice_is_once(office: Office) -> None:
    office.sell(sale_of(1, 60_000))
    office.react()
    assert office.nights("2026-11-30") == 1
    assert office.queued() == [("soon", "2026-11-29")]
    assert office.coupons() == 2
    office.nights("2026-12-03")
    assert office.coupons() == 0
    assert office.nights("2026-12-03") == 0
    office.nights("2026-12-31")
    assert office.tier() == "gold"  # what was spent still reaches it: kept for another time
    assert len(office.queued()) == 1
    office.desk.check()


@pytest.mark.parametrize("steps", [["2027-01-15"], [f"2026-12-{day:02d}" for day in range(1, 32)] + ["2027-01-15"]])
def test_a_month_late_gives_the_same(office: Office, steps: list[str]) -> None:
    office.sell(sale_of(1, 60_000))
    office.react()
    for day in steps:
        office.nights(day)
    life = office.life()
    assert life.standing.tiers["main"] == HeldTier(TierId("gold"), "2026-12-22", "2027-01-20")
    assert [change.day for change in life.standing.tier_history] == ["2026-11-22", "2026-12-22"]
    assert office.coupons() == 0
    assert office.queued() == [("soon", "2026-11-29")]
    office.desk.check()


def test_what_a_till_holds_is_recalled_and_taken_when_it_is_back(office: Office) -> None:
    office.sell(sale_of(1, 60_000))
    office.react()
    lot = next(lot for unit, lot in office.life().standing.lots if unit == COUPON)
    office.desk.lease(office.till, 1, unit=COUPON)
    office.nights("2026-12-10")
    assert office.desk.balance(OFFICE, unit=COUPON, lot=lot) == 0
    assert office.desk.balance(lease_at(TILL), unit=COUPON, lot=lot) == 1
    assert office.coupons() == 0
    assert office.desk.pull(office.till).changes[-1].change == "recall"
    before = office.till.head.seq
    office.till.give_back(1, unit=COUPON, lot=lot)
    office.desk.push(office.till, before)
    office.nights("2026-12-10")
    assert office.desk.balance(OFFICE, unit=COUPON, lot=lot) == 0
    assert office.life().awaited == {}
    office.desk.check()


def test_a_tier_set_by_hand_names_reason_and_approver(office: Office) -> None:
    office.sell(sale_of(1, 1_000))
    office.react()
    decide = DecideByHand(office.desk.world)
    decide.set_tier(f"m-{WALLET}", "gold", "opening party", "chen")
    assert office.tier() == "gold"
    assert office.life().standing.tier_history[-1].approver == "chen"
    decide.set_tier(WALLET, "", "mistake", "zhou")
    assert office.tier() != "gold"
    with pytest.raises(UnknownTierError):
        decide.set_tier(WALLET, "platinum", "?", "chen")
    with pytest.raises(UnknownMemberError):
        decide.set_tier("nobody", "gold", "?", "chen")


def test_points_corrected_beyond_what_is_there_become_a_debt(office: Office) -> None:
    office.sell(sale_of(1, 1_000))
    office.react()
    decide = DecideByHand(office.desk.world)
    decide.adjust(WALLET, "points", 30, "sorry", "chen")
    assert office.life().standing.total(POINTS) == 30
    decide.adjust(WALLET, "points", -50, "mistake", "chen")
    assert office.life().standing.total(POINTS) == 0
    assert office.life().standing.total(Unit("points_debt")) == 20
    office.desk.check()


def test_a_new_version_is_looked_at_on_its_first_day(office: Office) -> None:
    office.sell(sale_of(1, 1_000))
    office.react()
    second = CLUB.replace("version = 1", "version = 2") + (
        '\n[[gifts]]\nid = "new_year"\nname = { en = "New year" }\non = "year"\ngives = [{ coupon = "thanks" }]\n'
    )
    PublishProgramme(office.desk.world)(second, "2026-12-20 00:00", "chen")
    office.nights("2026-12-19")
    assert office.coupons() == 0
    office.nights("2026-12-21")
    assert office.coupons() == 1


def test_till_events_of_strangers_and_rubbish_change_nothing(office: Office) -> None:
    stranger = replace(sale_of(1, 60_000), member=None)
    office.sell(stranger)
    before = office.till.head.seq
    office.till.add(Kind.SALE, {"sale": 7})
    office.desk.push(office.till, before)
    office.react()
    assert not office.life().is_known
    office.desk.check()


def test_two_tills_of_one_member(office: Office) -> None:
    office.sell(sale_of(1, 30_000))
    other = Chain(type(TILL)("T02"))
    office.desk.enrol(other)
    office.desk.hello(other)
    again = sale_of(2, 20_000)
    other.add(Kind.SALE, sale_event_body(replace(again, origin=replace(again.origin, till=other.head.till)), ()))
    office.desk.push(other)
    office.react()
    assert (office.tier(), office.coupons()) == ("gold", 2)
    office.desk.check()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-02", "tomorrow"])
def test_what_happened_on_no_day_of_a_till_is_parked_at_once_and_stops_nothing(desk: Desk, day: str) -> None:
    office = Office(desk)
    odd = sale_of(2, 100)
    office.sell(sale_of(1, 100), replace(odd, origin=replace(odd.origin, business_date=day)), sale_of(3, 100))
    office.react()
    assert [fact.number for fact in office.life().standing.history] == ["sale1", "sale3"]
    assert [each.seq for each in ParkedEvents(desk.world).all()] == [2]


# Nobody hears the library's warning at a shop's head office.
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_fact_that_could_not_be_read_again_is_parked_and_the_members_life_goes_on(desk: Desk) -> None:
    office = Office(desk)
    holder = Holder(WalletId(WALLET), MemberId(f"m-{WALLET}"))
    odd = ServiceDeal(EventId("d1"), origin(2), "CNY", holder, Service.ACTION, 7, "club", 1)  # type: ignore[arg-type]
    before = office.till.head.seq
    office.till.add(kind_of_deal(odd), deal_event_body(odd, ()))
    desk.push(office.till, before)
    office.sell(sale_of(3, 100))
    office.react()
    assert [fact.number for fact in office.life().standing.history] == ["sale3"]
    assert [each.seq for each in ParkedEvents(desk.world).all()] == [1]
