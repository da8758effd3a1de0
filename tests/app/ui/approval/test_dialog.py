"""Approval by keyboard: who, why, PIN, Enter."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.staff import Approval, Operator, Permission
from app.ui.approval import Approver
from app.ui.approval.dialog import ApprovalDialog
from app.ui.approval.reasons import usual_reasons
from app.ui.screen import Screen
from tests.app.ui.memory_shop import CASHIER, MANAGER, PINS, SUPERVISOR, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class Asked:
    """The dialog on the stage, and what was approved."""

    def __init__(self, qtbot: QtBot, operator: Operator, *, needs_reason: bool = True) -> None:
        self.stage = Stage(qtbot, memory_shop(), operator)
        self.stage.put(Screen())
        self.given = list[Approval]()
        approver = Approver(self.stage.window, self.stage.shop.use_cases, self.stage.tasks, self.stage.session)
        approver.ask(Permission.REFUND, "Refund ¥12.80", self.given.append, needs_reason=needs_reason)
        self.stage.settle()

    @property
    def dialog(self) -> ApprovalDialog | None:
        """The dialog while it is open."""
        return next((each for each in self.stage.window.findChildren(ApprovalDialog) if each.is_open), None)


def test_a_manager_approves_with_four_keys_and_a_pin(qtbot: QtBot) -> None:
    asked = Asked(qtbot, CASHIER)
    asked.stage.press(Key.Key_F2, Key.Key_F5)
    asked.stage.type(PINS[MANAGER.id])
    asked.stage.press(Key.Key_Return)
    reason = usual_reasons(Permission.REFUND)[0]
    assert asked.given == [Approval(Permission.REFUND, CASHIER.id, MANAGER.id, reason)]
    assert asked.dialog is None


def test_a_pin_typed_before_its_reason_is_not_lost(qtbot: QtBot) -> None:
    asked = Asked(qtbot, CASHIER)
    asked.stage.type(PINS[SUPERVISOR.id])
    asked.stage.press(Key.Key_Return)
    assert asked.given == []
    asked.stage.type("broken seal")
    asked.stage.press(Key.Key_Return)
    assert [approval.reason for approval in asked.given] == ["broken seal"]


def test_a_wrong_pin_says_so_and_waits_for_another(qtbot: QtBot) -> None:
    asked = Asked(qtbot, CASHIER)
    asked.stage.press(Key.Key_F5)
    asked.stage.type("0000")
    asked.stage.press(Key.Key_Return)
    assert asked.dialog is not None
    assert "PIN" in asked.dialog.notice.text()
    asked.stage.type(PINS[SUPERVISOR.id])
    asked.stage.press(Key.Key_Return)
    assert len(asked.given) == 1


def test_who_may_only_says_why(qtbot: QtBot) -> None:
    asked = Asked(qtbot, SUPERVISOR)
    asked.stage.press(Key.Key_Return)
    assert asked.given == []
    asked.stage.press(Key.Key_F6, Key.Key_Return)
    assert [approval.approved_by for approval in asked.given] == [SUPERVISOR.id]


def test_nothing_to_ask_nothing_to_see(qtbot: QtBot) -> None:
    asked = Asked(qtbot, MANAGER, needs_reason=False)
    assert asked.dialog is None
    assert len(asked.given) == 1


def test_escape_approves_nothing(qtbot: QtBot) -> None:
    asked = Asked(qtbot, CASHIER)
    asked.stage.press(Key.Key_F5, Key.Key_Escape)
    assert (asked.given, asked.dialog) == ([], None)


@pytest.mark.parametrize("permission", [Permission.REFUND, Permission.PRICE_OVERRIDE, Permission.CASH_MOVEMENT])
def test_there_are_reasons_to_choose_from(permission: Permission) -> None:
    assert 2 <= len(usual_reasons(permission)) <= 8
