"""The devices page: states with remedies, a button to try each, what is found, and the search of the network."""

from collections.abc import Sequence
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from app.ports.device_bench import DeviceStates, PrinterPlace
from app.ports.printer import PrinterCondition
from app.ports.scanner import ScanEvent, SourceState
from app.settings import (
    PaymentSettings,
    PoleSettings,
    PrinterSettings,
    SerialScannerSettings,
    ShopSettings,
    WedgeFrameSettings,
    WedgeSettings,
)
from app.ui.settings.device_facts import DeviceFacts, Setting, Trial, device_facts
from app.ui.settings.device_row import DeviceRow
from app.ui.settings.devices_page import DevicesPage
from app.ui.settings.devices_presenter import DevicesDesk
from app.ui.settings.printer_page import PrinterPage
from app.ui.settings.scanner_page import ScannerPage
from app.ui.settings.screen import SettingsScreen
from app.ui.theme.tokens import Tone
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import MANAGER, TEA, memory_shop
from tests.app.ui.memory_stage import Key, Stage
from tests.app.ui.settings.test_presenter import Straight

SETTINGS = ShopSettings(
    printer=PrinterSettings(connection="tcp", address="192.0.2.7"),
    serial_scanners=(SerialScannerSettings(port="COM4", sends="tracks_lrc"),),
    pole=PoleSettings(port="COM5"),
    payments=(PaymentSettings(tender="wechat", host="192.0.2.9"),),
    wedge=WedgeSettings(others=(WedgeFrameSettings(prefix="~U", sends="uid_hex"),)),
)


def facts(settings: ShopSettings = SETTINGS, states: DeviceStates | None = None) -> dict[str, DeviceFacts]:
    return {each.name: each for each in device_facts(settings, states or DeviceStates())}


def test_every_device_is_listed_with_where_it_is_and_how_it_is_tried() -> None:
    found = [(each.name, each.place, each.trial) for each in facts().values()]
    assert found == [
        ("Receipt printer", "network 192.0.2.7", Trial.PRINT),
        ("Cash drawer", "at the printer", Trial.DRAWER),
        ("Scanners and card readers that type", "keyboard, USB or Bluetooth", Trial.SCAN),
        ("Card reader (chip)", "keyboard, begins with ~U", Trial.SCAN),
        ("Card reader (magnetic)", "serial COM4, 9600", Trial.SCAN),
        ("Pole display", "serial COM5", Trial.POLE),
        ("Customer's screen", "", Trial.CUSTOMER),
        ("Payment: wechat", "192.0.2.9:9200", Trial.PAYMENT),
    ]


def test_a_till_without_a_printer_says_what_to_do() -> None:
    printer = facts(ShopSettings())["Receipt printer"]
    assert (printer.state, printer.trial, printer.setting) == ("not set up", None, Setting.PRINTER)
    assert "Look for printers" in printer.remedy


@pytest.mark.parametrize("condition", PrinterCondition)
def test_a_printer_that_cannot_print_has_a_remedy(condition: PrinterCondition) -> None:
    printer = facts(states=DeviceStates(condition))["Receipt printer"]
    assert printer.state
    assert (printer.tone is Tone.BAD) == (not condition.can_print)
    assert printer.remedy or condition is PrinterCondition.READY


@pytest.mark.parametrize(
    ("detail", "remedy"),
    [
        ("[Errno 2] could not open port: No such file or directory", "Is the cable in?"),
        ("[Errno 13] Permission denied: '/dev/ttyUSB0'", "dialout"),
        ("Could not exclusively lock port /dev/ttyUSB0", "Another program"),
    ],
)
def test_a_lost_reader_says_why(detail: str, remedy: str) -> None:
    states = DeviceStates(None, {"serial:COM4": SourceState.UNPLUGGED}, {"serial:COM4": detail})
    reader = facts(states=states)["Card reader (magnetic)"]
    assert (reader.tone, reader.setting) == (Tone.BAD, Setting.SCANNERS)
    assert remedy in reader.remedy


class View:
    """Remembers what it was told; page and search in one."""

    def __init__(self) -> None:
        self.told: list[tuple[str, object]] = []

    def show_devices(self, devices: Sequence[DeviceFacts]) -> None:
        self.told.append(("devices", len(devices)))

    def show_waiting(self, device: DeviceFacts) -> None:
        self.told.append(("waiting", device.name))

    def show_answered(self, device: DeviceFacts) -> None:
        self.told.append(("answered", device.name))

    def show_silent(self, device: DeviceFacts) -> None:
        self.told.append(("silent", device.name))

    def show_pole_lit(self) -> None:
        self.told.append(("pole", None))

    def show_trouble(self, detail: str) -> None:
        self.told.append(("trouble", detail))

    def show_search(self, asked: int, total: int) -> None:
        self.told.append(("search", (asked, total)))

    def show_in_network(self, places: Sequence[PrinterPlace]) -> None:
        self.told.append(("found", [place.address for place in places]))


class Room:
    """A desk, its view and its clock."""

    def __init__(self) -> None:
        self.view, self.bench, self.now_s = View(), MemoryBench(), 0.0
        self.desk = DevicesDesk(self.view, self.view, Straight(), self.bench, lambda: self.now_s)


CHIP = "Card reader (chip)"


def test_a_scan_that_is_waited_for_is_told_from_others() -> None:
    room = Room()
    room.desk.try_scan(facts()[CHIP])
    room.desk.hear(ScanEvent("6901234567892", "wedge", 0, b"6901234567892"))
    room.desk.hear(ScanEvent("UID:04A2241B", "serial:COM4", 1, b"~U04A2241B"))
    assert room.view.told == [("waiting", CHIP)]
    room.desk.hear(ScanEvent("UID:04A2241B", "wedge", 2, b"~U04A2241B"))
    assert room.view.told[-1] == ("answered", CHIP)


def test_a_scan_that_never_comes_is_told_once() -> None:
    room = Room()
    room.desk.try_scan(facts()[CHIP])
    for room.now_s in (14.0, 16.0, 17.0):
        room.desk.look(SETTINGS)
    assert [what for what, _ in room.view.told] == ["waiting", "devices", "devices", "silent", "devices"]


def test_the_network_is_searched() -> None:
    room = Room()
    room.desk.search()
    assert room.view.told == [("search", (0, 0)), ("found", ["192.0.2.7"])]


class SlowSearch:
    """Under way until it is stopped."""

    def __init__(self) -> None:
        self.found: Future[Sequence[PrinterPlace]] = Future()
        self.asked, self.total = 64, 254

    def stop(self) -> None:
        self.found.set_result(())


class At:
    """The settings screen, opened on its first page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.shop, self.bench = memory_shop(), MemoryBench()
        self.stage = Stage(qtbot, self.shop, MANAGER)
        self.told = list[str]()
        self.screen = SettingsScreen(self.shop.use_cases, self.stage.tasks, self.stage.session, self.bench)
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.stage.put(self.screen)
        self.page = self.screen.findChildren(DevicesPage)[0]

    def printer(self) -> PrinterSettings:
        return self.screen.findChildren(PrinterPage)[0].printer()


def test_the_devices_come_first(qtbot: QtBot) -> None:
    at = At(qtbot)
    assert at.page.isVisible()
    assert at.screen.take_scan(ScanEvent(TEA.gtin, "wedge", 0))
    assert len(at.page.findChildren(DeviceRow)) >= 3


def test_a_search_shows_how_far_it_is_and_is_stopped(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.bench.search = SlowSearch()
    at.page.found.search_wanted.emit()
    at.page.looked.emit()
    assert not at.page.found._search.isEnabled()
    at.page.found.stop_wanted.emit()
    qtbot.waitUntil(at.page.found._search.isEnabled)


def test_a_printer_that_was_found_is_kept_with_the_next_save(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.page.found.printer_wanted.emit(PrinterPlace("tcp", "192.0.2.9"))
    assert (at.printer().connection, at.printer().address) == ("tcp", "192.0.2.9")
    at.stage.press(Key.Key_F12)
    assert at.shop.use_cases.change_settings.read().printer.address == "192.0.2.9"


def test_a_port_that_was_found_becomes_one_scanner(qtbot: QtBot) -> None:
    at = At(qtbot)
    for _ in range(2):
        at.page.found.port_wanted.emit("/dev/ttyACM0")
    page = at.screen.findChildren(ScannerPage)[0]
    assert [scanner.port for scanner in page.changed(ShopSettings()).serial_scanners] == ["/dev/ttyACM0"]


def test_the_drawer_is_tried_on_record_or_not_at_all(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.page.tried.emit(facts()["Cash drawer"])
    at.stage.type("Trial")
    at.stage.press(Key.Key_Return)
    assert at.told == ["No shift is open"]


def test_pole_payment_and_the_customers_screen_are_tried_too(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.screen.show_settings(SETTINGS, may_change=True)
    wanted = list[int]()
    at.screen.trials.customer_wanted.connect(lambda: wanted.append(1))
    for name in ("Pole display", "Payment: wechat", "Customer's screen"):
        at.page.tried.emit(facts()[name])
    assert (at.bench.poles_tried, [each.tender for each in at.bench.payments], wanted) == (1, ["wechat"], [1])


def test_a_customers_screen_that_is_off_cannot_be_shown() -> None:
    assert facts(ShopSettings(customer_window="off"))["Customer's screen"].trial is None


def test_each_row_leads_to_its_page(qtbot: QtBot) -> None:
    at = At(qtbot)
    at.page.opened.emit(facts()[CHIP])
    assert at.screen.findChildren(ScannerPage)[0].isVisible()
