"""A service that was a mistake goes back whole at the till that gave it; verify proves the books of each test."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.ledger import Unit
from app.domain.programme.model import (
    Action,
    Coupon,
    CouponAmount,
    Draw,
    Entitlement,
    Grant,
    Limit,
    Membership,
    Pass,
    Prize,
    Redemption,
    Tier,
)
from app.domain.receipt.page import TextLine
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.ports.store import SlipKind
from app.services.have_service import ServiceRequest
from app.services.refund_principal import PayOut
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import CASHIER, MANAGER, SUPERVISOR, Shop
from tests.app.services.test_nothing_moved import held, lend

NAMES = {"en": "x"}
PROGRAMME = replace(
    DEMO_PROGRAMME,
    tiers=(*DEMO_PROGRAMME.tiers, Tier(id="club", names=NAMES, ladder="club", bought=True)),
    coupons=(Coupon(id="five", names=NAMES, effect=CouponAmount(off_minor=500)),),
    redemptions=(Redemption(id="mug", names=NAMES, points=100, gives=(Grant(coupon="five"),)),),
    passes=(Pass(id="coffee", names=NAMES, price_minor=12_800, visits=2, per_day=2),),
    draws=(Draw(id="wheel", names=NAMES, points=5, prizes=(Prize(id="p", names=NAMES, gives=(Grant(points=9),)),)),),
    entitlements=(Entitlement(id="course", names=NAMES),),
    memberships=(Membership(id="year", names=NAMES, tier="club", price_minor=19_900),),
    actions=(Action(id="review", names=NAMES, by_hand=True, limits=(Limit(count=1, per="day"),)),),
)
ALLOWED = Approval(Permission.UNDO_SERVICE, CASHIER.id, SUPERVISOR.id, "wrong member")
CASH = PayOut("cash")
DAY_MS = 86_400_000
RIGHTS = dict.fromkeys(
    map(Unit, ("right:review:day:2026-11-22", "right:coffee:day:2026-11-22", "entitlement:course")), 2
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop with an open shift that holds every right of the member's; its books are proved in the end."""
    shop = Shop(tmp_path / "till", PROGRAMME)
    shop.use.open_shift(CASHIER, 20_000)
    lend(shop, shop.swipe().wallet, RIGHTS)
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def had(shop: Shop, service: Service, about: str, *tendered: Tendered, price: int = 0) -> ServiceDeal:
    deal = shop.use.have_service(ServiceRequest(CASHIER, shop.swipe(), service, about, price, tendered))
    assert isinstance(deal, ServiceDeal), deal
    return deal


def undo(shop: Shop, deal: ServiceDeal, approval: Approval = ALLOWED) -> ServiceDeal | Refused:
    return shop.use.undo_service(shop.swipe(), deal.id, CASH if deal.amount_minor else None, approval)


@pytest.mark.parametrize(
    ("service", "about", "price"),
    [
        (Service.REDEMPTION, "mug", 0),
        (Service.ENTITLEMENT, "course", 0),
        (Service.PASS_SALE, "coffee", 12_800),
        (Service.MEMBERSHIP, "year", 19_900),
        (Service.ACTION, "review", 0),
    ],
)
def test_undone_at_once_it_has_moved_nothing_and_the_drawer_is_as_it_was(
    shop: Shop, service: Service, about: str, price: int
) -> None:
    before = held(shop)
    deal = had(shop, service, about, *([cash(price)] if price else []), price=price)
    made = undo(shop, deal)
    assert isinstance(made, ServiceDeal), made
    assert (made.undoes, made.amount_minor, made.approval) == (deal.id, -price, ALLOWED)
    assert held(shop) == before
    assert undo(shop, deal) == Refused(Why.SERVICE_NOT_UNDONE)
    assert shop.use.undo_service.undoable(shop.swipe()) == ()
    closed = shop.use.close_shift(MANAGER, 20_000)
    assert not isinstance(closed, Refused)
    assert closed[0].expected_minor == 20_000


def test_the_visit_before_the_pass_that_it_used(shop: Shop) -> None:
    before = held(shop)
    sold = had(shop, Service.PASS_SALE, "coffee", cash(12_800), price=12_800)
    used = had(shop, Service.PASS_USE, "coffee")
    assert undo(shop, sold) == Refused(Why.SERVICE_BROUGHT_GONE)
    assert isinstance(undo(shop, used), ServiceDeal)
    assert isinstance(undo(shop, sold), ServiceDeal)
    assert held(shop) == before
    assert shop.use.pay_service_back.unused(shop.swipe()) == []


def test_a_spin_stays_what_it_was(shop: Shop) -> None:
    deal = had(shop, Service.DRAW, "wheel")
    assert shop.use.undo_service.undoable(shop.swipe()) == ()
    assert undo(shop, deal) == Refused(Why.SERVICE_NOT_UNDONE)


def test_the_next_day_it_is_too_late_unless_the_programme_gives_days(tmp_path: Path) -> None:
    for days, names in ((0, []), (1, ["course"])):
        programme = replace(PROGRAMME, policies=replace(PROGRAMME.policies, undo_days=days))
        shop = Shop(tmp_path / str(days), programme)
        shop.use.open_shift(CASHIER, 20_000)
        lend(shop, shop.swipe().wallet, RIGHTS)
        had(shop, Service.ENTITLEMENT, "course")
        shop.clock.pass_ms(DAY_MS)
        assert [each.deal.about for each in shop.use.undo_service.undoable(shop.swipe())] == names
        shop.store.close()


@pytest.mark.parametrize(
    ("approval", "why"),
    [
        (replace(ALLOWED, approved_by=CASHIER.id), Why.NOT_PERMITTED),
        (replace(ALLOWED, reason=" "), Why.REASON_MISSING),
    ],
)
def test_it_needs_somebody_who_may_and_a_reason(shop: Shop, approval: Approval, why: Why) -> None:
    before = held(shop)
    deal = had(shop, Service.ENTITLEMENT, "course")
    there = held(shop)
    refused = undo(shop, deal, approval)
    assert isinstance(refused, Refused)
    assert refused.why is why
    assert held(shop) == there != before


def test_money_that_was_paid_has_to_go_out_some_way(shop: Shop) -> None:
    deal = had(shop, Service.MEMBERSHIP, "year", cash(19_900), price=19_900)
    assert shop.use.undo_service(shop.swipe(), deal.id, None, ALLOWED) == Refused(Why.TENDER_UNKNOWN)


def test_the_slip_says_that_it_was_undone_and_what_is_there_again(shop: Shop) -> None:
    made = undo(shop, had(shop, Service.REDEMPTION, "mug"))
    assert isinstance(made, ServiceDeal)
    page = shop.use.print_slips.preview(SlipKind.SERVICE, made.id)
    text = "\n".join(line.text for line in page.elements if isinstance(line, TextLine))
    for words in ("撤销：兑换单", "退回积分", "+100", "wrong member"):
        assert words in text
