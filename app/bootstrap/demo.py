"""`membertill demo`: a shop to try, built once; then the till with it."""

import argparse
import sys
import time
from pathlib import Path

from app.bootstrap.till import open_till
from app.cli.demo.clock import DemoClock, midnight_ms
from app.cli.demo.day import before_opening_ms, plan_day, trade
from app.cli.demo.people import people
from app.cli.demo.shop import build_demo_shop
from app.devices.clock import SystemClock

DAY_MS = 24 * 60 * 60 * 1000


def run_demo(data_dir: Path, options: argparse.Namespace) -> int:
    """Build the shop where there is none, trade a day if asked for, open the till."""
    clock = SystemClock()
    now = clock.now_ms()
    # The shop is set up on the eve, so that a generated day lies behind us and not before.
    today, eve = clock.local_date(now), clock.local_date(now - DAY_MS)
    began = time.monotonic()
    is_new = build_demo_shop(
        data_dir,
        seed=options.seed,
        members=options.members,
        today=today,
        now_ms=midnight_ms(eve),
        programme=options.programme,
        progress=_progress,
    )
    if is_new:
        print(f"\rdemo shop with {options.members} members built in {time.monotonic() - began:.1f} s: {data_dir}")
    if options.day and _trade(data_dir, options, today, eve):
        return 1
    if options.build_only:
        return 0
    from app.bootstrap.window import run_till

    return run_till(data_dir)


def _trade(data_dir: Path, options: argparse.Namespace, today: str, eve: str) -> int:
    clock = DemoClock(before_opening_ms(eve))
    till = open_till(data_dir, clock)
    try:
        if till.store.state.high_water_ms > clock.now_ms():
            print(
                f"this shop has been open since {eve}; remove {data_dir} to trade a day in a new one", file=sys.stderr
            )
            return 1
        holders = people(options.members, seed=options.seed, today=today, programme=till.programme)
        plan = plan_day(eve, options.day, holders, till.programme, seed=options.seed)
        traded = trade(till.use_cases, clock, plan, progress=_sales_progress)
        print(f"\rtraded {len(traded.sales)} sales and {len(traded.refunds)} refunds on {eve}")
        return 0
    finally:
        till.directory.close()
        till.store.close()


def _progress(done: int, whole: int) -> None:
    if sys.stdout.isatty():
        print(f"\rbuilding the demo shop … {100 * done // whole} %", end="", flush=True)


def _sales_progress(done: int) -> None:
    if sys.stdout.isatty() and done % 50 == 0:
        print(f"\rtrading … {done} sales", end="", flush=True)
