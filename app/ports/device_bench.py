"""The bench: trying, applying and describing the till's devices and its store; used by the settings screen.

Nothing here blocks the caller: what asks a device gives a future that the device's own thread fulfils.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Literal, Protocol

from app.ports.payment import Answer
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState
from app.settings import PaymentSettings, PrinterSettings, ShopSettings


@dataclass(frozen=True, slots=True)
class SerialPort:
    """A serial port of this machine: its device name, and what says it is plugged in there."""

    device: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PrinterPlace:
    """A printer that was found: `connection` and `address` as the settings have them, and what it calls itself."""

    connection: Literal["file", "usb", "system", "tcp"]
    address: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class PrinterModel:
    """A printer profile to choose: its id in the settings, its name, the paper's columns.

    `draws_chinese`: it has no Chinese font, and such lines go to it as images.
    """

    id: str
    name: str
    columns: int
    draws_chinese: bool = False


@dataclass(frozen=True, slots=True)
class PrinterTrial:
    """How a trial print went. `detail` is the system's own words, for the person who installs."""

    condition: PrinterCondition
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DeviceStates:
    """How the devices were last heard of.

    `printer` None: there is none, or it has not said anything yet; `details` are the system's own words, by the name of
    a source or under `printer`.
    """

    printer: PrinterCondition | None = None
    sources: Mapping[str, SourceState] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)


class PrinterSearch(Protocol):
    """A search for printers in the network, under way or done."""

    @property
    def found(self) -> "Future[Sequence[PrinterPlace]]":
        """Fulfilled at its end, with what was found until then where it was stopped."""

    @property
    def asked(self) -> int:
        """How many addresses were asked so far."""

    @property
    def total(self) -> int:
        """How many there are to ask; 0 where this computer is in no network."""

    def stop(self) -> None:
        """Ask no more of them; returns at once."""


class LogoTrouble(Enum):
    """Why a picture did not become the shop's logo."""

    TOO_BIG = "too_big"
    NOT_A_PICTURE = "not_a_picture"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """Where the till's data lies and how its key is kept. `key_provider` is the provider's id, e.g. `keyring`."""

    till: str
    epoch: int
    data_dir: str
    store_bytes: int
    second_journal: str
    key_provider: str
    is_encrypted: bool
    version: str


class DeviceBench(Protocol):
    """What the settings screen may do with devices and ask of the store."""

    def serial_ports(self) -> "Future[Sequence[SerialPort]]":
        """The serial ports there are now."""

    def printer_places(self) -> "Future[Sequence[PrinterPlace]]":
        """The printers there are now, as far as they can be found without asking them."""

    def search_network(self) -> PrinterSearch:
        """Ask the addresses around this computer whether a printer listens there (TCP 9100); takes seconds."""

    def device_states(self) -> DeviceStates:
        """How the devices in use were last heard of; returns at once."""

    def printer_models(self) -> Sequence[PrinterModel]:
        """The printer profiles to choose from, by name."""

    def try_printer(self, printer: PrinterSettings) -> "Future[PrinterTrial]":
        """Send the test page over these settings, whether or not they are the ones in force."""

    def try_payment(self, payment: PaymentSettings) -> "Future[Answer]":
        """Take a cent over these settings and pay it back; it is no sale and stands in no book."""

    def try_pole(self) -> None:
        """Let the pole display show a test for some seconds; returns at once."""

    def shop_pictures(self) -> "Future[tuple[bytes, ...]]":
        """The pictures for the customer's screen, as files a screen can show."""

    def set_logo(self, picture: Path | None) -> "Future[LogoTrouble | None]":
        """Make a picture file the logo on slips, for every width of paper; None takes the logo away."""

    def apply(self, settings: ShopSettings) -> None:
        """Let go of printer and scanners and take them up again under `settings`; returns at once."""

    def retry_printing(self) -> None:
        """Try the waiting slips now instead of at the next turn; returns at once."""

    def store_facts(self) -> "Future[StoreFacts]":
        """Where the data lies and how its key is kept."""
