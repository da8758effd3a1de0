"""The screenshot tour: the real program, every screen, at both sizes and in both languages.

`make screenshots` runs it; the pictures go to build/screenshots/<language>-<size>/. One way alone:
`python -m tests.tour counter`, or `sale`, `first-run`, `chain`, `joining`; `presets` (each programme of the product,
into build/screenshots/presets/) only where it is named.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PIL import ImageGrab

from app.bootstrap.demo import DAY_MS
from app.bootstrap.till import open_till
from app.cli.demo.clock import midnight_ms
from app.cli.demo.goods import CATALOGUE_VERSION, demo_goods
from app.cli.demo.shop import build_demo_shop
from app.cli.demo.special import WANG_WU_FROZEN, ZHANG_SAN
from app.cli.demo.staff import SHOP_MANAGER
from app.devices.clock import SystemClock
from app.domain.staff import PinRecord
from app.services.change_settings import CONFIG_NAME as SETTINGS
from app.settings import Language, ShopSettings
from app.storage.keys import open_key
from app.storage.pins import Argon2Pins
from app.storage.till.store import TillStore
from tests.app.bootstrap.chain_till import CARD, MANAGER, WALLET, enrol, furnish
from tests.chain.processes import Founder, OfficeProcess, serving
from tests.e2e.running_till import ROOT, RunningTill, running_till
from tests.tour_counter import devices_of_a_shop, gateway, walk_counter, walk_customer
from tests.tour_joining import build_lone_shop, walk_joining
from tests.tour_presets import PRESETS, build_preset, walk_preset
from tests.xserver import XServer, missing_tools, x_server

SIZES = ("1366x768", "1024x768")
LANGUAGES = ("zh_CN", "en")
OUT = ROOT / "build" / "screenshots"
GOODS = ("6971088610372", "6971088611119", "6910882314079", "6910882314079", "6938840612227")
STALE = f"(01)0{GOODS[0]}(10)A7(17)251231"
CHAIN_PIN = "8888"
WAYS = ("sale", "counter", "first-run", "chain", "joining")
PRESETS_WAY = "presets"
# From the first of the wizard's languages.
LANGUAGE_KEYS: dict[str, tuple[str, ...]] = {"zh_CN": (), "zh_TW": ("Down",), "en": ("Down", "Down")}
MANAGER_KEYS = ("Down", "Down")


class Tour:
    """Walks through one run of the till and takes a picture at each stop."""

    def __init__(self, till: RunningTill, folder: Path) -> None:
        self._till = till
        self._folder = folder
        self._number = len(list(folder.iterdir()))

    def shoot(self, name: str, settle_s: float = 0.6) -> None:
        """Wait until the screen is still, and keep it."""
        time.sleep(settle_s)
        self._number += 1
        ImageGrab.grab(xdisplay=self._till.display.display).save(self._folder / f"{self._number:02d}-{name}.png")

    def walk(self) -> None:
        """All the stops."""
        self._start()
        self._sell()
        self._find_member()
        self._refund()
        self._trouble()
        self._settle()

    def walk_chain(self, office: OfficeProcess, size: str) -> None:
        """A till of a chain: value from head office, the line, and the line cut."""
        till = self._till
        till.type_text(CHAIN_PIN)
        till.press("Return")
        time.sleep(1.5)
        till.type_text("300")
        till.press("Return")
        time.sleep(1.2)
        till.type_text("30*")
        till.scan(GOODS[0])
        till.scan(CARD)
        self.shoot("value-elsewhere", 1.5)
        till.press("F12")
        self.shoot("tender-elsewhere", 1.0)
        till.type_text("240")
        till.press("F1")
        self.shoot("chain-lent", 1.5)
        till.press("Delete", "Escape")
        # The strip has no key of its own: its signs are touched.
        height = int(size.partition("x")[2])
        till.display.keys(["mousemove", "60", str(height - 22), "click", "1"])
        self.shoot("chain-sign", 1.0)
        till.press("Return")
        self.shoot("head-office", 1.2)
        office.kill()
        till.press("F12")
        self.shoot("head-office-offline", 3.0)
        office.start()
        office.command("fence", "T07", "--reason", "stolen")
        till.press("F12")
        self.shoot("head-office-fenced", 3.0)
        till.press("F9")
        self.shoot("enrol-again", 1.0)

    def walk_first_run(self, language: str) -> None:
        """An empty machine: the wizard from its first page to the sign-on, then the shop's own head office."""
        till = self._till
        till.display.keys(["search", "--sync", "--onlyvisible", "--name", "^(Set up this till|设置收银机|設定收銀機)$"])
        # The window manager may still be at work for the first stroke.
        time.sleep(1.5)
        till.press("Up", "Up", *LANGUAGE_KEYS[language])
        self.shoot("wizard-language", 1.0)
        till.press("Return", "Down")
        self.shoot("wizard-kind")
        till.press("Return")
        till.type_text(f"https://192.168.1.10:8460#AB2C-DE3F-GH4J#{'0af3c2d155e7b689' * 4}")
        self.shoot("wizard-code")
        till.press("Return")
        self.shoot("wizard-code-not-compared")
        till.press("Escape", "Up", "Return")
        till.type_text("Corner shop")
        self.shoot("wizard-shop")
        till.press("Return")
        self.shoot("wizard-programme")
        till.press("Return")
        self.shoot("wizard-printer")
        till.press("Return")
        till.type_text("Lin")
        till.press("Tab")
        till.type_text("2468")
        till.press("Tab")
        till.type_text("2469")
        till.press("Return")
        self.shoot("wizard-operator")
        till.press("BackSpace")
        till.type_text("8")
        till.press("Return")
        till.wait_until_ready()
        self.shoot("wizard-done", 1.0)

    def walk_new_shop(self, size: str) -> None:
        """A shop without goods, its people, and the head office inside it."""
        till = self._till
        till.type_text("2468")
        till.press("Return")
        time.sleep(1.5)
        till.type_text("300")
        till.press("Return")
        self.shoot("no-goods-yet", 8.0)
        till.press("F10", "F7")
        self.shoot("people", 1.0)
        till.press("F8")
        self.shoot("change-pin", 1.0)
        till.press("Escape", "Escape")
        till.display.keys(["mousemove", "60", str(int(size.partition("x")[2]) - 22), "click", "1"])
        self.shoot("head-office-inside-sign", 1.0)
        till.press("Return")
        self.shoot("head-office-inside", 1.2)

    def _start(self) -> None:
        till = self._till
        self.shoot("sign-on")
        till.press(*MANAGER_KEYS)
        till.type_text("0000")
        till.press("Return")
        self.shoot("wrong-pin", 1.2)
        till.type_text("8888")
        till.press("Return")
        self.shoot("shift-open", 1.5)
        till.type_text("300")
        till.press("Return")
        self.shoot("sale-empty", 1.2)

    def _sell(self) -> None:
        till = self._till
        for code in GOODS:
            till.scan(code)
        self.shoot("basket")
        till.scan(f";{ZHANG_SAN}?")
        self.shoot("basket-of-member")
        till.press("shift+F3")
        self.shoot("coupons", 1.0)
        till.press("Escape", "shift+F4")
        self.shoot("points-off", 1.0)
        till.press("Escape", "shift+F5")
        self.shoot("services", 1.5)
        till.press("Down", "Down", "Down", "Return")
        self.shoot("service-had", 1.5)
        till.press("ctrl+z")
        self.shoot("service-undo", 1.0)
        till.press("Escape", "Down", "Return")
        self.shoot("service-payment", 1.0)
        till.press("Return")
        self.shoot("service-cash", 1.0)
        till.type_text("2000")
        till.press("Return")
        self.shoot("service-cash-refused", 1.0)
        till.press("Escape", "Escape", "F3")
        self.shoot("quantity")
        till.press("Escape", "F4")
        self.shoot("price")
        till.press("Escape", "F6")
        self.shoot("taken-out")
        till.press("ctrl+z", "F12")
        self.shoot("tender", 1.0)
        till.type_text("2000")
        till.press("Return")
        self.shoot("tender-refused", 1.0)
        till.press("ctrl+a")
        till.type_text("20")
        till.press("F1")
        self.shoot("tender-partly-paid", 1.0)
        till.type_text("100")
        till.press("Return")
        self.shoot("paid", 1.5)
        till.press("Return")

    def _find_member(self) -> None:
        till = self._till
        till.press("F2")
        till.type_text("zs")
        self.shoot("members", 1.2)
        till.press("Return")
        self.shoot("member", 1.2)
        till.press("F6")
        self.shoot("member-change", 1.0)
        till.press("Escape", "F5")
        till.type_text("13812345")
        till.press("Tab", "Tab")
        till.type_text("19900230")
        till.press("Return")
        self.shoot("member-new", 1.0)
        till.press("Escape")
        till.scan(f";{ZHANG_SAN}?")
        time.sleep(1)
        till.press("F7")
        self.shoot("wallet-tasks", 1.0)
        till.press("1")
        self.shoot("pay-out", 1.0)
        till.press("Escape", "F8")
        self.shoot("top-up", 1.2)
        till.press("F1")
        self.shoot("top-up-chosen", 1.0)
        till.press("Return")
        self.shoot("top-up-payment", 1.0)
        till.press("Return")
        self.shoot("topped-up", 1.5)
        till.press("Return")
        till.press("F2", "Escape", "Escape")
        till.press("F1")
        till.type_text("nr")
        self.shoot("search-product", 1.0)
        till.press("Escape")

    def _refund(self) -> None:
        till = self._till
        till.press("F8")
        self.shoot("refund", 1.2)
        till.press("Return")
        self.shoot("refund-lines", 1.0)
        till.press("Escape", "Escape")

    def _trouble(self) -> None:
        till = self._till
        till.scan("6901234567893")
        self.shoot("unknown-code")
        till.scan(WANG_WU_FROZEN)
        self.shoot("frozen-card")
        till.scan("%B4111111111111111^ZHANG/SAN^29121011234?")
        self.shoot("bank-card")
        till.scan(STALE)
        self.shoot("past-date")
        till.press("F6")
        till.press("Escape")

    def _look_at_scanners(self) -> None:
        till = self._till
        till.press("F4")
        for code in (GOODS[0], STALE, f";{ZHANG_SAN}?", "%B4111111111111111^ZHANG/SAN^29121011234?"):
            till.scan(code)
        self.shoot("scanners")
        till.press("F5")
        self.shoot("codes")

    def _settle(self) -> None:
        till = self._till
        till.press("F10")
        self.shoot("devices", 1.2)
        till.press("F1")
        self.shoot("settings")
        till.press("shift+F10")
        self.shoot("draft", 1.2)
        till.press("F9")
        self.shoot("slips-look", 1.5)
        self._look_at_scanners()
        till.press("Escape", "F9")
        self.shoot("shift", 1.0)
        till.press("F5")
        self.shoot("x-report", 1.2)
        till.press("Escape")
        till.press("F12")
        self.shoot("blind-count", 1.0)
        till.type_text("3")
        till.press("F12")
        self.shoot("close-shift", 1.0)
        till.press("Return")
        self.shoot("shift-closed", 2.0)
        till.press("Return")
        self.shoot("sale-without-shift", 1.0)
        till.press("F11")
        self.shoot("locked", 1.0)


def main() -> int:
    """Take the whole tour, or the ways that are named; the folder is made anew."""
    ways = sys.argv[1:] or list(WAYS)
    if not set(ways) <= {*WAYS, PRESETS_WAY}:
        print(f"the tour has these ways: {', '.join((*WAYS, PRESETS_WAY))}", file=sys.stderr)
        return 2
    missing = missing_tools()
    if missing:
        print(f"the tour needs {' and '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="membertill-tour-") as place:
        shop = _shop(Path(place) / "shop")
        for size in SIZES:
            with x_server(f"{size}x24") as display:
                for language in LANGUAGES:
                    name = f"{language}-{size}"
                    walked = Path(place) / name
                    if set(ways) & set(WAYS):
                        _walk(display, ways, shop, walked, _emptied(OUT / name), language, size)
                    if PRESETS_WAY in ways:
                        _walk_presets(display, Path(f"{walked}-presets"), _emptied(OUT / "presets" / name), language)
    return 0


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _walk(
    display: XServer, ways: Sequence[str], shop: Path, walked: Path, folder: Path, language: str, size: str
) -> None:
    if "sale" in ways:
        _walk_sale(display, shutil.copytree(shop, walked), folder, language)
    if "counter" in ways:
        _walk_counter(display, shop, walked, folder, language)
    if "first-run" in ways:
        _walk_first_run(display, Path(f"{walked}-new"), folder, language, size)
    if "chain" in ways:
        _walk_chain(display, Path(f"{walked}-chain"), folder, language, size)
    if "joining" in ways:
        _walk_joining(display, Path(f"{walked}-joining"), folder, language, size)
    print(f"{folder}: {len(list(folder.iterdir()))} pictures")


def _walk_presets(display: XServer, place: Path, folder: Path, language: str) -> None:
    for name in PRESETS:
        data_dir = place / name
        build_preset(name, data_dir)
        _speak(data_dir, language)
        with running_till(display, data_dir) as till:
            walk_preset(Tour(till, folder), till, name)
    print(f"{folder}: {len(list(folder.iterdir()))} pictures")


def _walk_sale(display: XServer, data_dir: Path, folder: Path, language: str) -> None:
    _speak(data_dir, language)
    with running_till(display, data_dir) as till:
        Tour(till, folder).walk()


def _walk_counter(display: XServer, shop: Path, place: Path, folder: Path, language: str) -> None:
    walks = ((walk_counter, devices_of_a_shop()), (walk_customer, {"customer_window": "window"}))
    for number, (walk, settings) in enumerate(walks):
        data_dir = shutil.copytree(shop, Path(f"{place}-counter{number}"))
        _speak(data_dir, language)
        with gateway(data_dir, **settings) as book, running_till(display, data_dir) as till:
            walk(Tour(till, folder), till, book)


def _walk_first_run(display: XServer, data_dir: Path, folder: Path, language: str, size: str) -> None:
    till = RunningTill(display, data_dir)
    try:
        tour = Tour(till, folder)
        tour.walk_first_run(language)
        tour.walk_new_shop(size)
    finally:
        till.end()


def _walk_chain(display: XServer, place: Path, folder: Path, language: str, size: str) -> None:
    data_dir = place / "till"
    with serving(place / "office") as office, closing(Founder(office)) as founder:
        founder.give(WALLET, 50_000)
        if enrol(data_dir, office, "--till", "T07"):
            raise RuntimeError("the till was not enrolled")
        furnish(data_dir, 50_000)
        with closing(TillStore.open(data_dir, open_key(data_dir))) as store, store.unit_of_work() as uow:
            uow.products.replace_all(demo_goods(), CATALOGUE_VERSION)
            uow.staff.put(PinRecord(MANAGER, Argon2Pins().hash(CHAIN_PIN)))
            uow.config.put(SETTINGS, ShopSettings(shop_name="人民路店", language=_language(language)).model_dump_json())
            uow.commit()
        with running_till(display, data_dir) as till:
            Tour(till, folder).walk_chain(office, size)


def _walk_joining(display: XServer, place: Path, folder: Path, language: str, size: str) -> None:
    data_dir = place / "till"
    build_lone_shop(data_dir)
    _speak(data_dir, language)
    with serving(place / "office") as office, running_till(display, data_dir) as till:
        walk_joining(Tour(till, folder), till, office, size)


def _language(name: str) -> Language:
    spoken: dict[str, Language] = {"zh_TW": "zh_TW", "en": "en"}
    return spoken.get(name, "zh_CN")


def _shop(place: Path) -> Path:
    clock = SystemClock()
    now = clock.now_ms()
    today, eve = clock.local_date(now), clock.local_date(now - DAY_MS)
    build_demo_shop(place, today=today, now_ms=midnight_ms(eve))
    return place


def _speak(data_dir: Path, language: str) -> None:
    till = open_till(data_dir)
    try:
        changed = till.settings.model_copy(update={"language": language})
        till.use_cases.change_settings(SHOP_MANAGER.operator, changed)
    finally:
        till.directory.close()
        till.store.close()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"the tour was interrupted: {error}")
