"""Steps of care noted at this till: follow-ups ticked off, complaints."""

from collections.abc import Sequence

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.journal import Event
from app.domain.people.care import Care, CareNoted, CareStep, care_from_body
from app.storage.till.journal import JournalTable
from app.storage.till.schema import care, insert_rows
from app.storage.till.work import Work

_OF_WALLET = "SELECT pos FROM care WHERE wallet = ? AND step <> ? ORDER BY pos"
_DONE = "SELECT key FROM care WHERE wallet = ? AND step = ?"
_COMPLAINTS = "SELECT pos FROM care WHERE step <> ? ORDER BY pos DESC LIMIT +?"
_MOST = 500


class CareTable:
    """Fits `app.ports.store.CareNotes`."""

    def __init__(self, work: Work, journal: JournalTable) -> None:
        self._work = work
        self._journal = journal

    def record(self, event: Event, noted: Care) -> None:
        """Keep where it stands."""
        self._work.write(insert_rows(care), *care_row(self._work.pos_of(event.seq), noted))

    def followed_up(self, wallet: WalletId) -> frozenset[str]:
        """The follow-ups of a wallet that were ticked off here, by key."""
        rows = self._work.rows(_DONE, wallet, CareStep.FOLLOWED_UP.value)
        return frozenset(str(key) for (key,) in rows)

    def complaint_steps(self, wallet: WalletId | None = None) -> Sequence[CareNoted]:
        """Steps of complaints noted here, oldest first: of one wallet, or the last of all."""
        step = CareStep.FOLLOWED_UP.value
        rows = self._work.rows(_OF_WALLET, wallet, step) if wallet else self._work.rows(_COMPLAINTS, step, _MOST)[::-1]
        return [self._noted(pos) for (pos,) in rows]

    def _noted(self, pos: int) -> CareNoted:
        event = self._journal.at(pos)
        if event is None:
            raise BrokenPromiseError(f"the event at {pos} is missing")
        return CareNoted(event.id, event.recorded_at, care_from_body(event.body()))


def care_row(pos: int, noted: Care) -> tuple[object, ...]:
    """The row of table `care`."""
    return (pos, noted.wallet, noted.key, noted.step.value)
