"""The shop's settings as typed values; kept as JSON in the till's store, changed on the settings screen."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CardRuleSettings(_Settings):
    """Numbers that are cards of this shop."""

    prefix: str
    length: int
    kind: Literal["member", "stored_value"] = "member"
    luhn: bool = True


class WeighedRuleSettings(_Settings):
    """Labels that the shop's scales print."""

    prefix: str
    carries: Literal["weight", "price"]


class PrinterSettings(_Settings):
    """The receipt printer.

    `address` is a host, a serial port, a device file, USB ids (`04b8:0e15`, or empty for the only one) or the name of a
    printer of this computer's own, as `connection` says.
    """

    connection: Literal["none", "virtual", "tcp", "serial", "file", "usb", "system"] = "none"
    address: str = ""
    port: int = Field(default=9100, ge=1, le=65_535)
    baud: int = 19_200
    profile: str = "generic-80"
    # None: as most printers on such a connection are; a device file is often a driver that only takes bytes.
    has_status: bool | None = None

    @property
    def asks_status(self) -> bool:
        """Whether the printer is asked how it is; a mute one is trusted instead."""
        return self.connection != "file" if self.has_status is None else self.has_status


# What a scanner or reader is set to send; a raw magstripe reader puts its check characters behind the tracks.
Sent = Literal["codes", "tracks_lrc", "uid_hex", "uid_hex_reversed", "uid_decimal", "uid_decimal_reversed"]


class SerialScannerSettings(_Settings):
    """A scanner or reader on a serial port; `gap_ms` of silence ends a code that has no terminator."""

    port: str
    baud: int = 9_600
    terminator: Literal["cr", "lf", "crlf", "tab", "etx", "none"] = "cr"
    gap_ms: int = Field(default=60, ge=20, le=500)
    sends: Sent = "codes"


class WedgeFrameSettings(_Settings):
    """One more keyboard scanner or reader, known by what it sends before each code."""

    prefix: str = Field(min_length=1, max_length=8)
    suffix: str = Field(default="", max_length=8)
    sends: Sent = "codes"


class WedgeSettings(_Settings):
    """How a keyboard scanner is told from typing: the longest gap inside a burst, and its shortest length.

    `layout`: whether scanners press the keys of the system's layout, or always those of a US keyboard.
    """

    gap_ms: int = Field(default=50, ge=10, le=100)
    min_length: int = Field(default=6, ge=3, le=20)
    prefix: str = ""
    suffix: str = ""
    sends: Literal["codes", "tracks_lrc"] = "codes"
    layout: Literal["system", "us"] = "system"
    others: tuple[WedgeFrameSettings, ...] = ()


class LeaseSettings(_Settings):
    """How much stored value this till keeps at hand, and for how long it keeps what nobody uses.

    `ticket_minor`: an average sale. A card's share is three of them, at least 200 yuan; below one it is filled up.
    `refund_at_risk_minor`: so much of another till's sale a manager may refund while that till is silent; 0: nothing.
    """

    ticket_minor: int = Field(default=6_000, ge=100)
    idle_days: int = Field(default=7, ge=1, le=90)
    return_at_close: bool = False
    refund_at_risk_minor: int = Field(default=20_000, ge=0)

    @property
    def share_minor(self) -> int:
        """How much of one card this till has at hand after a swipe."""
        return max(3 * self.ticket_minor, 20_000)


class NightSettings(_Settings):
    """The window of the nightly upload, by this till's clock; a till's own slot in it is its own for good."""

    begins: str = Field(default="02:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    minutes: int = Field(default=120, ge=1, le=720)


class ValueSettings(_Settings):
    """Stored value at the counter: transfers above this sum (minor units) need somebody's approval."""

    transfer_limit_minor: int = Field(default=50_000, ge=0)


class PoleSettings(_Settings):
    """The pole display; without a port there is none. `baud` None: as its model's file says."""

    port: str = ""
    model: str = "led8"
    baud: int | None = None


class PaymentSettings(_Settings):
    """The gateway that takes payments of one tender kind: how the customer pays, and where it listens."""

    tender: str
    way: Literal["terminal", "shown_code", "scanned_code"] = "terminal"
    host: str = "127.0.0.1"
    port: int = Field(default=9_200, ge=1, le=65_535)


# What is the shop's and not one till's own: head office may decide it for all.
SHARED = frozenset(
    {
        "shop_name", "shop_address", "shop_phone", "receipt_footer", "receipt_language", "cards", "weighed",
        "card_track", "chip_number", "past_dates", "leases", "value", "night", "lock_after_minutes", "guest_hours",
    }
)  # fmt: skip


Language = Literal["zh_CN", "zh_TW", "en"]


class ShopSettings(_Settings):
    """Everything a shop sets for one till."""

    shop_name: str = "membertill"
    shop_address: str = ""
    shop_phone: str = ""
    receipt_footer: str = ""
    language: Language = "zh_CN"
    receipt_language: Language = "zh_CN"
    theme: Literal["light", "dark"] = "light"
    full_screen: bool = False
    sounds: Literal["off", "quiet", "loud"] = "quiet"
    # What the customer sees: on a second screen where there is one, in a window, or nothing.
    customer_window: Literal["off", "second", "window"] = "second"
    printer: PrinterSettings = PrinterSettings()
    serial_scanners: tuple[SerialScannerSettings, ...] = ()
    wedge: WedgeSettings = WedgeSettings()
    cards: tuple[CardRuleSettings, ...] = (
        CardRuleSettings(prefix="88", length=12),
        CardRuleSettings(prefix="99", length=12, kind="stored_value"),
    )
    weighed: tuple[WeighedRuleSettings, ...] = (
        WeighedRuleSettings(prefix="20", carries="weight"),
        WeighedRuleSettings(prefix="21", carries="price"),
    )
    # On which magnetic track cards carry their number, and how the directory writes the numbers of chip cards.
    card_track: Literal["any", "1", "2", "3"] = "any"
    chip_number: Literal["hex", "decimal"] = "hex"
    # What becomes of goods whose label says that they are past their date.
    past_dates: Literal["warn", "refuse"] = "warn"
    leases: LeaseSettings = LeaseSettings()
    value: ValueSettings = ValueSettings()
    night: NightSettings = NightSettings()
    pole: PoleSettings = PoleSettings()
    # Tender kinds without one ask the cashier for the reference.
    payments: tuple[PaymentSettings, ...] = ()
    lock_after_minutes: int = Field(default=10, ge=0, le=240)
    # Whom this till does not carry and has looked up it keeps for so long.
    guest_hours: int = Field(default=24, ge=1, le=720)
