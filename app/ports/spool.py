"""What the printer's thread prints: one slip at a time, accounted for before and after."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.receipt.page import Page
from app.ports.store import SlipState


@dataclass(frozen=True, slots=True)
class SpoolJob:
    """One slip, laid out. Without a page it is the drawer's pulse alone."""

    id: int
    page: Page | None
    kick_drawer: bool


class SpoolSource(Protocol):
    """The spool as the printer's thread sees it; each call waits for the database worker.

    Before the first byte leaves a job is marked BEGUN, when all have been taken PRINTED, and WAITING again when
    none had left. So a slip that a kill or a cut cable left half printed is found BEGUN and says 补打 next time.
    """

    def next_job(self) -> SpoolJob | None:
        """The slip whose turn it is; None when nothing waits."""

    def mark(self, job_id: int, state: SlipState) -> None:
        """Note where it stands; durable when it returns."""

    def waiting(self) -> int:
        """How many wait."""
