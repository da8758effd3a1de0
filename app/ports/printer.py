"""Receipt printers: bytes out, conditions back."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.domain.receipt.page import Page


class PrinterCondition(Enum):
    """What a printer says of itself."""

    READY = "ready"
    PAPER_NEAR_END = "paper_near_end"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    TIMEOUT = "timeout"
    UNKNOWN = "unknown"

    @property
    def can_print(self) -> bool:
        """Whether a slip may be sent now; a printer that cannot tell (`UNKNOWN`) is trusted."""
        return self in {PrinterCondition.READY, PrinterCondition.PAPER_NEAR_END, PrinterCondition.UNKNOWN}


class PrinterFault(Exception):
    """The printer could not take the bytes; the environment's fault, to be shown and tried again.

    `sent` is how many bytes had left before the fault: a slip that was begun must be marked when printed again.
    """

    def __init__(self, condition: PrinterCondition, detail: str = "", sent: int = 0) -> None:
        super().__init__(f"{condition.value}: {detail}" if detail else condition.value)
        self.condition = condition
        self.detail = detail
        self.sent = sent


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a printer model can do; kept as data in `resources/printers/*.toml`.

    `has_buzzer`: one that `ESC B` sounds.
    """

    name: str
    columns: int
    dots: int
    encoding: str
    can_cut: bool
    native_qr: bool
    native_barcode: bool
    raster_text: bool
    has_buzzer: bool = False


class PrinterTransport(Protocol):
    """Moves bytes to one printer and asks its state. Blocking, with time-outs; used on the printer's thread only."""

    name: str

    def status(self) -> PrinterCondition:
        """The printer's condition now; never raises."""

    def send(self, data: bytes) -> None:
        """Hand over all of `data`; raises PrinterFault."""

    def close(self) -> None:
        """Let go of the line."""


class SlipEncoder(Protocol):
    """Turns a laid-out page into the bytes one printer model understands."""

    def encode(self, page: Page, *, kick_drawer: bool = False) -> bytes:
        """The whole job: initialise, text, codes, feed, cut, and the drawer pulse first if asked for."""

    def drawer_kick(self) -> bytes:
        """The pulse alone."""
