"""Settings: read, tried on the bench, kept, and in force at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.domain.codes import BankCard, Code, CodeRules, Unknown, decode
from app.domain.errors import Refused
from app.domain.payment import Outcome
from app.domain.staff import Approval, Operator, Permission
from app.ports.device_bench import DeviceBench, PrinterModel, PrinterPlace, PrinterTrial, SerialPort, StoreFacts
from app.ports.payment import Answer
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.settings import PaymentSettings, PrinterSettings, ShopSettings
from app.ui.running import Follows, Runs

Result = TypeVar("Result")

_HIDDEN = "•" * 8
_CONTROL_PICTURES = 0x2400


@dataclass(frozen=True, slots=True)
class Heard:
    """A scan as it was read: control characters made visible, its source, and what the shop's rules make of it.

    `gap_ms` is the time since the scan before, None for the first; `sent` the bytes that came, in hex, without the end.
    Nothing of a bank card is shown.
    """

    shown: str
    source: str
    code: Code
    gap_ms: int | None
    sent: str = ""


class DeviceNews(Protocol):
    """The pages, which show what the devices say."""

    def show_models(self, models: Sequence[PrinterModel]) -> None:
        """The printers to choose from."""

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        """The serial ports there are now."""

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        """The printers there are now."""

    def show_store(self, facts: StoreFacts) -> None:
        """Where the data lies."""

    def show_trying(self) -> None:
        """The printer is being tried."""

    def show_trial(self, trial: PrinterTrial) -> None:
        """How it went."""

    def show_payment_trying(self) -> None:
        """A trial payment is on its way."""

    def show_payment_trial(self, answer: Answer) -> None:
        """How it went."""

    def show_heard(self, heard: Heard) -> None:
        """A scanner was heard."""

    def show_device_trouble(self, detail: str) -> None:
        """A device could not be asked, in the system's own words."""


class SettingsView(Protocol):
    """The settings screen."""

    def show_settings(self, settings: ShopSettings, *, may_change: bool) -> None:
        """The settings as they are kept."""

    def show_drawer_opened(self) -> None:
        """The pulse is on its way to the drawer."""

    def show_saved(self) -> None:
        """The settings are kept."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class SettingsDesk:
    """The settings of one till. `changed` is told of new ones once they are kept."""

    def __init__(
        self,
        view: SettingsView,
        news: DeviceNews,
        tasks: Runs,
        relay: Follows,
        use_cases: UseCases,
        bench: DeviceBench,
        operator: Operator,
        changed: Callable[[ShopSettings], None],
    ) -> None:
        self._view, self._news = view, news
        self._tasks = tasks
        self._relay = relay
        self._use_cases = use_cases
        self._bench = bench
        self._operator = operator
        self._changed = changed
        self._last_heard_ms: int | None = None

    def load(self) -> None:
        """Show the settings, the devices and the store."""
        self._news.show_models(self._bench.printer_models())
        self._tasks.run(self._use_cases.change_settings.read, self._show)
        self._relay.follow(self._bench.store_facts(), self._news.show_store, self._trouble)
        self.find_ports()

    def find_ports(self) -> None:
        """Look again for serial ports and printers."""
        self._relay.follow(self._bench.serial_ports(), self._news.show_ports, self._trouble)
        self._relay.follow(self._bench.printer_places(), self._news.show_places, self._trouble)

    def try_printer(self, printer: PrinterSettings) -> None:
        """Print the test page over these settings, kept or not."""
        self._news.show_trying()
        self._relay.follow(self._bench.try_printer(printer), self._news.show_trial, self._trouble)

    def try_payment(self, payment: PaymentSettings) -> None:
        """Take a cent over these settings, kept or not, and pay it back."""
        self._news.show_payment_trying()
        self._relay.follow(
            self._bench.try_payment(payment),
            self._news.show_payment_trial,
            lambda _: self._news.show_payment_trial(Answer(Outcome.UNKNOWN)),
        )

    def open_drawer(self, approval: Approval) -> None:
        """Open the drawer to see that it does; on record like any opening without a sale."""
        self._tasks.run(lambda: self._use_cases.move_cash.open_drawer(approval), self._drawer_opened)

    def save(self, settings: ShopSettings, approval: Approval | None = None) -> None:
        """Keep the settings and put them in force."""
        self._tasks.run(lambda: self._use_cases.change_settings(self._operator, settings, approval), self._saved)

    def hear(self, event: ScanEvent) -> None:
        """Show what a scanner sent, instead of selling it."""
        gap = None if self._last_heard_ms is None else event.at_ms - self._last_heard_ms
        self._last_heard_ms = event.at_ms
        self._news.show_heard(describe(event, self._use_cases.look_up.rules, gap))

    def _show(self, settings: ShopSettings) -> None:
        self._view.show_settings(settings, may_change=self._operator.may(Permission.CHANGE_SETTINGS))

    def _drawer_opened(self, refused: Refused | None) -> None:
        if refused:
            self._view.show_refusal(refused)
        else:
            self._view.show_drawer_opened()

    def _saved(self, outcome: ShopSettings | Refused) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._bench.apply(outcome)
        self._changed(outcome)
        self._view.show_saved()

    def _trouble(self, error: BaseException) -> None:
        self._news.show_device_trouble(str(error))


def describe(event: ScanEvent, rules: CodeRules, gap_ms: int | None = None) -> Heard:
    """The scan made visible."""
    code = decode(event.text, rules)
    # An unknown run of 15 to 19 digits may still be somebody's card: it is not put on the screen either.
    hidden = isinstance(code, BankCard) or (isinstance(code, Unknown) and _could_be_card(code.text))
    shown = _HIDDEN if hidden else "".join(_visible(char) for char in event.text)
    told = Unknown("") if hidden and isinstance(code, Unknown) else code
    return Heard(shown, event.source, told, gap_ms, "" if hidden else event.sent.hex(" ").upper())


def _could_be_card(text: str) -> bool:
    return text.isdecimal() and 15 <= len(text) <= 19


def _visible(char: str) -> str:
    return chr(_CONTROL_PICTURES + ord(char)) if ord(char) < 0x20 else char
