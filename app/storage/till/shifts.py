"""The drawer's shifts and the cash moved in them."""

from collections.abc import Sequence

from app.domain.errors import BrokenPromiseError
from app.domain.ids import OperatorId, ShiftId
from app.domain.journal import Event
from app.domain.shift import CashDirection, CashMovement, ClosedShift, Shift
from app.storage.till.schema import cash_movement, insert_rows, shift
from app.storage.till.work import Row, Work

OPENED = "id, number, business_date, opened_at, opened_by, float_minor"
_CURRENT = f"SELECT {OPENED} FROM shift WHERE closed IS NULL"
_CLOSED = (
    f"SELECT {OPENED}, closed_at, closed_by, counted_minor, expected_minor FROM shift "
    "WHERE id = ? AND closed IS NOT NULL"
)
_CLOSE = (
    "UPDATE shift SET closed = ?, closed_at = ?, closed_by = ?, counted_minor = ?, expected_minor = ? "
    "WHERE id = ? AND closed IS NULL"
)
_COUNT_OPENING = "UPDATE shift SET drawer_openings = drawer_openings + 1 WHERE id = ? AND closed IS NULL"

_MOVEMENTS = "SELECT direction, amount_minor, operator, reason, receipt FROM cash_movement WHERE shift = ? ORDER BY pos"
_ADVANCED = "SELECT coalesce(sum(amount_minor), 0) FROM cash_movement WHERE receipt = ? AND direction = 'paid_out'"


class ShiftTable:
    """Shifts of this till's drawer; at most one is open."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def current(self) -> Shift | None:
        """The open shift."""
        row = self._work.row(_CURRENT)
        return shift_of_row(row) if row else None

    def open(self, event: Event, opened: Shift) -> None:
        """Begin a shift."""
        if opened.number != self._work.state.last_shift + 1:
            raise BrokenPromiseError(f"shift {opened.number} does not follow {self._work.state.last_shift}")
        self._work.write(insert_rows(shift), *shift_row(self._work.pos_of(event.seq), opened))
        self._work.change_state(last_shift=opened.number)

    def close(self, event: Event, closed: ClosedShift) -> None:
        """End it."""
        changed = self._work.write(
            _CLOSE,
            self._work.pos_of(event.seq),
            closed.closed_at,
            closed.closed_by,
            closed.counted_minor,
            closed.expected_minor,
            closed.shift.id,
        )
        if changed != 1:
            raise BrokenPromiseError("only the open shift can be closed")

    def closed(self, shift: ShiftId) -> ClosedShift | None:
        """A shift that has ended."""
        row = self._work.row(_CLOSED, shift)
        if row is None:
            return None
        closed_at, closed_by, counted_minor, expected_minor = row[6:]
        return ClosedShift(shift_of_row(row[:6]), closed_at, OperatorId(closed_by), counted_minor, expected_minor)

    def move_cash(self, event: Event, shift: ShiftId, movement: CashMovement) -> None:
        """Cash in or out."""
        self._work.write(insert_rows(cash_movement), *cash_movement_row(self._work.pos_of(event.seq), shift, movement))

    def movements(self, shift: ShiftId) -> Sequence[CashMovement]:
        """The shift's cash movements."""
        return [
            CashMovement(CashDirection(direction), amount, OperatorId(operator), reason, receipt)
            for direction, amount, operator, reason, receipt in self._work.rows(_MOVEMENTS, shift)
        ]

    def advanced_on(self, receipt: str) -> int:
        """What was paid here in advance on the refund of another till's sale (minor units)."""
        row = self._work.row(_ADVANCED, receipt)
        return int(row[0]) if row else 0

    def count_drawer_opening(self, shift: ShiftId) -> None:
        """The drawer was opened without a sale."""
        if self._work.write(_COUNT_OPENING, shift) != 1:
            raise BrokenPromiseError("a drawer opening is counted in the open shift")

    def drawer_openings(self, shift: ShiftId) -> int:
        """How often that was."""
        row = self._work.row("SELECT drawer_openings FROM shift WHERE id = ?", shift)
        return int(row[0]) if row else 0


def shift_row(
    pos: int, opened: Shift, drawer_openings: int = 0, closed: int | None = None, end: ClosedShift | None = None
) -> tuple[object, ...]:
    """The row of table `shift`, open or closed."""
    return (
        pos,
        opened.id,
        opened.number,
        opened.business_date,
        opened.opened_at,
        opened.opened_by,
        opened.float_minor,
        drawer_openings,
        closed,
        end.closed_at if end else None,
        end.closed_by if end else None,
        end.counted_minor if end else None,
        end.expected_minor if end else None,
    )


def cash_movement_row(pos: int, shift: ShiftId, movement: CashMovement) -> tuple[object, ...]:
    """The row of table `cash_movement`."""
    direction, receipt = movement.direction.value, movement.receipt
    return (pos, shift, direction, movement.amount_minor, movement.operator, movement.reason, receipt)


def shift_of_row(row: Row) -> Shift:
    shift_id, number, business_date, opened_at, opened_by, float_minor = row
    return Shift(ShiftId(shift_id), number, business_date, opened_at, OperatorId(opened_by), float_minor)
