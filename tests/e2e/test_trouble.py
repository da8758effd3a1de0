"""What goes wrong in a shop: the printer off, the scanner on a cable, a secret that must not leak."""

import os
import time
from pathlib import Path

import pytest

from app.cli.demo.special import LI_SI, ZHANG_SAN, special_phone
from app.devices.printer.simulator.state import Roll
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from tests.e2e.running_till import running_till, set_up, wait_until
from tests.xserver import XServer

pytestmark = pytest.mark.x11

TOAST = "6971088610372"


def test_a_printer_out_of_paper_holds_up_no_sale_and_prints_later(
    display: XServer, shop: Path, printer: VirtualPrinter
) -> None:
    printer.set_sensors(roll=Roll.OUT)
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        for number in (1, 2):
            till.scan(TOAST)
            till.turn_page("F12")
            till.type_text("50")
            till.press("Return")
            till.wait_for_sales(number)
            till.press("Return")
        assert till.rows("SELECT count(*) FROM spool WHERE state = 'printed'")[0][0] == 0
        printer.set_sensors(roll=Roll.FULL)
        slips = printer.wait_for_slips(2, timeout_s=20)
        assert [any("补打" in line for line in slip.lines) for slip in slips] == [False, False]
        assert printer.complaints == []


def test_a_serial_scanner_sells_too(display: XServer, shop: Path, printer: VirtualPrinter) -> None:
    ours, theirs = os.openpty()
    set_up(shop, printer_port=printer.port, scanner_port=os.ttyname(theirs))  # type: ignore[attr-defined]
    try:
        with running_till(display, shop) as till:
            till.sign_on_and_open()
            os.write(ours, f"{TOAST}\r".encode())
            os.write(ours, f"{ZHANG_SAN}\r".encode())
            time.sleep(1)
            till.turn_page("F12")
            till.press("Return")
            till.wait_for_sales(1)
            [(wallet,)] = till.rows("SELECT wallet FROM sale")
            assert wallet
            assert till.findings() == []
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_card_pays_only_what_this_till_holds(display: XServer, shop: Path, printer: VirtualPrinter) -> None:
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        till.type_text("15*")
        till.scan(TOAST)
        till.scan(LI_SI)
        till.turn_page("F12")
        till.press("F1")
        till.press("Return")
        till.wait_for_sales(1)
        [(spent,)] = till.rows("SELECT spent FROM lease WHERE spent > 0 AND unit IN ('principal', 'bonus')")
        [(total,)] = till.rows("SELECT total_minor FROM sale")
        assert total > 12_000
        assert spent == 12_000
        assert till.findings() == []
        [slip] = printer.wait_for_slips(1, timeout_s=15)
    assert any(line.startswith("储值卡") and line.endswith("120.00") for line in slip.lines)


def test_names_phones_and_cards_lie_nowhere_in_the_clear(
    display: XServer, shop: Path, printer: VirtualPrinter, tmp_path: Path
) -> None:
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        till.scan(TOAST)
        till.scan(ZHANG_SAN)
        till.turn_page("F12")
        till.press("Return")
        till.wait_for_sales(1)
        printer.wait_for_slips(1, timeout_s=15)
        assert _planted_in(tmp_path, display.home) == []
        assert ZHANG_SAN not in till.end()
    assert _planted_in(tmp_path, display.home) == []


def test_five_wrong_pins_lock_the_person_out(display: XServer, shop: Path) -> None:
    with running_till(display, shop) as till:
        for _ in range(5):
            till.type_text("9999")
            till.press("Return")
        wait_until(lambda: bool(till.rows("SELECT 1 FROM staff WHERE locked_until > 0")), "the lock")
        till.type_text("1111")
        till.press("Return")
        assert till.rows("SELECT 1 FROM shift") == []


def _planted_in(*places: Path) -> list[str]:
    secrets = [
        text.encode(code) for text in ("张三", str(ZHANG_SAN), special_phone(1)) for code in ("utf-8", "utf-16-le")
    ]
    return [
        str(path)
        for place in places
        for path in place.rglob("*")
        if path.is_file() and any(secret in path.read_bytes() for secret in secrets)
    ]
