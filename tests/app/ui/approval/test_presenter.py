"""Who is asked, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.staff import Approval, Operator, Permission
from app.ui.approval.presenter import ApprovalPresenter
from app.ui.approval.question import Question
from tests.app.ui.memory_shop import CASHIER, MANAGER, PINS, SUPERVISOR, AtOnce, Later, MemoryShop, memory_shop

REFUND = Question(Permission.REFUND, "退款 12.80 元", ("商品质量", "买错了"))


@dataclass
class Dialog:
    """Remembers what it was told."""

    asked: list[str] = field(default_factory=list)
    approvers: Sequence[Operator] = ()
    refusals: list[Why] = field(default_factory=list)
    finished: bool = False

    def ask_reason(self, question: Question) -> None:
        self.asked.append("reason")

    def ask_approver(self, question: Question, approvers: Sequence[Operator]) -> None:
        self.asked.append("approver")
        self.approvers = approvers

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def finish(self) -> None:
        self.finished = True


@pytest.fixture
def shop() -> MemoryShop:
    return memory_shop()


def asked(
    shop: MemoryShop, operator: Operator, question: Question = REFUND
) -> tuple[ApprovalPresenter, Dialog, list[Approval]]:
    dialog, given = Dialog(), list[Approval]()
    presenter = ApprovalPresenter(dialog, AtOnce(), shop.use_cases, operator, given.append)
    presenter.ask(question)
    return presenter, dialog, given


def test_who_may_gives_only_the_reason(shop: MemoryShop) -> None:
    presenter, dialog, given = asked(shop, SUPERVISOR)
    assert dialog.asked == ["reason"]
    presenter.allow_myself("  ")
    assert dialog.refusals == [Why.REASON_MISSING]
    presenter.allow_myself(" 买错了 ")
    assert given == [Approval(Permission.REFUND, SUPERVISOR.id, SUPERVISOR.id, "买错了")]
    assert dialog.finished


def test_no_dialog_where_nothing_is_open(shop: MemoryShop) -> None:
    _, dialog, given = asked(shop, MANAGER, Question(Permission.OPEN_DRAWER, "开钱箱", needs_reason=False))
    assert dialog.asked == []
    assert given == [Approval(Permission.OPEN_DRAWER, MANAGER.id, MANAGER.id)]


def test_a_cashier_needs_somebody_who_may(shop: MemoryShop) -> None:
    presenter, dialog, given = asked(shop, CASHIER)
    assert dialog.asked == ["approver"]
    assert set(dialog.approvers) == {MANAGER, SUPERVISOR}
    presenter.allow(MANAGER.id, "0000", "商品质量")
    assert dialog.refusals == [Why.PIN_WRONG]
    assert not dialog.finished
    presenter.allow(MANAGER.id, PINS[MANAGER.id], "商品质量")
    assert given == [Approval(Permission.REFUND, CASHIER.id, MANAGER.id, "商品质量")]
    assert shop.store.journal.events[-1].kind is Kind.OVERRIDE


def test_the_pin_is_not_asked_for_before_the_reason(shop: MemoryShop) -> None:
    presenter, dialog, _ = asked(shop, CASHIER)
    presenter.allow(MANAGER.id, "0000", "")
    assert dialog.refusals == [Why.REASON_MISSING]
    assert shop.store.staff.records[MANAGER.id].failures == 0


def test_a_double_press_checks_once(shop: MemoryShop) -> None:
    dialog, given, later = Dialog(), list[Approval](), Later()
    presenter = ApprovalPresenter(dialog, later, shop.use_cases, CASHIER, given.append)
    presenter.ask(REFUND)
    later.let_go()
    presenter.allow(MANAGER.id, PINS[MANAGER.id], "买错了")
    presenter.allow(MANAGER.id, PINS[MANAGER.id], "买错了")
    assert len(later.waiting) == 1
    later.let_go()
    assert len(given) == 1


def test_after_a_full_disk_one_may_try_again(shop: MemoryShop) -> None:
    presenter, _, given = asked(shop, CASHIER)
    shop.store.is_full = True
    presenter.allow(MANAGER.id, PINS[MANAGER.id], "买错了")
    assert given == []
    shop.store.is_full = False
    presenter.allow(MANAGER.id, PINS[MANAGER.id], "买错了")
    assert len(given) == 1
