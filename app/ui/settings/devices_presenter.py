"""The devices page: how each device is, trying a scan, and the search of the network."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from app.ports.device_bench import DeviceBench, PrinterPlace, PrinterSearch
from app.ports.scanner import ScanEvent
from app.settings import ShopSettings
from app.ui.running import Follows
from app.ui.settings.device_facts import DeviceFacts, device_facts

# How long somebody may take to find a code and scan it.
_PATIENCE_S = 15.0


class DevicesView(Protocol):
    """The devices page."""

    def show_devices(self, devices: Sequence[DeviceFacts]) -> None:
        """How they are."""

    def show_waiting(self, device: DeviceFacts) -> None:
        """It is to send something now."""

    def show_answered(self, device: DeviceFacts) -> None:
        """It was heard."""

    def show_silent(self, device: DeviceFacts) -> None:
        """Nothing came."""

    def show_pole_lit(self) -> None:
        """The pole display shows a test."""

    def show_trouble(self, detail: str) -> None:
        """Something could not be asked, in the system's own words."""


class SearchView(Protocol):
    """Where the search is shown."""

    def show_search(self, asked: int, total: int) -> None:
        """It is under way."""

    def show_in_network(self, places: Sequence[PrinterPlace]) -> None:
        """What it found."""


class DevicesDesk:
    """`now` is monotonic seconds. `look` is called again and again while somebody looks at the page."""

    def __init__(
        self, view: DevicesView, found: SearchView, relay: Follows, bench: DeviceBench, now: Callable[[], float]
    ) -> None:
        self._view, self._found = view, found
        self._relay, self._bench, self._now = relay, bench, now
        self._awaited: DeviceFacts | None = None
        self._until = 0.0
        self._search: PrinterSearch | None = None

    def look(self, settings: ShopSettings, tenders: Mapping[str, str] | None = None) -> None:
        """How the devices are now, how far the search is, and whether somebody waited for a scan in vain."""
        self._view.show_devices(device_facts(settings, self._bench.device_states(), tenders))
        if self._search:
            self._found.show_search(self._search.asked, self._search.total)
        if self._awaited and self._now() > self._until:
            silent, self._awaited = self._awaited, None
            self._view.show_silent(silent)

    def try_scan(self, device: DeviceFacts) -> None:
        """Wait for its next scan."""
        self._awaited, self._until = device, self._now() + _PATIENCE_S
        self._view.show_waiting(device)

    def try_pole(self) -> None:
        """Light the pole display up."""
        self._bench.try_pole()
        self._view.show_pole_lit()

    def hear(self, event: ScanEvent) -> None:
        """A scan came, of the device that is waited for or of another."""
        if self._awaited and self._awaited.sent(event):
            answered, self._awaited = self._awaited, None
            self._view.show_answered(answered)

    def search(self) -> None:
        """Look for printers in the network."""
        self._search = self._bench.search_network()
        self._found.show_search(0, self._search.total)
        self._relay.follow(self._search.found, self._searched, self._failed)

    def stop(self) -> None:
        """Ask no more addresses, and wait for no scan."""
        self._awaited = None
        if self._search:
            self._search.stop()

    def _searched(self, places: Sequence[PrinterPlace]) -> None:
        self._search = None
        self._found.show_in_network(places)

    def _failed(self, error: BaseException) -> None:
        self._search = None
        self._found.show_in_network(())
        self._view.show_trouble(str(error))
