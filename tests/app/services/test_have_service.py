"""Services to members over the counter, on the real store; verify proves the books of each test."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.lease import held
from app.domain.ledger import POINTS
from app.domain.member import MemberView
from app.domain.programme.model import Draw, Entitlement, Grant, Lasting, Membership, Pass, Prize, Redemption, Tier
from app.domain.programme.rights import pass_unit
from app.domain.receipt.page import TextLine
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.ports.store import SlipKind
from app.services.have_service import ServiceRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import CASHIER, ZHANG_CARD, Shop

PRIZE = Prize(id="p", names={"en": "P"}, gives=(Grant(points=10),))
PROGRAMME = replace(
    DEMO_PROGRAMME,
    tiers=(*DEMO_PROGRAMME.tiers, Tier(id="club", names={"en": "Club"}, ladder="club", bought=True)),
    redemptions=(Redemption(id="mug", names={"en": "Mug"}, points=100, product="mug"),),
    passes=(Pass(id="coffee", names={"en": "Coffee"}, price_minor=12_800, visits=2, lasts=Lasting(days=20)),),
    draws=(Draw(id="wheel", names={"en": "Wheel"}, points=50, prizes=(PRIZE,)),),
    entitlements=(Entitlement(id="course", names={"en": "Course"}),),
    memberships=(Membership(id="year", names={"en": "Year"}, tier="club", price_minor=19_900),),
)
PASS = pass_unit("coffee")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an open shift, whose books are proved in the end."""
    shop = Shop(tmp_path / "till", PROGRAMME)
    shop.use.open_shift(CASHIER, 20_000)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def zhang(shop: Shop) -> MemberView:
    view = shop.use.view_member.by_card(ZHANG_CARD)
    assert isinstance(view, MemberView)
    return view


def have(shop: Shop, service: Service, about: str, *tendered: Tendered, price: int = 0) -> ServiceDeal | Refused:
    return shop.use.have_service(ServiceRequest(CASHIER, zhang(shop), service, about, price, tendered))


def holds(shop: Shop, unit: str) -> int:
    view = zhang(shop)
    with shop.store.unit_of_work() as uow:
        return sum(
            held([lease], lease.unit, "2026-03-06") for lease in uow.ledger.leases(view.wallet) if lease.unit == unit
        )


def test_points_pay_a_thing_and_a_slip_waits(shop: Shop) -> None:
    before = holds(shop, POINTS)
    deal = have(shop, Service.REDEMPTION, "mug")
    assert isinstance(deal, ServiceDeal)
    assert holds(shop, POINTS) == before - 100
    with shop.store.unit_of_work() as uow:
        assert [slip.kind for slip in uow.spool.waiting()] == [SlipKind.SERVICE]
        event = uow.journal.event(deal.id)
        assert event is not None
        assert event.kind is Kind.REDEMPTION
        assert uow.value.deal(deal.id) == deal


def test_a_pass_is_bought_for_cash_used_up_and_then_there_is_none(shop: Shop) -> None:
    sold = have(shop, Service.PASS_SALE, "coffee", cash(12_800), price=12_800)
    assert isinstance(sold, ServiceDeal)
    assert (sold.amount_minor, holds(shop, PASS)) == (12_800, 2)
    for left in (1, 0):
        assert isinstance(have(shop, Service.PASS_USE, "coffee"), ServiceDeal)
        assert holds(shop, PASS) == left
    assert have(shop, Service.PASS_USE, "coffee") in (Refused(Why.SERVICE_UNKNOWN), Refused(Why.SERVICE_NONE_LEFT))


def slip_of(shop: Shop, deal: ServiceDeal) -> str:
    page = shop.use.print_slips.preview(SlipKind.SERVICE, deal.id)
    return "\n".join(line.text for line in page.elements if isinstance(line, TextLine))


def test_the_slip_of_a_pass_says_what_is_left_of_it(shop: Shop) -> None:
    sold = have(shop, Service.PASS_SALE, "coffee", cash(12_800), price=12_800)
    assert isinstance(sold, ServiceDeal)
    used = have(shop, Service.PASS_USE, "coffee")
    assert isinstance(used, ServiceDeal)
    slip = slip_of(shop, used)
    assert "次卡核销单" in slip
    assert "剩余次数" in slip
    assert slip.split("剩余次数")[1].split()[0] == "1"
    assert "合计" not in slip
    assert "合计" in slip_of(shop, sold)
    assert "2026-12-11" in slip_of(shop, sold)
    assert "2026-12-11" in slip


def test_the_slip_of_a_spin_says_the_prize_and_the_points(shop: Shop) -> None:
    deal = have(shop, Service.DRAW, "wheel")
    assert isinstance(deal, ServiceDeal)
    slip = slip_of(shop, deal)
    assert "使用积分" in slip
    assert "剩余次数" not in slip


def test_a_price_nobody_saw_and_too_little_money_are_refused(shop: Shop) -> None:
    changed = have(shop, Service.MEMBERSHIP, "year", cash(100), price=100)
    assert changed == Refused(Why.PRICE_CHANGED, {"total_minor": 19_900})
    short = have(shop, Service.MEMBERSHIP, "year", cash(100), price=19_900)
    assert isinstance(short, Refused)
    assert short.why is Why.TENDER_SHORT


def test_a_spin_brings_its_prize_at_once(shop: Shop) -> None:
    before = holds(shop, POINTS)
    deal = have(shop, Service.DRAW, "wheel")
    assert isinstance(deal, ServiceDeal)
    assert (deal.prize, holds(shop, POINTS)) == ("p", before - 40)
