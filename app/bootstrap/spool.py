"""The spool as the printer's thread sees it, over the database worker."""

from collections.abc import Callable

from app.ports.spool import PrintOutcome, SpoolJob
from app.ports.store import SlipState
from app.ports.worker import Worker
from app.services.print_slips import PrintSlips


class WorkerSpool:
    """Fits `SpoolSource`. Slips left over from before the start no longer open the drawer."""

    def __init__(self, worker: Worker, print_slips: PrintSlips, changed: Callable[[], None]) -> None:
        self._worker = worker
        self._changed = changed
        self._print_slips = print_slips
        left_over = worker.submit(print_slips.waiting).result()
        self._stale_until = max((slip.id for slip in left_over), default=0)
        self._before = SlipState.WAITING

    def next_job(self) -> SpoolJob | None:
        """The slip whose turn it is, laid out."""
        found = self._worker.submit(self._print_slips.next).result()
        if found is None:
            return None
        slip, page = found
        self._before = slip.state
        was_begun = slip.state is SlipState.BEGUN
        kick = slip.kick_drawer and not was_begun and slip.id > self._stale_until
        return SpoolJob(slip.id, page, kick_drawer=kick, was_begun=was_begun)

    def mark(self, job_id: int, outcome: PrintOutcome) -> None:
        """Note durably how far the slip got. One that had begun before stays begun, so that it says 补打."""
        state = {
            PrintOutcome.BEGUN: SlipState.BEGUN,
            PrintOutcome.NOT_BEGUN: self._before,
            PrintOutcome.BROKEN_OFF: SlipState.BEGUN,
            PrintOutcome.PRINTED: SlipState.PRINTED,
            PrintOutcome.UNPRINTABLE: SlipState.DROPPED,
        }[outcome]
        self._worker.submit(lambda: self._print_slips.mark(job_id, state)).result()
        self._changed()
