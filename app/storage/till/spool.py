"""The print spool: a slip is queued in the transaction that it is about, and survives a restart."""

import json
from collections.abc import Sequence

from app.domain.journal import Json
from app.ports.store import Slip, SlipKind, SlipState
from app.storage.till.work import Row, Work

_WAITING = (
    "SELECT id, kind, about, state, is_reprint, kick_drawer, attempts, content FROM spool "
    "WHERE state IN ('waiting', 'begun') ORDER BY id"
)
_ADD = (
    "INSERT INTO spool (kind, about, state, is_reprint, kick_drawer, attempts, content) "
    "VALUES (?, ?, 'waiting', ?, ?, 0, ?)"
)


class SpoolTable:
    """Slips that wait for the printer."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(
        self,
        kind: SlipKind,
        about: str,
        *,
        kick_drawer: bool = False,
        is_reprint: bool = False,
        content: Json | None = None,
    ) -> int:
        """Queue a slip; its id."""
        self._work.queued_slips = True
        text = None if content is None else json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        return self._work.insert(_ADD, kind.value, about, int(is_reprint), int(kick_drawer), text)

    def next(self) -> Slip | None:
        """The oldest slip not yet printed or dropped."""
        row = self._work.row(f"{_WAITING} LIMIT 1")
        return _slip(row) if row else None

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note where it stands now; marking it BEGUN counts an attempt."""
        self._work.write(
            "UPDATE spool SET state = ?, attempts = attempts + ? WHERE id = ?",
            state.value,
            int(state is SlipState.BEGUN),
            slip_id,
        )

    def waiting(self) -> Sequence[Slip]:
        """All not yet printed or dropped, oldest first."""
        return [_slip(row) for row in self._work.rows(_WAITING)]


def _slip(row: Row) -> Slip:
    slip_id, kind, about, state, is_reprint, kick_drawer, attempts, content = row
    return Slip(
        id=slip_id,
        kind=SlipKind(kind),
        about=about,
        state=SlipState(state),
        is_reprint=bool(is_reprint),
        kick_drawer=bool(kick_drawer),
        attempts=attempts,
        content=None if content is None else json.loads(content),
    )
