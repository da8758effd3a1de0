"""`membertill demo`: a shop to try, built once; then the till with it."""

import argparse
import sys
import time
from itertools import islice
from pathlib import Path

from app.bootstrap.till import open_till
from app.cli.demo.baskets import Shelves
from app.cli.demo.clock import DemoClock, midnight_ms
from app.cli.demo.day import DayPlan, trade
from app.cli.demo.goods import demo_goods
from app.cli.demo.people import people
from app.cli.demo.shop import build_demo_shop
from app.devices.clock import SystemClock

DAY_MS = 24 * 60 * 60 * 1000
_REGULARS = 1_500


def run_demo(data_dir: Path, options: argparse.Namespace) -> int:
    """Build the shop where there is none, trade a day if asked for, open the till."""
    clock = SystemClock()
    now = clock.now_ms()
    # The shop is set up on the eve, so that a generated day lies behind us and not before.
    eve = clock.local_date(now - DAY_MS)
    began = time.monotonic()
    is_new = build_demo_shop(
        data_dir,
        seed=options.seed,
        members=options.members,
        today=clock.local_date(now),
        now_ms=midnight_ms(eve),
        progress=_progress,
    )
    if is_new:
        print(f"\rdemo shop with {options.members} members built in {time.monotonic() - began:.1f} s: {data_dir}")
    if options.day:
        _trade(data_dir, options.day, options.seed, eve)
    if options.build_only:
        return 0
    from app.bootstrap.window import run_till  # noqa: PLC0415 - building a shop needs no screen

    return run_till(data_dir)


def _trade(data_dir: Path, sales: int, seed: int, day: str) -> None:
    clock = DemoClock(midnight_ms(day))
    till = open_till(data_dir, clock)
    try:
        regulars = islice(people(_REGULARS, seed=seed, today=day, programme=till.programme), _REGULARS)
        cards = [card.number for holder in regulars for card in holder.cards]
        plan = DayPlan(day, sales, cards, Shelves(demo_goods()), till.programme, seed)
        traded = trade(till.use_cases, clock, plan, progress=_sales_progress)
        print(f"\rtraded {len(traded.sales)} sales and {len(traded.refunds)} refunds on {day}")
    finally:
        till.directory.close()
        till.store.close()


def _progress(done: int, whole: int) -> None:
    if sys.stdout.isatty():
        print(f"\rbuilding the demo shop … {100 * done // whole} %", end="", flush=True)


def _sales_progress(done: int) -> None:
    if sys.stdout.isatty() and done % 50 == 0:
        print(f"\rtrading … {done} sales", end="", flush=True)
