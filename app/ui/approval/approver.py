"""How any screen has something approved."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.staff import Approval, Permission
from app.services.use_cases import UseCases
from app.ui.approval.dialog import ApprovalDialog
from app.ui.approval.question import Question
from app.ui.approval.reasons import usual_reasons
from app.ui.running import Runs
from app.ui.session import Session


class Approver:
    """Asks for approval over the window of `host`; the operator's own word is enough where the role allows it."""

    def __init__(self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session) -> None:
        self._host = host
        self._use_cases = use_cases
        self._tasks = tasks
        self._session = session

    def ask(
        self,
        permission: Permission,
        what: str,
        then: Callable[[Approval], None],
        *,
        reasons: Sequence[str] | None = None,
        needs_reason: bool = True,
    ) -> None:
        """Have `what` approved, then call `then`; nothing is called where nobody approves."""
        offered = usual_reasons(permission) if reasons is None else reasons
        question = Question(permission, what, tuple(offered), needs_reason)
        operator = self._session.signed_on()
        ApprovalDialog(self._host, self._tasks, self._use_cases, operator, then).ask(question)
