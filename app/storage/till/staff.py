"""Who may sign on."""

from collections.abc import Sequence

from app.domain.ids import OperatorId
from app.domain.staff import Operator, PinRecord, Role
from app.storage.till.work import Work

_PUT = (
    "INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
    "role = excluded.role, pin_hash = excluded.pin_hash, failures = excluded.failures, "
    "locked_until = excluded.locked_until"
)


class StaffTable:
    """Operators and the state of their PINs."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def operators(self) -> Sequence[Operator]:
        """Everybody, by name."""
        rows = self._work.rows("SELECT id, name, role FROM staff ORDER BY name, id")
        return [Operator(OperatorId(operator_id), name, Role(role)) for operator_id, name, role in rows]

    def operator(self, operator_id: OperatorId) -> Operator | None:
        """One person."""
        row = self._work.row("SELECT name, role FROM staff WHERE id = ?", operator_id)
        return Operator(operator_id, row[0], Role(row[1])) if row else None

    def pin_record(self, operator_id: OperatorId) -> PinRecord | None:
        """One person with PIN hash and tries."""
        row = self._work.row("SELECT name, role, pin_hash, failures, locked_until FROM staff WHERE id = ?", operator_id)
        if row is None:
            return None
        name, role, pin_hash, failures, locked_until = row
        return PinRecord(Operator(operator_id, name, Role(role)), pin_hash, failures, locked_until)

    def put(self, record: PinRecord) -> None:
        """Add or replace a person."""
        operator = record.operator
        self._work.write(
            _PUT, operator.id, operator.name, operator.role.value, record.pin_hash, record.failures, record.locked_until
        )

    def remove(self, operator_id: OperatorId) -> None:
        """This person signs on no more."""
        self._work.write("DELETE FROM staff WHERE id = ?", operator_id)

    def save_tries(self, operator_id: OperatorId, failures: int, locked_until: int) -> None:
        """Remember wrong PINs; it must survive a restart."""
        self._work.write(
            "UPDATE staff SET failures = ?, locked_until = ? WHERE id = ?", failures, locked_until, operator_id
        )
