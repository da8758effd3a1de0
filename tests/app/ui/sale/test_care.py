"""Follow-ups at the counter: told at the swipe, ticked off with a note, gone from the panel."""

from dataclasses import replace

from PySide6.QtCore import Qt

from app.domain.journal import Kind
from app.domain.member import DueFollowUp
from app.ui.sale.follow_up_dialog import FollowUpDialog
from tests.app.ui.conftest import ScreenTill
from tests.app.ui.memory_shop import ZHANG


def swipe(till: ScreenTill) -> None:
    """张三丰 comes, who is to be asked two things."""
    view = till.shop.view()
    assert view.member is not None
    due = (DueFollowUp("call", "2026-03-05", "黄油可颂"), DueFollowUp("birthday", "2026-03-06"))
    till.window.sale.use_member(replace(view, member=replace(view.member, follow_ups=due)))
    till.settle()


def follow_ups(till: ScreenTill) -> list[str]:
    view = till.window.sale.presenter.basket.member
    assert view is not None
    assert view.member is not None
    return [each.follow_up for each in view.member.follow_ups]


def test_the_swipe_says_it_and_a_key_ticks_it_off(till: ScreenTill) -> None:
    till.sign_on()
    swipe(till)
    assert "黄油可颂" in till.window.sale.notice_text()
    till.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert till.window.findChild(FollowUpDialog) is not None
    till.type("all well")
    till.press(Qt.Key.Key_Return)
    assert follow_ups(till) == ["birthday"]
    noted = [event for event in till.shop.store.journal.events if event.kind == Kind.CARE]
    body = noted[-1].body()
    assert (body["member"], body["note"], body["key"]) == (ZHANG.id, "all well", "call:2026-03-05")


def test_escape_leaves_it_due(till: ScreenTill) -> None:
    till.sign_on()
    swipe(till)
    till.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    till.press(Qt.Key.Key_Escape)
    assert follow_ups(till) == ["call", "birthday"]


def test_nothing_due_asks_nothing(till: ScreenTill) -> None:
    till.sign_on()
    till.window.sale.use_member(till.shop.view())
    till.settle()
    till.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert till.window.findChild(FollowUpDialog) is None
