"""A limit for all: a till uses what it holds of it, on record, and then no more."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.basket import Basket
from app.domain.ids import EventId, uuid7
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import Lot
from app.domain.pricing import price
from app.domain.programme.model import Limit, Percent
from app.domain.programme.rights import programme_wallet, right_unit
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Sale
from app.services.post_sale import SaleRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash
from tests.app.services.shop import CASHIER, MILK, Shop

FIRST_TWO = Limit(count=2, of="all")
OFFER = Percent(id="first", names={"en": "First two"}, pay_basis_points=5_000, limits=(FIRST_TWO,))
PROGRAMME = replace(DEMO_PROGRAMME, promotions=(OFFER,))
UNIT = right_unit("first", FIRST_TWO, "2026-03-06")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A till that was lent one of the two."""
    shop = Shop(tmp_path / "till", PROGRAMME)
    shop.use.open_shift(CASHIER, 20_000)
    grant = Grant(programme_wallet(PROGRAMME.id), UNIT, Lot("limit"), 1)
    now = shop.clock.now_ms()
    body = {"grants": [[grant.wallet, grant.unit, grant.lot.key, grant.total]]}
    with shop.store.unit_of_work() as uow:
        identity = EventId(uuid7(now, shop.randomness.bytes(10)))
        uow.ledger.grant(uow.journal.append(Draft(identity, Kind.LEASE_GRANTED, now, "2026-03-06", body)), [grant])
        uow.commit()
    yield shop
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []


def sell(shop: Shop) -> Sale:
    basket = Basket().add(MILK)
    moment = moment_at(shop.clock.local_time(shop.clock.wall))
    total = price(basket, PROGRAMME, moment, shop.use.shared_rights()).total_minor
    sale = shop.use.post_sale(SaleRequest(CASHIER, basket, PROGRAMME, (cash(total),), total))
    assert isinstance(sale, Sale), sale
    return sale


def test_the_one_that_was_lent_is_used_up_by_the_first_who_comes(shop: Shop) -> None:
    assert shop.use.shared_rights() == {UNIT: 1}
    first, second = sell(shop), sell(shop)
    assert [take.amount for take in first.shared] == [1]
    assert second.shared == ()
    assert first.total_minor * 2 == second.total_minor
    assert shop.use.shared_rights() == {UNIT: 0}
    with shop.store.unit_of_work() as uow:
        assert uow.sales.sale(first.id) == first
