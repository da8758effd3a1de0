"""Goods come back within the days that the programme gives; later a manager has to allow it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused, Why
from app.domain.programme.model import Policies
from app.domain.sale.facts import Refund, Sale
from app.domain.staff import Approval, Operator, Permission
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.app.services.shop import CASHIER, MANAGER, SUPERVISOR, Shop

DAY_MS = 86_400_000
FIFTEEN = replace(DEMO_PROGRAMME, policies=Policies(return_days=15))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path, FIFTEEN)
    shop.use.open_shift(CASHIER, 0)
    yield shop
    shop.store.close()


def back(shop: Shop, days: int, approver: Operator) -> Refund | Refused:
    sale = shop.sell()
    assert isinstance(sale, Sale)
    shop.clock.pass_ms(days * DAY_MS)
    return shop.use.refund_sale(sale.id, {1: 1_000}, Approval(Permission.REFUND, CASHIER.id, approver.id, "质量问题"))


@pytest.mark.parametrize(("days", "goes"), [(0, True), (15, True), (16, False)])
def test_the_last_day_counts_and_the_next_is_too_late(shop: Shop, days: int, goes: bool) -> None:
    outcome = back(shop, days, SUPERVISOR)
    assert isinstance(outcome, Refund) is goes
    if isinstance(outcome, Refused):
        assert (outcome.why, outcome.facts) == (Why.REFUND_TOO_LATE, {"days": 15})


def test_a_manager_may_allow_it_later(shop: Shop) -> None:
    assert isinstance(back(shop, 100, MANAGER), Refund)


def test_a_programme_that_gives_no_days_sets_no_limit(tmp_path: Path) -> None:
    shop = Shop(tmp_path / "other")
    shop.use.open_shift(CASHIER, 0)
    assert isinstance(back(shop, 400, SUPERVISOR), Refund)
    shop.store.close()
