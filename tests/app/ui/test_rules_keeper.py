"""What head office sends is taken up between two customers: the one at the counter keeps the rules they began with."""

import json

import pytest
from pytestqt.qtbot import QtBot

from app.domain.programme.file import read_programme
from app.ports.store import FedRow
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import TOAST
from tests.sync.office.services.programme.test_publish import LIMITS


@pytest.fixture
def selling(till: ScreenTill) -> ScreenTill:
    till.sign_on()
    return till


def publish(till: ScreenTill) -> None:
    row = {
        "programme": "club",
        "version": 1,
        "text": LIMITS,
        "effective_from": "2026-01-01 00:00",
        "published_at": 1,
        "published_by": "chen",
    }
    till.shop.store.fed.put("programmes", {"1": FedRow(1, json.dumps(row))})
    till.window._fed({"programmes"})


def test_a_new_programme_waits_for_the_customer_to_go(selling: ScreenTill, qtbot: QtBot) -> None:
    before = selling.session.programme
    selling.scan(TOAST.gtin)
    publish(selling)
    qtbot.wait(50)
    assert selling.session.programme is before
    selling.window.sale.presenter.next_customer()
    selling.window._rules.look()
    qtbot.waitUntil(lambda: selling.session.programme == read_programme(LIMITS))
    assert selling.shop.use_cases.top_up_card.desk.programme == read_programme(LIMITS)


def test_with_nobody_there_it_begins_at_once(selling: ScreenTill, qtbot: QtBot) -> None:
    publish(selling)
    qtbot.waitUntil(lambda: selling.session.programme.id == "club")


def test_settings_are_taken_up_at_once(selling: ScreenTill, qtbot: QtBot) -> None:
    setting = {"name": "shop_name", "value": "新店名", "shop": ""}
    selling.shop.store.fed.put("config", {"/shop_name": FedRow(1, json.dumps(setting))})
    selling.window._fed({"catalogue", "config", "staff"})
    qtbot.waitUntil(lambda: selling.session.settings.shop_name == "新店名")
    assert selling.window.windowTitle() == "新店名"
