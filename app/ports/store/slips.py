"""The print spool."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.journal import Json


class SlipKind(StrEnum):
    """What is to be printed."""

    SALE = "sale"
    GIFT = "gift"
    REFUND = "refund"
    VALUE = "value"
    SERVICE = "service"
    X_REPORT = "x_report"
    Z_REPORT = "z_report"
    SHIFT = "shift"
    TEST = "test"
    DRAWER = "drawer"


class SlipState(StrEnum):
    """Where a slip stands. BEGUN: bytes had left when the printer failed or the till stopped."""

    WAITING = "waiting"
    BEGUN = "begun"
    PRINTED = "printed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Slip:
    """One job of the print spool. `about` is the id of a sale, refund, deal or shift, `content` what no event holds."""

    id: int
    kind: SlipKind
    about: str
    state: SlipState
    is_reprint: bool
    kick_drawer: bool
    attempts: int
    content: Json | None = None


class Spool(Protocol):
    """Slips that wait for the printer."""

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

    def next(self) -> Slip | None:
        """The oldest slip not yet printed or dropped."""

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note where it stands now; marking it BEGUN counts an attempt."""

    def waiting(self) -> Sequence[Slip]:
        """All not yet printed or dropped, oldest first."""
