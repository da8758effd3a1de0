"""Setting up a till on a machine that has none: what the first-run wizard asks of the outside."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from app.ports.device_bench import PrinterModel, PrinterTrial, SerialPort
from app.settings import PrinterSettings, ShopSettings


@dataclass(frozen=True, slots=True)
class Preset:
    """A programme file to begin with: its file name, its name, and a sentence about it, both by language."""

    id: str
    names: Mapping[str, str]
    abouts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfficeAddress:
    """What an enrolment code says: where head office is, and the beginning of its certificate's fingerprint."""

    address: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the wizard has asked. `code` is head office's line for a till of a chain, empty for a single shop."""

    settings: ShopSettings
    manager: str
    pin: str = field(repr=False)
    preset: str = ""
    code: str = field(default="", repr=False)


class Hitch(Enum):
    """Why a till could not be set up. The first four are head office's words about the code."""

    CODE_WRONG = "code_wrong"
    CODE_EXPIRED = "code_expired"
    CODE_SPENT = "code_spent"
    CODE_USED = "code_used"
    CODE_UNREADABLE = "code_unreadable"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    STRANGER = "stranger"
    BUSY = "busy"
    DISK_FULL = "disk_full"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Stuck:
    """It did not work, and nothing half made is left; `detail` in the system's or head office's own words."""

    hitch: Hitch
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ready:
    """The till is there. `fingerprint`: of its key, as head office shows it; empty in a single shop."""

    till: str
    shop: str
    fingerprint: str = ""


class PrinterBench(Protocol):
    """Finds and tries a printer before there is a shop; a part of `DeviceBench`. Nothing here blocks the caller."""

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """The serial ports there are now."""

    def printer_models(self) -> Sequence[PrinterModel]:
        """The printer profiles to choose from."""

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """Print a test page over these settings."""


class SetUp(Protocol):
    """Makes a till in the data directory, whole or not at all. Only `build` takes long."""

    def presets(self) -> Sequence[Preset]:
        """The programmes to begin with."""

    def read_code(self, code: str) -> OfficeAddress | None:
        """What a code says; None where it is no whole code."""

    def build(self, plan: Plan) -> Ready | Stuck:
        """Make the till. May take minutes where head office is slow; `give_up` ends the waiting."""

    def give_up(self) -> None:
        """Nobody waits any more: what is not there yet shall not come to be."""
