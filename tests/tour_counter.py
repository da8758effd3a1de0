"""The tour's stops at the counter's devices: payments outside the till, refunds of them, set-up, what customers see."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from app.bootstrap.till import open_till
from app.cli.demo.special import ZHANG_SAN
from app.cli.demo.staff import SHOP_MANAGER
from app.devices.payment.simulator.book import Book, Fault, Plan
from app.devices.payment.simulator.server import GatewayServer
from app.domain.receipt.forms import Form
from app.settings import PaymentSettings, PoleSettings, SerialScannerSettings
from tests.e2e.running_till import RunningTill

TOAST, BREAD, DRINK = "6971088610372", "6971088611119", "6910882314079"
PIN = "8888"
WECHAT, ALIPAY, TERMINAL = "F3", "F4", "F5"
# As often as the till asks before it says that nobody knows.
_NOBODY_ANSWERS = 5


class Stops(Protocol):
    """The tour: a picture at each stop."""

    def shoot(self, name: str, settle_s: float = 0.6) -> None:
        """Keep what the screen shows."""


@contextmanager
def gateway(data_dir: Path, **more: Any) -> Iterator[Book]:
    """A simulated gateway for WeChat (our code), Alipay (their code) and cards, set up at the till in `data_dir`."""
    ways = {"wechat": "shown_code", "alipay": "scanned_code", "bank_card": "terminal"}
    with GatewayServer(Book()) as server:
        payments = [
            {"tender": kind, "way": way, "host": server.host, "port": server.port} for kind, way in ways.items()
        ]
        changes = {"payments": tuple(PaymentSettings.model_validate(each) for each in payments), **more}
        till = open_till(data_dir)
        try:
            till.use_cases.change_settings(SHOP_MANAGER.operator, till.settings.model_copy(update=changes))
        finally:
            till.directory.close()
            till.store.close()
        yield server.book


def devices_of_a_shop() -> dict[str, Any]:
    """More devices than any counter has; none of the ports is there."""
    return {
        "customer_window": "second",
        "pole": PoleSettings(port="/dev/ttyS8"),
        "serial_scanners": (
            SerialScannerSettings(port="/dev/ttyS9"),
            SerialScannerSettings(port="/dev/ttyUSB0", sends="tracks_lrc"),
        ),
    }


def walk_counter(tour: Stops, till: RunningTill, book: Book) -> None:
    """Each outcome of a payment, a refund that goes back at its provider, and the pages where all of it is set up."""
    _sign_on(till)
    tour.shoot("counter-sale", 1.0)
    _pay(tour, till, book)
    _nobody_knows(tour, till, book)
    _pay_back(tour, till, book)
    _set_up(tour, till)


def walk_customer(tour: Stops, till: RunningTill, book: Book) -> None:
    """What the customer sees, in a window over the till's; the keyboard stays the till's."""
    time.sleep(1.5)
    till.display.keys(["search", "--name", "^(For the customer|顾客屏)$", "windowraise"])
    tour.shoot("customer-idle", 1.0)
    _sign_on(till)
    for code in (TOAST, BREAD, DRINK, DRINK):
        till.scan(code)
    tour.shoot("customer-basket", 1.0)
    till.scan(f";{ZHANG_SAN}?")
    tour.shoot("customer-member", 1.5)
    book.plans.append(Plan.WAIT)
    till.press("F12", WECHAT)
    tour.shoot("customer-code", 1.5)
    till.press("Escape")
    time.sleep(1.5)
    till.type_text("100")
    till.press("Return")
    tour.shoot("customer-paid", 1.5)


def _sign_on(till: RunningTill) -> None:
    till.press("Down", "Down")
    till.type_text(PIN)
    till.press("Return")
    time.sleep(1.5)
    till.type_text("300")
    till.press("Return")
    time.sleep(1.2)


def _pay(tour: Stops, till: RunningTill, book: Book) -> None:
    till.scan(TOAST)
    book.plans.extend([Plan.WAIT, Plan.WAIT, Plan.REFUSE_CODE])
    till.press("F12", WECHAT)
    tour.shoot("payment-our-code", 1.0)
    till.press("Escape")
    tour.shoot("payment-not-made", 1.5)
    till.press(TERMINAL)
    tour.shoot("payment-terminal", 1.0)
    till.press("Escape")
    time.sleep(1.5)
    till.press(ALIPAY)
    tour.shoot("payment-scan-phone", 1.0)
    till.scan("280012345678901234")
    tour.shoot("payment-refused", 1.5)


def _nobody_knows(tour: Stops, till: RunningTill, book: Book) -> None:
    book.faults.extend([Fault.DROP_AFTER_HEARD] * _NOBODY_ANSWERS)
    till.press(TERMINAL)
    tour.shoot("payment-unknown", 4.0)
    till.press("F7")
    tour.shoot("payment-closed-by-manager", 1.0)
    till.press("Escape", "Escape")
    till.type_text("100")
    till.press("Return")
    time.sleep(1.5)
    till.press("Return")
    till.scan(TOAST)
    till.press("F12")
    tour.shoot("payment-left-over", 2.5)
    till.press("Return")
    tour.shoot("payment-used", 1.5)
    till.press("Return")


def _pay_back(tour: Stops, till: RunningTill, book: Book) -> None:
    till.press("F8")
    time.sleep(1.2)
    till.press("Return")
    time.sleep(1.0)
    till.press("F3", "F12", "F5")
    book.faults.append(Fault.DROP_AFTER_HEARD)
    till.press("Return")
    tour.shoot("payback-unknown", 2.0)
    till.press("Return")
    tour.shoot("payback-done", 2.0)
    till.press("Return", "Escape")


def _set_up(tour: Stops, till: RunningTill) -> None:
    till.press("F10")
    tour.shoot("devices-all", 1.5)
    for code in (TOAST, f";{ZHANG_SAN}?", "%B4111111111111111^ZHANG/SAN^29121011234?"):
        till.scan(code)
    till.display.keys(["mousemove", "700", "400", "click", "--repeat", "30", "5"])
    tour.shoot("devices-heard", 1.0)
    for key, name in (("F2", "look"), ("F3", "printer"), ("F10", "payments")):
        till.press(key)
        tour.shoot(f"settings-{name}", 1.0)
    till.press("F9", "Tab")
    for form in Form:
        tour.shoot(f"preview-{form.value}", 1.2)
        till.press("Down")
    till.press("Escape")
