"""Changing one's own PIN: what is typed is checked here, who one is by the use case."""

from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.ui.running import Runs


class PinView(Protocol):
    """The dialog."""

    def show_busy(self, *, busy: bool) -> None:
        """Checking a PIN is slow on purpose."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""

    def finish(self) -> None:
        """The new PIN is kept."""


class PinPresenter:
    """One person, one new PIN."""

    def __init__(self, view: PinView, tasks: Runs, use_cases: UseCases, operator: Operator) -> None:
        self._view, self._tasks, self._use_cases, self._operator = view, tasks, use_cases, operator
        self._is_checking = False

    def change(self, current: str, new: str, again: str) -> None:
        """Keep `new` where it was typed twice alike and `current` is right."""
        if self._is_checking:
            return
        if new != again:
            self._view.show_refusal(Refused(Why.PIN_NOT_REPEATED))
            return
        self._is_checking = True
        self._view.show_busy(busy=True)
        self._tasks.run(
            lambda: self._use_cases.change_pin(self._operator, current, new), self._changed, lambda _: self._stop()
        )

    def _changed(self, outcome: Operator | Refused) -> None:
        self._stop()
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        else:
            self._view.finish()

    def _stop(self) -> None:
        self._is_checking = False
        self._view.show_busy(busy=False)
