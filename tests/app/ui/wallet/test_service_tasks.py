"""Services that were a mistake, undone from the members screen and from the services screen itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.ledger import POINTS
from app.domain.programme.model import TenderType
from app.domain.programme.rights import pass_unit
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.services.have_service import ServiceRequest
from app.ui.benefits.screen import BenefitsScreen
from tests.app.ui.memory_shop import SUPERVISOR
from tests.app.ui.memory_stage import Key
from tests.app.ui.wallet.test_desk import At

PASS = pass_unit("coffee-10")


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


def had(at: At, service: Service, about: str, price_minor: int = 0) -> ServiceDeal:
    paid = [Tendered("cash", TenderType.CASH, price_minor)] if price_minor else []
    deal = at.shop.use_cases.have_service(
        ServiceRequest(SUPERVISOR, at.shop.view(), service, about, price_minor, tuple(paid))
    )
    assert isinstance(deal, ServiceDeal), deal
    return deal


def last_deal(at: At) -> ServiceDeal:
    _, deal = list(at.shop.store.value.deals.values())[-1]
    assert isinstance(deal, ServiceDeal)
    return deal


def test_a_pass_sold_by_mistake_goes_back_for_its_money(at: At) -> None:
    sold = had(at, Service.PASS_SALE, "coffee-10", 12_800)
    at.open()
    at.task("Undo a service")
    at.stage.press(Key.Key_1)
    at.choose("Cash")
    at.approve()
    undone = last_deal(at)
    assert (undone.undoes, undone.amount_minor) == (sold.id, -12_800)
    assert at.shop.view().total(PASS) == 0
    assert "128.00" in at.told[-1]


def test_what_was_had_for_points_is_undone_where_it_was_had(at: At) -> None:
    before = at.shop.view().usable(POINTS)
    posted = list[ServiceDeal]()
    screen = BenefitsScreen(at.shop.use_cases, at.stage.tasks, at.stage.session, posted.append, at.providers, at.office)
    at.stage.put(screen)
    screen.begin(at.shop.view())
    at.stage.settle()
    had(at, Service.REDEMPTION, "mug")
    assert at.shop.view().usable(POINTS) == before - 800
    QTest.keyClick(at.stage.focus(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.stage.settle()
    at.stage.press(Key.Key_1)
    at.approve()
    assert last_deal(at).undoes
    assert at.shop.view().usable(POINTS) == before


def test_where_nothing_may_be_undone_it_is_said(at: At) -> None:
    had(at, Service.DRAW, "wheel")
    at.open()
    at.task("Undo a service")
    assert at.told == ["There is no service here that may still be undone"]
