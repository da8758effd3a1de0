"""The unused part of passes and memberships is paid back by the programme's policy, once, on record."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.programme.model import Lasting, Membership, Pass, TenderType, Tier
from app.domain.programme.rights import pass_unit
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.services.have_service import ServiceRequest
from app.services.refund_principal import PayOut
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.app.services.shop import CASHIER, MANAGER, SUPERVISOR, Shop

DAY_MS = 86_400_000
TEN = Pass(id="ten", names={"en": "Ten"}, price_minor=68_000, visits=10)
MONTH = Pass(id="month", names={"en": "Month"}, price_minor=20_000, lasts=Lasting(days=20))
CLUB = Membership(id="year", names={"en": "Club"}, tier="club", price_minor=36_500)
PROGRAMME = replace(
    DEMO_PROGRAMME,
    tiers=(*DEMO_PROGRAMME.tiers, Tier(id="club", names={"en": "Club"}, ladder="club", bought=True)),
    passes=(TEN, MONTH),
    memberships=(CLUB,),
)
ALLOWED = Approval(Permission.REFUND_VALUE, CASHIER.id, SUPERVISOR.id, "搬家")
CASH = PayOut("cash")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path, PROGRAMME)
    shop.use.open_shift(CASHIER, 0)
    yield shop
    shop.store.close()


def had(shop: Shop, service: Service, about: str, price_minor: int = 0) -> ServiceDeal:
    paid = (Tendered("cash", TenderType.CASH, price_minor),) if price_minor else ()
    deal = shop.use.have_service(ServiceRequest(CASHIER, shop.swipe(), service, about, price_minor, paid))
    assert isinstance(deal, ServiceDeal), deal
    return deal


def owed(shop: Shop) -> list[int]:
    return [each.amount_minor for each in shop.use.pay_service_back.unused(shop.swipe())]


def test_visits_that_are_left_are_paid_back_and_gone(shop: Shop) -> None:
    sold = had(shop, Service.PASS_SALE, "ten", 68_000)
    for _ in range(3):
        had(shop, Service.PASS_USE, "ten")
    assert owed(shop) == [47_600]
    back = shop.use.pay_service_back(shop.swipe(), sold.id, 47_600, CASH, ALLOWED)
    assert isinstance(back, ServiceDeal)
    assert (back.amount_minor, back.of, back.approval) == (-47_600, sold.id, ALLOWED)
    assert shop.swipe().total(pass_unit("ten")) == 0
    assert owed(shop) == []
    closed = shop.use.close_shift(MANAGER, 20_400)
    assert not isinstance(closed, Refused)
    assert closed[0].expected_minor == 68_000 - 47_600
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []
    shop.open()


def test_days_that_are_left_of_a_period(shop: Shop) -> None:
    had(shop, Service.PASS_SALE, "month", 20_000)
    shop.clock.pass_ms(4 * DAY_MS)
    assert owed(shop) == [15_000]
    shop.clock.pass_ms(20 * DAY_MS)
    assert owed(shop) == []


def test_a_membership_by_days(shop: Shop) -> None:
    had(shop, Service.MEMBERSHIP, "year", 36_500)
    shop.clock.pass_ms(100 * DAY_MS)
    assert owed(shop) == [26_400]


def test_a_programme_that_pays_nothing_back(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "none", replace(PROGRAMME, passes=(replace(TEN, refund="none"),)))
    shop.use.open_shift(CASHIER, 0)
    had(shop, Service.PASS_SALE, "ten", 68_000)
    assert owed(shop) == []
    shop.store.close()


def test_another_sum_than_shown_or_nobody_who_may_is_refused(shop: Shop) -> None:
    sold = had(shop, Service.PASS_SALE, "ten", 68_000)
    pay = shop.use.pay_service_back
    for amount, approval, why in (
        (60_000, ALLOWED, Why.PRICE_CHANGED),
        (68_000, replace(ALLOWED, approved_by=CASHIER.id), Why.NOT_PERMITTED),
        (68_000, replace(ALLOWED, reason=" "), Why.REASON_MISSING),
    ):
        refused = pay(shop.swipe(), sold.id, amount, CASH, approval)
        assert isinstance(refused, Refused)
        assert refused.why is why
