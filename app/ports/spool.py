"""The print spool as the printer's thread sees it: the slip whose turn it is, and how it went."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.domain.receipt.page import Page


class PrintOutcome(Enum):
    """How far a job got.

    BEGUN: bytes are about to leave; if nothing else is ever told, the till stopped in the middle.
    NOT_BEGUN: they did not after all, the job waits as before.
    BROKEN_OFF: the printer failed after bytes had left; printed again it is a reprint (补打).
    UNPRINTABLE: the page cannot be encoded; trying again would not help.
    """

    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    PRINTED = "printed"
    BROKEN_OFF = "broken_off"
    UNPRINTABLE = "unprintable"


@dataclass(frozen=True, slots=True)
class SpoolJob:
    """A slip to print; `page` is None for a drawer pulse alone.

    `was_begun` says that bytes of it had left before: its page then bears the mark of a reprint, and the drawer
    is not opened again. The source clears `kick_drawer` when the sale is no longer fresh.
    """

    id: int
    page: Page | None
    kick_drawer: bool = False
    was_begun: bool = False


class SpoolSource(Protocol):
    """Where the printer's thread gets its jobs; both methods may block for as long as the database worker needs."""

    def next_job(self) -> SpoolJob | None:
        """The job whose turn it is, the same one until its outcome is told; None when nothing waits."""

    def mark(self, job_id: int, outcome: PrintOutcome) -> None:
        """Note durably how far the job got; returns when it is noted."""
