"""The X report of the open shift: figures so far, nothing changed."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.figures.till_day import TillDay, till_day
from app.domain.shift import Shift
from app.domain.staff import Approval, Operator, Permission
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_own_or_approval


def figures_of(uow: UnitOfWork, shift: Shift) -> TillDay:
    """The shift's figures as they stand."""
    return till_day(
        uow.sales.rows_of_shift(shift.id),
        float_minor=shift.float_minor,
        cash_moves_minor=[movement.signed_minor for movement in uow.shifts.movements(shift.id)],
        drawer_openings=uow.shifts.drawer_openings(shift.id),
        perpetual_minor=uow.state().perpetual_minor,
        deals=uow.value.rows_of_shift(shift.id),
    )


@dataclass(frozen=True, slots=True)
class ReportTill:
    """Read the open shift's figures; a cashier only with approval, so that the count stays blind."""

    store: Store

    def __call__(self, operator: Operator, approval: Approval | None = None) -> tuple[Shift, TillDay] | Refused:
        """The shift and its figures, or why not; `approval` where the operator may not by themselves."""
        with self.store.unit_of_work() as uow:
            if refused := check_own_or_approval(uow, operator, Permission.READ_X, approval):
                return refused
            shift = uow.shifts.current()
            return (shift, figures_of(uow, shift)) if shift else Refused(Why.SHIFT_NOT_OPEN)
