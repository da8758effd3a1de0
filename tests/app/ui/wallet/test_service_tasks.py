"""Services that were a mistake, undone from the members screen and from the services screen itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.ids import EventId
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.ledger import POINTS, Lot
from app.domain.programme.model import Membership, TenderType, Tier
from app.domain.programme.rights import coupon_unit, pass_unit
from app.domain.tender import Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.services.have_service import ServiceRequest
from app.ui.benefits.screen import BenefitsScreen
from tests.app.ui.memory_shop import SUPERVISOR, TEA
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


def test_what_a_memberships_coupon_saved_is_kept_and_said(at: At) -> None:
    rules = at.shop.use_cases.take_up_programme.rules
    names = {"en": "Gold for a year"}
    rules.programme = at.shop.programme = replace(
        rules.programme,
        tiers=(*rules.programme.tiers, Tier(id="year", names=names, ladder="paid", bought=True)),
        memberships=(Membership(id="year", names=names, tier="year", price_minor=20_000),),
    )
    at.stage.session.set_programme(rules.programme)
    sold = had(at, Service.MEMBERSHIP, "year", 20_000)
    with at.shop.store.unit_of_work() as uow:
        event = uow.journal.append(Draft(EventId("lent"), Kind.LEASE_GRANTED, 0, "2026-03-06", {}))
        uow.ledger.grant(event, [Grant(sold.holder.wallet, coupon_unit("welcome-10"), Lot(f"gift:{sold.id}"), 1)])
        uow.commit()
    assert at.shop.sell((TEA, 10_000), view=at.shop.view()).spent
    at.open()
    at.task("Undo a service")
    at.stage.press(Key.Key_1)
    told = [label.text() for label in at.dialog().findChildren(QLabel)]
    assert "Undo: Sell membership · Gold for a year · ¥10.00 kept for its used coupons" in told
    at.choose("Cash")
    at.approve()
    undone = last_deal(at)
    assert (undone.undoes, undone.amount_minor, undone.kept_minor) == (sold.id, -19_000, 1_000)


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
