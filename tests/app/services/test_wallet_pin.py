"""Above the programme's limit stored value asks for the customer's PIN, or for somebody who may allow it without."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.pricing import price
from app.domain.programme.model import StoredValue, TenderType
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Sale
from app.domain.staff import PIN_TRIES, Approval, Permission
from app.domain.tender import Tendered
from app.services.post_sale import SaleRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.app.services.shop import CASHIER, MILK, SUPERVISOR, TEA, Shop

LIMITED = replace(DEMO_PROGRAMME, stored_value=StoredValue(pin_above_minor=5_000))
MAY_ISSUE = Approval(Permission.CHANGE_CARD, CASHIER.id, SUPERVISOR.id)
MAY_SPEND = Approval(Permission.VALUE_WITHOUT_PIN, CASHIER.id, SUPERVISOR.id, "本人")
MINUTE_MS = 60_000


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path, LIMITED)
    shop.use.open_shift(CASHIER, 0)
    yield shop
    shop.store.close()


def pay(shop: Shop, allowed_by: str | Approval | None = None, goods: int = 1) -> Sale | Why:
    """Tea (dear) or milk (cheap) from the card."""
    basket = Basket().with_member(shop.swipe()).add(TEA if goods else MILK)
    moment = moment_at(shop.clock.local_time(shop.clock.wall))
    total = price(basket, LIMITED, moment).total_minor
    kind = next(kind for kind in LIMITED.tender_kinds if kind.type is TenderType.STORED_VALUE)
    paid = (Tendered(kind.id, kind.type, total),)
    outcome = shop.use.post_sale(SaleRequest(CASHIER, basket, LIMITED, paid, total, allowed_by))
    return outcome.why if isinstance(outcome, Refused) else outcome


def choose(shop: Shop, pin: str = "2580") -> Refused | None:
    return shop.use.set_wallet_pin(shop.swipe(), pin, MAY_ISSUE)


def test_a_small_sum_asks_for_nothing(shop: Shop) -> None:
    assert isinstance(pay(shop, goods=0), Sale)


def test_much_asks_for_the_pin_and_takes_the_right_one(shop: Shop) -> None:
    assert choose(shop) is None
    assert pay(shop) is Why.VALUE_NEEDS_PIN
    assert pay(shop, "0000") is Why.PIN_WRONG
    assert isinstance(pay(shop, "2580"), Sale)


def test_without_a_pin_somebody_has_to_allow_it(shop: Shop) -> None:
    assert pay(shop) is Why.VALUE_NEEDS_APPROVAL
    assert pay(shop, replace(MAY_SPEND, approved_by=CASHIER.id)) is Why.NOT_PERMITTED
    assert isinstance(pay(shop, MAY_SPEND), Sale)


def test_wrong_ones_lock_it_also_across_a_restart(shop: Shop) -> None:
    choose(shop)
    for _ in range(PIN_TRIES - 1):
        assert pay(shop, "0000") is Why.PIN_WRONG
    assert pay(shop, "0000") is Why.PIN_LOCKED
    shop.reopen()
    assert pay(shop, "2580") is Why.PIN_LOCKED
    shop.clock.pass_ms(16 * MINUTE_MS)
    assert isinstance(pay(shop, "2580"), Sale)


def test_a_right_one_forgets_the_wrong_ones(shop: Shop) -> None:
    choose(shop)
    for _ in range(2):
        for _ in range(PIN_TRIES - 1):
            assert pay(shop, "0000") is Why.PIN_WRONG
        assert isinstance(pay(shop, "2580"), Sale)


def test_a_pin_has_four_figures_and_is_nowhere_in_the_journal(shop: Shop) -> None:
    short = choose(shop, "12")
    assert short is not None
    assert short.why is Why.PIN_TOO_SHORT
    choose(shop, "97531")
    with shop.store.unit_of_work() as uow:
        _, events = uow.past.span("2020-01-01")
        every = [event for _, event in uow.past.read(0, events, frozenset(Kind))]
    assert all(b"97531" not in event.payload for event in every)
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []
    shop.open()
