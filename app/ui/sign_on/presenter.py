"""Who works: a name and a PIN."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.errors import Refused
from app.domain.ids import OperatorId
from app.domain.shift import Shift
from app.domain.staff import Operator, Role
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session


class SignOnView(Protocol):
    """The sign-on screen."""

    def show_operators(self, operators: Sequence[Operator], chosen: OperatorId | None) -> None:
        """The names to choose from."""

    def show_busy(self, *, busy: bool) -> None:
        """The PIN is being checked, which is slow on purpose."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class SignOnPresenter:
    """Checks the PIN, then says who it is and which shift is open."""

    def __init__(
        self, view: SignOnView, tasks: Runs, use_cases: UseCases, session: Session, signed_on: Callable[[], None]
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._session = session
        self._signed_on = signed_on
        self._last: OperatorId | None = None
        self._checking = False

    def load(self) -> None:
        """Fetch the names; the one who worked last is chosen."""
        self._tasks.run(self._use_cases.sign_on.operators, self._show)

    def sign_on(self, operator: OperatorId, pin: str) -> None:
        """Check the PIN."""
        if self._checking or not pin:
            return
        self._checking = True
        self._view.show_busy(busy=True)
        self._tasks.run(lambda: self._check(operator, pin), self._checked, lambda _: self._stop())

    def _show(self, operators: Sequence[Operator]) -> None:
        order = list(Role)
        people = sorted(operators, key=lambda person: (order.index(person.role), person.name))
        self._view.show_operators(people, self._last)

    def _check(self, operator: OperatorId, pin: str) -> tuple[Operator, Shift | None, bool] | Refused:
        outcome = self._use_cases.sign_on(operator, pin)
        if isinstance(outcome, Refused):
            return outcome
        return outcome, self._use_cases.open_shift.current(), self._use_cases.confirm_clock.in_doubt()

    def _checked(self, outcome: tuple[Operator, Shift | None, bool] | Refused) -> None:
        self._stop()
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        operator, shift, in_doubt = outcome
        self._last = operator.id
        self._session.set_shift(shift)
        self._session.set_clock_in_doubt(in_doubt=in_doubt)
        self._session.sign_on(operator)
        self._signed_on()

    def _stop(self) -> None:
        self._checking = False
        self._view.show_busy(busy=False)
