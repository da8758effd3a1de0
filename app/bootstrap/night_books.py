"""What the night's audit reads of this till's shifts: the same rows and figures as its X and Z reports."""

from collections.abc import Sequence

from app.domain.night.summary import ShiftSpan, ShiftTotals, totals_of
from app.services.report_till import figures_of
from app.storage.till.unit_of_work import TillUnitOfWork

# Head office reads the events of all of them: enough for a month without a line.
MOST_SHIFTS = 100


class NightBooks:
    """Fits `sync.client.night.ShiftBooks`."""

    def since(self, work: TillUnitOfWork, seq: int) -> Sequence[ShiftSpan]:
        """Shifts that are open, or were closed behind `seq`."""
        return work.outbox.shifts_since(seq, MOST_SHIFTS)

    def totals(self, work: TillUnitOfWork, span: ShiftSpan) -> ShiftTotals:
        """The totals of one of them, from its rows."""
        shift = span.shift
        totals = totals_of(figures_of(work, shift))
        return ShiftTotals(shift.id, shift.number, span.is_open, span.first_seq, span.last_seq, totals)
