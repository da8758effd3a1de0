"""Head office prices sales again: a forged tier or price is disputed, a tier that changed meanwhile is not."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.domain.basket import Basket
from app.domain.bookkeeping import entries_of_sale, sale_event_body
from app.domain.catalogue import Product
from app.domain.ids import MemberId, MerchantId, ProductId, SaleId, TierId, WalletId
from app.domain.journal import Kind
from app.domain.ledger import Unit
from app.domain.member import Holding, Member, MemberView
from app.domain.pricing import price
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment
from app.domain.rehearsal.replay import replay
from app.domain.rehearsal.truth import truth_of
from app.domain.sale.basis import basis_of
from app.domain.sale.build import SaleFacts, build_sale
from app.domain.sale.facts import Sale
from app.domain.tender import Settlement, settle
from app.storage.directory.rows import wallet_row
from sync.office.cli.disputes import shown
from sync.office.services.errors import NoSuchDisputeError, NoWordsError
from sync.office.services.life.decide import DecideByHand
from sync.office.services.life.react import ReactToEvents
from sync.office.services.night import replay_sales
from sync.office.services.night.disputes import Disputes
from sync.office.services.night.replay_sales import ReplaySales
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.streams.feed_rows import member_contents
from sync.office.services.upkeep.follow import Follow
from sync.office.storage.schema import replayed
from tests.app.domain.builders import cash, origin
from tests.app.domain.programme.clubs import club, gold_from
from tests.sync.office.desk import Desk
from tests.sync.office.services.streams.test_feed_rows import register
from tests.sync.protocol.chains import MERCHANT, WALLET

MEMBER, DAY = f"m-{WALLET}", "2026-11-22"
CLUB = club(
    gold_from("5000.00")
    + """benefits = { discounts = [{ pay_percent = 90 }] }

"""
)


class Shop:
    """A till of the club and its head office."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.till = desk, desk.newcomer()
        self.programme = read_programme(CLUB)
        PublishProgramme(desk.world)(CLUB, "2025-01-01 00:00", "chen")
        self.disputes = Disputes(desk.world)

    def sale(self, number: int, tier: str | None, spend: int = 0, held: int = 0) -> Sale:
        """What an honest till makes of what it knows."""
        coupon = Unit("coupon:x")
        holdings = {coupon: Holding(coupon, held, held)} if held else {}
        who = Member(
            MemberId(MEMBER), WalletId(WALLET), "张三", "13800001234", TierId(tier) if tier else None,
            measures={"spend": spend},
        )  # fmt: skip
        basket = Basket().with_member(MemberView(who.wallet, who, None, holdings))
        basket = basket.add(Product(ProductId("p1"), "茶", 10_000))
        moment = Moment(DAY, "10:00")
        priced = price(basket, self.programme, moment)
        settled = settle(priced.total_minor, [cash(priced.total_minor)])
        assert isinstance(settled, Settlement)
        facts = SaleFacts(SaleId(f"sale{number}"), origin(number), DAY, 1, 1, basis=basis_of(priced, moment, {}))
        sale = build_sale(priced, settled, self.programme, facts)
        assert isinstance(sale, Sale)
        return sale

    def sell(self, *sales: Sale) -> None:
        """Send them, and follow them up."""
        before = self.till.head.seq
        for sale in sales:
            self.till.add(Kind.SALE, sale_event_body(sale, entries_of_sale(sale, MerchantId(MERCHANT))))
        self.desk.push(self.till, before)
        ReactToEvents(self.desk.world)()
        ReplaySales(self.desk.world)()

    def told(self) -> Member:
        """The member as a till reads them that is told now."""
        content = self.desk.database.read(lambda connection: member_contents(connection, [WalletId(WALLET)]))[WALLET]
        member = wallet_row(WALLET, content).member
        assert member is not None
        return member

    def names(self) -> list[str]:
        return [f"{dispute.sale} {dispute.kind}" for dispute in self.disputes.all()]


@pytest.fixture
def shop(desk: Desk) -> Shop:
    made = Shop(desk)
    made.sell(made.sale(1, "basic"))
    return made


def test_what_an_honest_till_sold_is_believed(shop: Shop) -> None:
    shop.sell(shop.sale(2, "basic", 10_000), shop.sale(3, None, 20_000))
    assert shop.names() == []
    assert (shop.disputes.counts().priced, shop.disputes.counts().late) == (3, 0)


def test_a_forged_tier_is_disputed_and_a_tier_changed_meanwhile_is_not(shop: Shop) -> None:
    shop.sell(shop.sale(2, "gold"))
    assert shop.names() == ["sale2 facts"]
    decide = DecideByHand(shop.desk.world)
    decide.set_tier(MEMBER, "gold", "gift", "chen")
    shop.sell(shop.sale(3, "gold"))
    # The till is without a line when head office takes the tier back.
    decide.set_tier(MEMBER, "basic", "mistake", "chen")
    shop.sell(shop.sale(4, "gold"))
    assert shop.names() == ["sale2 facts"]


def test_what_was_true_once_is_counted_only(desk: Desk) -> None:
    shop = Shop(desk)
    shop.sell(shop.sale(1, "gold"))  # first heard of through this till, and taken as it knew them
    desk.clock.now += 86_400_000
    DecideByHand(desk.world).set_tier(MEMBER, "basic", "mistake", "chen")
    late = shop.sale(2, "gold")
    assert late.basis is not None
    tomorrow = replace(late, basis=replace(late.basis, moment=Moment("2026-11-24", "10:00")))
    shop.sell(tomorrow)
    assert shop.names() == []
    assert shop.disputes.counts().late == 1


def test_a_sale_on_an_older_row_is_late_knowledge_and_what_no_row_ever_said_is_disputed(shop: Shop) -> None:
    register(shop.desk, WALLET, "T-old")
    row = shop.told()
    assert row.measures == {"spend": 10_000}
    # Somebody else sells to the member meanwhile, and this till has the row of before.
    shop.sell(shop.sale(2, "basic", 10_000))
    shop.desk.clock.now += 86_400_000
    late = shop.sale(3, "basic", row.measures["spend"])
    assert late.basis is not None
    late = replace(late, basis=replace(late.basis, moment=Moment("2026-11-23", "10:00")))
    shop.sell(late)
    assert (shop.names(), shop.disputes.counts().late) == ([], 1)
    shop.sell(shop.sale(4, "basic", 600_000))
    assert shop.names() == ["sale4 facts"]


def test_a_forged_price_is_disputed_with_both_sides_in_words(shop: Shop) -> None:
    sale = shop.sale(2, "basic")
    line = replace(sale.lines[0], net_minor=9_000)
    tender = replace(sale.tenders[0], amount_minor=9_000)
    shop.sell(replace(sale, lines=(line,), tenders=(tender,)))
    [dispute] = shop.disputes.all()
    said = "\n".join(shown(dispute))
    assert dispute.kind == "price"
    assert "line 1 茶" in said
    assert "the till: 90.00 (no reason)" in said
    assert "head office: 100.00 (no reason)" in said


def test_a_measure_or_a_balance_that_never_was_is_disputed(shop: Shop) -> None:
    shop.sell(shop.sale(2, "basic", 499_999), shop.sale(3, "basic", held=2))
    assert shop.names() == ["sale2 facts", "sale3 facts"]
    said = "\n".join(line for dispute in shop.disputes.all() for line in shown(dispute))
    assert "measure spend" in said
    assert "the till: 499999" in said
    assert "balance of coupon:x" in said
    assert "head office: 0 in all ever came to it" in said


def test_what_a_member_brought_from_before_these_books_is_believed_and_no_more(desk: Desk) -> None:
    shop = Shop(desk)
    # First heard of through this sale, with three thousand yuan from before.
    shop.sell(shop.sale(1, "basic", 300_000), shop.sale(2, "basic", 310_000))
    assert shop.names() == []
    shop.sell(shop.sale(3, "basic", 490_000))
    assert shop.names() == ["sale3 facts"]


def test_another_programme_or_engine_is_passed_over(shop: Shop) -> None:
    sale = shop.sale(2, "basic")
    shop.sell(replace(sale, programme_version=9), replace(shop.sale(3, "basic"), engine=1), shop.sale(4, "basic"))
    counts = shop.disputes.counts()
    assert (counts.priced, counts.passed_over) == (2, 2)


def test_a_sale_that_nobody_can_price_stops_none_behind_it(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    def priced(sale: Sale, programme: Programme) -> object:
        if sale.id == "sale2":
            raise ZeroDivisionError
        return replay(sale, programme)

    monkeypatch.setattr(replay_sales, "replay", priced)
    shop.sell(shop.sale(2, "basic"), shop.sale(3, "gold"))
    assert shop.names() == ["sale3 facts"]
    assert (shop.disputes.counts().priced, shop.disputes.counts().passed_over) == (2, 1)


def test_a_sale_whose_member_nobody_can_look_up_stops_none_behind_it(shop: Shop) -> None:
    odd = shop.sale(2, "basic")
    assert odd.member is not None
    shop.sell(replace(odd, member=replace(odd.member, wallet=WalletId("w\0"))), shop.sale(3, "gold"))
    assert shop.names() == ["sale3 facts"]
    assert shop.disputes.counts().priced + shop.disputes.counts().passed_over == 3


def test_nothing_is_looked_at_twice(shop: Shop) -> None:
    shop.sell(shop.sale(2, "gold"))
    assert ReplaySales(shop.desk.world)() == 0
    with shop.desk.database.reader.begin() as connection:
        before = connection.execute(select(replayed)).all()
    Follow(shop.desk.world, hour=23).once("")
    with shop.desk.database.reader.begin() as connection:
        assert connection.execute(select(replayed)).all() == before


def test_a_dispute_is_closed_by_a_person_with_a_reason(shop: Shop) -> None:
    shop.sell(shop.sale(2, "gold"))
    [dispute] = shop.disputes.all()
    with pytest.raises(NoWordsError):
        shop.disputes.close(dispute.name, "li", " ")
    with pytest.raises(NoSuchDisputeError):
        shop.disputes.close("T99:1:1:price", "li", "x")
    shop.disputes.close(dispute.name, "li", "the card of a friend")
    assert shop.disputes.all() == []
    assert "by li: the card of a friend" in "\n".join(shown(shop.disputes.find(dispute.name)))
    shop.desk.check()


def test_of_who_is_not_named_nothing_is_said() -> None:
    programme = read_programme(CLUB)
    priced = price(Basket().add(Product(ProductId("p1"), "茶", 10_000)), programme, Moment(DAY))
    settled = settle(priced.total_minor, [cash(10_000)])
    assert isinstance(settled, Settlement)
    facts = SaleFacts(SaleId("s"), origin(), DAY, 1, 1, basis=basis_of(priced, Moment(DAY), {}))
    sale = build_sale(priced, settled, programme, facts)
    assert isinstance(sale, Sale)
    assert truth_of(sale, Standing(), programme, {}).never == ()
