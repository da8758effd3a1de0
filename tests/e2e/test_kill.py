"""`kill -9` at any moment of a sale: it is there whole or not at all, and its receipt is printed or offered."""

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from tests.e2e.running_till import RunningTill, running_till, wait_until
from tests.xserver import XServer, typing

pytestmark = pytest.mark.x11

SEED = int(os.environ.get("MEMBERTILL_SEED", "2026"))
ONE_SALE = [*typing("6971088610372\n", 5), "sleep", "0.15", *typing("6971088611119\n", 5), "sleep", "0.15"]
PAY_EXACT = ["key", "F12", "sleep", "0.25", "key", "Return", "sleep", "0.35", "key", "Return", "sleep", "0.15"]
LONGEST_S = 3.0


@pytest.mark.parametrize(
    "kills", [pytest.param(3, marks=pytest.mark.timeout(120)), pytest.param(200, marks=[pytest.mark.long])]
)
def test_a_sale_is_whole_or_not_there_whenever_the_power_goes(
    display: XServer, shop: Path, printer: VirtualPrinter, kills: int
) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}, {kills} kills")
    with running_till(display, shop) as till:
        till.sign_on_and_open()
    for number in range(kills):
        moment_s = chance.uniform(0.0, LONGEST_S)
        seen = till.count("sale")
        _sell_until_killed(display, shop, moment_s)
        assert till.findings() == [], f"kill {number} after {moment_s:.3f} s, seed {SEED}"
        sales = till.rows("SELECT receipt FROM sale ORDER BY receipt")
        assert [row[0] for row in sales] == list(range(1, len(sales) + 1))
        assert len(sales) >= seen
        slips = till.rows("SELECT count(*) FROM spool WHERE kind = 'sale'")[0][0]
        assert slips == len(sales), "every sale has its slip, printed or waiting"
    with running_till(display, shop) as till:
        _wait_until_all_is_printed(till)
    numbers = [line.split()[-1] for slip in printer.slips for line in slip.lines if line.startswith("单号")]
    assert sorted(set(numbers)) == [f"T01-1-{number:06d}" for number in range(1, till.count("sale") + 1)]
    _assert_doubles_say_so(printer)


def test_an_unfinished_basket_is_back_after_a_kill(display: XServer, shop: Path, printer: VirtualPrinter) -> None:
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        till.scan("6971088610372")
        till.scan("6971088611119")
        kept = "SELECT text FROM config WHERE name = 'basket_in_progress'"
        wait_until(lambda: any(row[0].count('"product"') == 2 for row in till.rows(kept)), "the basket to be kept")
        till.kill()
    with running_till(display, shop) as till:
        till.sign_on_and_open()
        till.turn_page("F12")
        till.press("Return")
        till.wait_for_sales(1)
        assert till.count("sale_line") == 2
        assert till.rows(kept) == [("",)]
        assert till.findings() == []


def _wait_until_all_is_printed(till: RunningTill) -> None:
    waiting = "SELECT count(*) FROM spool WHERE state IN ('waiting', 'begun')"
    wait_until(lambda: not till.rows(waiting)[0][0], "the slips to be printed")


def _sell_until_killed(display: XServer, shop: Path, moment_s: float) -> None:
    till = RunningTill(display, shop)
    till.wait_until_ready()
    till.sign_on_and_open()
    hands = subprocess.Popen(
        ["xdotool", *ONE_SALE, *PAY_EXACT, *ONE_SALE, *PAY_EXACT, *ONE_SALE, *PAY_EXACT], env=dict(display.env)
    )
    time.sleep(moment_s)
    till.kill()
    hands.terminate()
    hands.wait()


def _assert_doubles_say_so(printer: VirtualPrinter) -> None:
    seen: set[str] = set()
    for slip in printer.slips:
        for line in slip.lines:
            if line.startswith("单号"):
                number = line.split()[-1]
                assert number not in seen or any("补打" in text for text in slip.lines), number
                seen.add(number)
