"""The main job, whole: real keys at scanner speed in, a sale on disk, a Chinese receipt out of a network printer."""

import json
from pathlib import Path

import pytest

from app.cli.demo.special import ZHANG_SAN
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from tests.e2e.running_till import running_till, wait_until
from tests.xserver import XServer

pytestmark = pytest.mark.x11

TOAST, BREAD, DRINK = "6971088610372", "6971088611119", "6910882314079"


def test_three_goods_a_card_stored_value_and_cash(display: XServer, shop: Path, printer: VirtualPrinter) -> None:
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        for code in (TOAST, BREAD, DRINK):
            till.scan(code)
        till.scan(f";{ZHANG_SAN}?")
        till.turn_page("F12")
        till.type_text("20")
        till.press("F1")
        till.type_text("100")
        till.press("Return")
        till.wait_for_sales(1)
        [slip] = printer.wait_for_slips(1, timeout_s=15)
        till.press("Return")
        payloads = till.rows("SELECT payload FROM event WHERE kind = 'sale'")
        leases = till.rows("SELECT spent FROM lease WHERE spent > 0 AND unit IN ('principal', 'bonus')")
        waiting = "SELECT count(*) FROM spool WHERE state <> 'printed'"
        wait_until(lambda: till.rows(waiting)[0][0] == 0, "the slip to be accounted for")
        assert till.findings() == []

    body = json.loads(payloads[0][0])["body"]
    total = sum(line["net"] for line in body["lines"])
    assert [line["gtin"] for line in body["lines"]] == [TOAST, BREAD, DRINK]
    assert [(t["kind"], t["amount"]) for t in body["tenders"]] == [("stored_value", 2_000), ("cash", total - 2_000)]
    assert body["change"] == 10_000 - (total - 2_000)
    assert sum(row[0] for row in leases) == 2_000
    text = "\n".join(slip.lines)
    for part in ("小满生活馆", "原味吐司", "会员价", "合计", "储值卡", "找零", "T01-1-000001", "积分余额"):
        assert part in text, text
    assert "张三" not in text
    assert slip.qr_codes == ("MT:T01-1-000001",)
    assert printer.drawer_kicks == 1
    assert printer.complaints == []
    assert slip.png is not None
    assert slip.png.exists()
