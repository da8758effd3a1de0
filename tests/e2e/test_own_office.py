"""The till of a single shop starts its head office beside itself, as a process of its own."""

import json
from pathlib import Path

import pytest

from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from tests.e2e.running_till import RunningTill, running_till, wait_until
from tests.xserver import XServer

pytestmark = pytest.mark.x11


def test_what_was_sold_reaches_the_shops_own_head_office(display: XServer, shop: Path, printer: VirtualPrinter) -> None:
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        till.scan("6971088610372")
        till.turn_page("F12")
        till.type_text("100")
        till.press("Return")
        till.wait_for_sales(1)
        sold = till.rows("SELECT max(seq) FROM event WHERE kind = 'sale'")[0][0]
        wait_until(lambda: _acked(till) >= sold, "head office to have the sale", 40)
        assert printer.complaints == []


def _acked(till: RunningTill) -> int:
    """Up to which event head office has the till's journal."""
    kept = till.rows("SELECT text FROM config WHERE name = 'sync.state'")
    return int(json.loads(kept[0][0])["acked"]) if kept else 0
