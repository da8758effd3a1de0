"""Approval: the operator's own word where the role allows it, else somebody else's PIN."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId
from app.domain.staff import Approval, Operator
from app.services.use_cases import UseCases
from app.ui.approval.question import Question
from app.ui.running import Runs


class ApprovalView(Protocol):
    """The dialog."""

    def ask_reason(self, question: Question) -> None:
        """Ask for the reason alone: the operator may do it."""

    def ask_approver(self, question: Question, approvers: Sequence[Operator]) -> None:
        """Ask who allows it, the PIN, and the reason."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not; the PIN is to be typed again."""

    def finish(self) -> None:
        """It is decided; close."""


class ApprovalPresenter:
    """One question from its asking to the approval."""

    def __init__(
        self, view: ApprovalView, tasks: Runs, use_cases: UseCases, operator: Operator, then: Callable[[Approval], None]
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._operator = operator
        self._then = then
        self._question: Question | None = None
        self._checking = False

    def ask(self, question: Question) -> None:
        """Ask what is still open: nothing, the reason, or the whole of it."""
        self._question = question
        if not self._operator.may(question.permission):
            self._tasks.run(self._use_cases.sign_on.operators, self._offer)
        elif question.needs_reason:
            self._view.ask_reason(question)
        else:
            self.allow_myself("")

    def allow_myself(self, reason: str) -> None:
        """The operator's own approval."""
        if self._question is None or self._lacks_reason(reason):
            return
        self._settle(self._use_cases.approve.own(self._operator, self._question.permission, reason.strip()))

    def allow(self, approver: OperatorId, pin: str, reason: str) -> None:
        """Another person's approval with their PIN."""
        question = self._question
        if question is None or self._checking or self._lacks_reason(reason):
            return
        self._checking = True
        self._tasks.run(
            lambda: self._use_cases.approve(self._operator, question.permission, approver, pin, reason.strip()),
            self._settle,
            self._stop_checking,
        )

    def _offer(self, operators: Sequence[Operator]) -> None:
        if self._question:
            permission = self._question.permission
            self._view.ask_approver(self._question, tuple(person for person in operators if person.may(permission)))

    def _lacks_reason(self, reason: str) -> bool:
        lacking = self._question is not None and self._question.needs_reason and not reason.strip()
        if lacking:
            self._view.show_refusal(Refused(Why.REASON_MISSING))
        return lacking

    def _settle(self, outcome: Approval | Refused) -> None:
        self._checking = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._view.finish()
        self._then(outcome)

    def _stop_checking(self, _error: BaseException) -> None:
        self._checking = False
