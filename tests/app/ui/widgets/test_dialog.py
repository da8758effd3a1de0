"""The dialog holds the keyboard and gives it back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField


def opened(qtbot: QtBot) -> tuple[QWidget, QLineEdit, Dialog, TextField]:
    window = QWidget()
    below = QLineEdit(window)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    below.setFocus()
    dialog, field = Dialog(window, "Title"), TextField()
    dialog.body.addWidget(field)
    dialog.add_cancel("Back")
    dialog.add_main("Do it").clicked.connect(dialog.accept)
    dialog.setFocusProxy(field)
    dialog.open()
    return window, below, dialog, field


def test_enter_in_a_field_does_the_main_action(qapp: QApplication, qtbot: QtBot) -> None:
    window, below, dialog, field = opened(qtbot)
    assert window.focusWidget() is field
    with qtbot.waitSignal(dialog.finished) as left:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert left.args == [True]
    assert window.focusWidget() is below


def test_enter_on_another_button_means_that_one(qapp: QApplication, qtbot: QtBot) -> None:
    window, _below, dialog, field = opened(qtbot)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    back = window.focusWidget()
    assert isinstance(back, Button)
    with qtbot.waitSignal(dialog.finished) as left:
        QTest.keyClick(back, Qt.Key.Key_Return)
    assert left.args == [False]


def test_enter_does_not_break_off_what_only_waits(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    dialog = Dialog(window, "The customer pays")
    way_out = dialog.add_cancel("Cancel the payment")
    dialog.open()
    assert window.focusWidget() is way_out
    QTest.keyClick(way_out, Qt.Key.Key_Return)
    assert dialog.is_open


def test_a_field_below_keeps_what_was_selected_in_it(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    below = QLineEdit("12.80", window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    below.setFocus()
    below.selectAll()
    dialog = Dialog(window, "Title")
    dialog.add_main("Do it").clicked.connect(dialog.accept)
    dialog.open()
    dialog.reject()
    QTest.keyClicks(window.focusWidget(), "100")
    assert below.text() == "100"


def test_esc_leaves_with_nothing_done(qapp: QApplication, qtbot: QtBot) -> None:
    _window, _below, dialog, field = opened(qtbot)
    with qtbot.waitSignal(dialog.finished) as left:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert left.args == [False]


def test_tab_goes_round_inside(qapp: QApplication, qtbot: QtBot) -> None:
    window, below, _dialog, _field = opened(qtbot)
    seen = set()
    for _turn in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        seen.add(window.focusWidget())
    assert below not in seen
    assert len(seen) == 3


def test_no_key_reaches_the_screen_below_when_the_part_with_the_keyboard_is_switched_off(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, below, dialog, field = opened(qtbot)
    for part in (field, *dialog.findChildren(Button)):
        part.setEnabled(False)
        QTest.keyClicks(window.focusWidget(), "7")
    assert below.text() == ""
    with qtbot.waitSignal(dialog.finished) as left:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert left.args == [False]


def test_a_dialog_that_only_waits_still_has_the_keyboard(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    below = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    below.setFocus()
    dialog = Dialog(window, "Wait")
    main = dialog.add_main("")
    main.hide()
    main.setEnabled(False)
    dialog.open()
    QTest.keyClicks(window.focusWidget(), "7")
    assert below.text() == ""
