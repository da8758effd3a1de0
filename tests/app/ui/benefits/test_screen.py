"""The services screen: its one big button says what Enter does with the selected service."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused, Why
from app.domain.value.facts import Service
from app.domain.value.services import Offered
from app.ui.benefits.received_dialog import ReceivedDialog
from app.ui.benefits.screen import BenefitsScreen
from app.ui.sync.no_office import NoOffice
from app.ui.tender.no_providers import NoProviders
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.table import Table
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import CASHIER, AtOnce, MemoryShop, memory_shop
from tests.app.ui.memory_stage import Key, Stage

MUG = Offered(Service.REDEMPTION, "mug", {"en": "Mug"}, points=100)
COURSE = Offered(Service.ENTITLEMENT, "course", {"en": "Course"}, left=1)
CAR = replace(MUG, about="car", refused=Refused(Why.POINTS_SHORT, {"missing": 5}))


@pytest.fixture
def shop() -> MemoryShop:
    return memory_shop()


@pytest.fixture
def screen(shop: MemoryShop, qtbot: QtBot) -> BenefitsScreen:
    session = session_of(shop)
    session.sign_on(CASHIER)
    screen = BenefitsScreen(shop.use_cases, AtOnce(), session, lambda _: None, NoProviders(), NoOffice())
    qtbot.addWidget(screen)
    return screen


def test_the_button_says_what_is_done_and_not_what_cannot_be(shop: MemoryShop, screen: BenefitsScreen) -> None:
    screen.show_services(shop.view(), [MUG, COURSE, CAR])
    button = next(each for each in screen.findChildren(Button) if each.key == "Enter")
    said = []
    for place in range(3):
        screen.findChildren(Table)[0].selectRow(place)
        said.append((button.label(), button.isEnabled()))
    assert said == [("Redeem", True), ("Tick off", True), ("Redeem", False)]


def test_without_services_there_is_no_button(shop: MemoryShop, screen: BenefitsScreen) -> None:
    screen.show_services(shop.view(), [])
    assert all(each.isHidden() for each in screen.findChildren(Button) if each.key == "Enter")


def test_a_second_enter_does_not_have_the_next_service(shop: MemoryShop, screen: BenefitsScreen) -> None:
    table, view = screen.findChildren(Table)[0], shop.view()
    screen.show_services(view, [COURSE, MUG])
    screen.show_services(view, [MUG])
    assert table.row() is None
    table.step(1)
    screen.show_services(view, [COURSE, MUG])
    assert table.row() == 1
    screen.show_services(view, [COURSE])
    screen.begin(view)
    screen.show_services(view, [MUG, COURSE])
    assert table.row() == 0


@pytest.fixture
def stage(qtbot: QtBot, shop: MemoryShop, screen: BenefitsScreen) -> Stage:
    stage = Stage(qtbot, shop, CASHIER)
    stage.put(screen)
    return stage


@pytest.mark.parametrize(("given", "taken"), [(None, 9_900), ("100", 10_000), ("98", None), ("99999", None)])
def test_cash_is_taken_with_what_goes_back(stage: Stage, given: str | None, taken: int | None) -> None:
    entered = list[int]()
    dialog = ReceivedDialog(stage.window, "Coffee", 9_900)
    dialog.entered.connect(entered.append)
    dialog.open()
    if given:
        stage.type(given)
    stage.press(Key.Key_Return)
    assert entered == ([taken] if taken else [])
    assert len(open_dialogs(stage.window)) == (0 if taken else 1)


def test_only_another_key_than_enter_has_the_same_again(stage: Stage, screen: BenefitsScreen) -> None:
    screen.ask_again(MUG)
    stage.press(Key.Key_Return, Key.Key_Return)
    (dialog,) = open_dialogs(stage.window)
    said = list[bool]()
    dialog.finished.connect(said.append)
    stage.press(Key.Key_F12)
    assert said == [True]
