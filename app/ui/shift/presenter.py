"""The shift: opened with a float, looked at, closed with a blind count."""

from collections.abc import Callable
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.figures.till_day import TillDay
from app.domain.shift import CashDirection, CashMovement, ClosedShift, Shift
from app.domain.staff import Approval, Operator
from app.services.use_cases import UseCases
from app.ui.running import Runs


class ShiftView(Protocol):
    """The shift screen."""

    def show_closed(self) -> None:
        """No shift is open: ask for the float."""

    def show_open(self, shift: Shift) -> None:
        """A shift is open: what can be done with it."""

    def show_opened(self, shift: Shift) -> None:
        """It was opened just now: selling may begin."""

    def show_report(self, shift: Shift, figures: TillDay) -> None:
        """The X report."""

    def show_result(self, closed: ClosedShift, figures: TillDay) -> None:
        """The Z report, with what was over or short."""

    def show_moved(self, movement: CashMovement) -> None:
        """Cash went in or out."""

    def show_drawer_opened(self) -> None:
        """The drawer was opened without a sale."""

    def show_queued(self) -> None:
        """What is shown goes to the printer."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class ShiftDesk:
    """Everything about the open shift. `changed` is told of the shift whenever it opened or closed."""

    def __init__(
        self,
        view: ShiftView,
        tasks: Runs,
        use_cases: UseCases,
        operator: Operator,
        changed: Callable[[Shift | None], None],
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._operator = operator
        self._changed = changed
        self._busy = False
        self._ended: ClosedShift | None = None
        self._printed = False
        self._let_read: Approval | None = None

    def load(self) -> None:
        """Show what stands."""
        self._tasks.run(self._use_cases.open_shift.current, self._show)

    def open(self, float_minor: int | None) -> None:
        """Open a shift with this float."""
        if float_minor is None:
            self._view.show_refusal(Refused(Why.AMOUNT_NOT_POSITIVE))
        elif self._begin():
            amount = float_minor
            self._tasks.run(lambda: self._use_cases.open_shift(self._operator, amount), self._opened, self._failed)

    def close(self, counted_minor: int) -> None:
        """Close it with what was counted."""
        if self._begin():
            self._tasks.run(
                lambda: self._use_cases.close_shift(self._operator, counted_minor), self._closed, self._failed
            )

    def report(self, approval: Approval | None = None) -> None:
        """Show the figures so far, to whom may read them; who let them be read lets them be printed."""
        self._let_read = approval
        self._tasks.run(lambda: self._use_cases.report_till(self._operator, approval), self._reported)

    def print_out(self) -> None:
        """Send the X report to the printer, or the slip of the shift that has ended."""
        print_slips, ended, is_reprint = self._use_cases.print_slips, self._ended, self._printed
        if ended is None:
            approval = self._let_read
            self._tasks.run(lambda: print_slips.x_report(self._operator, approval), self._queued)
            return
        self._printed = True
        self._tasks.run(lambda: print_slips.shift_slip(ended.shift.id, is_reprint=is_reprint), self._queued)

    def move_cash(self, approval: Approval, direction: CashDirection, amount_minor: int) -> None:
        """Put cash in or take it out."""
        if self._begin():
            self._tasks.run(
                lambda: self._use_cases.move_cash(approval, direction, amount_minor), self._moved, self._failed
            )

    def open_drawer(self, approval: Approval) -> None:
        """Open the drawer without a sale."""
        if self._begin():
            self._tasks.run(lambda: self._use_cases.move_cash.open_drawer(approval), self._drawer_opened, self._failed)

    def _begin(self) -> bool:
        if self._busy:
            return False
        self._busy = True
        return True

    def _failed(self, _error: BaseException) -> None:
        self._busy = False

    def _show(self, shift: Shift | None) -> None:
        if shift:
            self._view.show_open(shift)
        else:
            self._view.show_closed()

    def _opened(self, outcome: Shift | Refused) -> None:
        self._busy = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._changed(outcome)
        self._view.show_opened(outcome)

    def _closed(self, outcome: tuple[ClosedShift, TillDay] | Refused) -> None:
        self._busy = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._ended = outcome[0]
        self._changed(None)
        self._view.show_result(*outcome)

    def _reported(self, outcome: tuple[Shift, TillDay] | Refused) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        else:
            self._view.show_report(*outcome)

    def _queued(self, outcome: int | Refused) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        else:
            self._view.show_queued()

    def _moved(self, outcome: CashMovement | Refused) -> None:
        self._busy = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        else:
            self._view.show_moved(outcome)

    def _drawer_opened(self, outcome: Refused | None) -> None:
        self._busy = False
        if outcome:
            self._view.show_refusal(outcome)
        else:
            self._view.show_drawer_opened()
