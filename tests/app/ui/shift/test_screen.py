"""The shift's day by keyboard."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.staff import Operator
from app.ports.store import SlipKind
from app.ui.shift.report_panel import ReportPanel
from app.ui.shift.screen import ShiftScreen
from app.ui.widgets.dialog import open_dialogs
from tests.app.ui.memory_shop import CASHIER, PINS, SUPERVISOR, TEA, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The shift screen."""

    def __init__(self, qtbot: QtBot, operator: Operator = SUPERVISOR, *, is_open: bool = True) -> None:
        self.shop = memory_shop()
        if is_open:
            self.shop.open_shift(30_000)
        self.stage = Stage(qtbot, self.shop, operator)
        self.told = list[str]()
        self.left = list[int]()
        self.screen = ShiftScreen(self.shop.use_cases, self.stage.tasks, self.stage.session)
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.screen.left.connect(lambda: self.left.append(1))
        self.stage.put(self.screen)


def test_type_the_float_and_sell(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER, is_open=False)
    at.stage.type("300")
    at.stage.press(Key.Key_Return)
    assert at.stage.session.shift is not None
    assert at.stage.session.shift.float_minor == 30_000
    assert at.left == [1]


def test_a_usual_float_by_its_key(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER, is_open=False)
    at.stage.press(Key.Key_F2, Key.Key_Return)
    assert at.stage.session.shift is not None
    assert at.stage.session.shift.float_minor == 20_000


def test_no_float_no_shift(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER, is_open=False)
    at.stage.press(Key.Key_Return)
    assert at.stage.session.shift is None
    assert len(at.told) == 1


def test_count_note_by_note_and_close(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    sale = at.shop.sell((TEA, 2000))
    at.stage.press(Key.Key_F12)
    at.stage.type("3")
    at.stage.press(*[Key.Key_Return] * 5)
    at.stage.type(str(sale.total_minor // 100))
    at.stage.press(Key.Key_F12)
    assert at.shop.store.shifts.ended == []
    at.stage.press(Key.Key_Return)
    (closed,) = at.shop.store.shifts.ended
    assert closed.counted_minor == 30_000 + sale.total_minor // 100 * 100
    assert at.stage.session.shift is None
    at.stage.press(Key.Key_F10)
    assert at.shop.store.spool.waiting()[-1].kind is SlipKind.SHIFT
    at.stage.press(Key.Key_Return)
    assert at.left == [1]


def test_the_sum_alone_will_do_and_lets_the_notes_go(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    at.stage.press(Key.Key_F12)
    at.stage.type("9")
    at.stage.press(*[Key.Key_Tab] * 8)
    at.stage.type("300.5")
    at.stage.press(Key.Key_F12, Key.Key_Return)
    assert [closed.counted_minor for closed in at.shop.store.shifts.ended] == [30_050]


def test_a_second_press_of_the_key_closes_nothing(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F12, Key.Key_F12, Key.Key_F12, Key.Key_Escape)
    assert at.shop.store.shifts.ended == []
    assert at.shop.store.shifts.opened is not None


def test_escape_leaves_the_count_and_then_the_screen(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F12, Key.Key_Escape)
    assert (at.left, at.shop.store.shifts.ended) == ([], [])
    at.stage.press(Key.Key_Escape)
    assert at.left == [1]


@pytest.mark.parametrize(("key", "signed"), [(Key.Key_F2, 5_000), (Key.Key_F3, -5_000)])
def test_cash_in_and_out(qtbot: QtBot, key: Key, signed: int) -> None:
    at = At(qtbot)
    at.stage.press(key)
    at.stage.type("50")
    at.stage.press(Key.Key_Return, Key.Key_F5, Key.Key_Return)
    assert [movement.signed_minor for _, movement in at.shop.store.shifts.moves] == [signed]
    assert len(at.told) == 1


def test_cash_without_an_amount_stays_open(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F2, Key.Key_Return)
    at.stage.type("20")
    at.stage.press(Key.Key_Return, Key.Key_F5, Key.Key_Return)
    assert len(at.shop.store.shifts.moves) == 1


def test_the_drawer_opens_with_a_reason(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F4, Key.Key_F5, Key.Key_Return)
    assert at.shop.store.shifts.openings == 1


def test_the_x_report_is_shown_and_printed(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.stage.press(Key.Key_F5, Key.Key_F10)
    assert at.shop.store.spool.waiting()[-1].kind is SlipKind.X_REPORT
    at.stage.press(Key.Key_Escape, Key.Key_F4)
    assert at.left == []


def test_a_cashier_does_not_see_what_should_be_there(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    at.stage.press(Key.Key_F5)
    assert open_dialogs(at.stage.window)
    at.stage.press(Key.Key_Escape)
    assert not at.stage.window.findChildren(ReportPanel)[0].isVisible()


def test_a_supervisor_lets_a_cashier_look(qtbot: QtBot) -> None:
    at = At(qtbot, CASHIER)
    at.stage.press(Key.Key_F5, Key.Key_F1)
    at.stage.type(PINS[SUPERVISOR.id])
    at.stage.press(Key.Key_Return)
    assert at.stage.window.findChildren(ReportPanel)[0].isVisible()
    assert at.told == []
