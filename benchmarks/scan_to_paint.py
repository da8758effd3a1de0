"""From the last key of a scanner's burst to the line painted at its item price, and to the offers on it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from time import perf_counter_ns

from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from app.devices.scanner.wedge import WedgeScanner
from app.domain.catalogue import Product
from app.ports.scanner import ScanEvent
from app.ui.sale.screen import SaleScreen
from app.ui.session import Session
from app.ui.start import prepare_application
from app.ui.tasks import Tasks
from benchmarks.counter import Counter, open_counter
from benchmarks.figures import Figure, Goal, Pairs
from benchmarks.screen import BareWindow, Painted, press, press_enter, put_up, release_enter, screen_environment, settle
from benchmarks.shop import OPERATOR, copied_shop

LIMIT_IS = "bare Qt: Enter, row painted"
MEMBERS = 10_000
_LINES = 20
_MANY = 200
_PATIENCE_MS = 1_000
_INSIDE = "MEMBERTILL_BENCH_ON_SCREEN"

_GOALS = {0.5: (3.0, Goal.RATIO_AT_MOST), 0.99: (16.0, Goal.VALUE_AT_MOST)}


def run(customers: int = 50, members: int = MEMBERS) -> Iterator[Figure]:
    """Lines one to twenty, and the two-hundredth."""
    if _INSIDE in os.environ:
        yield from _on_screen(customers, members)
        return
    # Qt takes its platform from the environment of the process, so the measuring is done in a child.
    with screen_environment() as environment:
        child = [sys.executable, "-m", "benchmarks", "scan_to_paint"]
        subprocess.run(child, env={**environment, _INSIDE: "1"}, check=False)


class _Tills:
    """The real sale screen and the bare one, side by side in one process."""

    def __init__(self, counter: Counter) -> None:
        till = counter.till
        self.app = prepare_application(["bench"], till.settings)
        self.counter = counter
        self.member = counter.view()
        shift = till.use_cases.open_shift.current()
        self.tasks = Tasks(counter.start_worker())
        session = Session(till.store.state.till, till.clock, till.programme, till.settings, till.words)
        session.sign_on(OPERATOR)
        session.set_shift(shift)
        self.pricer = ThreadPoolExecutor(max_workers=1)
        pricing = Tasks(self.pricer, self.tasks)
        self.screen = SaleScreen(till.use_cases, self.tasks, session, lambda _what, _then: None, pricing)
        self.bare = BareWindow()
        self.bare_window, self.window = put_up(self.bare), put_up(self.screen)
        self.bare.field.setFocus()
        self.wedge = WedgeScanner(self.app)
        basket = self.screen.findChild(QListView)
        assert basket is not None
        self.painted, self.bare_painted = Painted(basket), Painted(self.bare.rows)
        self.missed = 0
        self.screen.start()
        self.settle()

    def settle(self) -> None:
        """Until no result is awaited any more."""
        settle(lambda: not self.tasks.busy and self.screen.presenter.priced.is_complete)

    def new_customer(self, goods: list[Product]) -> None:
        """A member with these goods on the counter already, in both windows."""
        presenter = self.screen.presenter
        presenter.next_customer()
        presenter.use_member(self.member)
        self.bare.rows.clear()
        for product in goods:
            presenter.add_product(product)
            self.bare.rows.addItem(product.gtin)
        self.settle()

    def take_back(self) -> None:
        """The line just scanned goes away again."""
        self.screen.presenter.delete_line()
        self.bare.rows.takeItem(self.bare.rows.count() - 1)
        self.settle()

    def scan(self, pairs: Pairs, offers: Pairs, code: str) -> None:
        """The same code into both; the times are kept if both have shown it."""
        self.wedge.start(self._take_scan, lambda *_: None)
        ours = self._scan(self.window, self.painted, code)
        self.wedge.stop()  # it watches whatever window comes to the front; the bare one takes its keys itself
        limit = self._scan(self.bare_window, self.bare_painted, code)
        if ours is None or limit is None:
            self.missed += 1  # too busy to tell a burst from typing, say
        else:
            pairs.add(ours[0], limit[0])
            offers.add(ours[1], limit[1])

    def _take_scan(self, event: ScanEvent) -> None:
        self.screen.take_scan(event)

    def _scan(self, window: QWindow, painted: Painted, code: str) -> tuple[int, int] | None:
        window.requestActivate()
        QTest.qWaitForWindowActive(window, _PATIENCE_MS)
        self.settle()  # a window that comes to the front is painted anew, and that is no part of a scan
        press(window, code)
        painted.expect_one_more()
        began = perf_counter_ns()
        press_enter(window)
        is_painted = painted.wait()
        ended = perf_counter_ns()
        release_enter(window)
        self.settle()
        return (ended - began, perf_counter_ns() - began) if is_painted else None

    def close(self) -> None:
        """Everything away."""
        self.screen.close()
        self.bare.close()
        self.pricer.shutdown()


def _on_screen(customers: int, members: int) -> Iterator[Figure]:
    with copied_shop(members) as data_dir, open_counter(data_dir) as counter:
        tills = _Tills(counter)
        context: dict[str, object] = {
            "platform": tills.app.platformName(),
            "offers": "of twenty lines with the line, of two hundred after it",
        }
        try:
            offers = Pairs()
            few, many = _few_lines(tills, customers), _many_lines(tills, 4 * customers, offers)
        finally:
            tills.close()
    context["missed"] = tills.missed
    yield from few.figures("scan_to_paint", LIMIT_IS, _GOALS, {"lines": f"1 to {_LINES}", **context}, "line_")
    yield from many.figures("scan_to_paint", LIMIT_IS, _GOALS, {"lines": _MANY, **context}, f"line_{_MANY}_")
    goals = {0.99: (100.0, Goal.VALUE_AT_MOST)}
    yield from offers.figures("scan_to_paint", LIMIT_IS, goals, {"lines": _MANY, **context}, f"offers_{_MANY}_")


def _few_lines(tills: _Tills, customers: int) -> Pairs:
    pairs, chance = Pairs(), Random(7)
    for customer in range(-1, customers):
        tills.new_customer([])
        for product in chance.sample(tills.counter.goods, _LINES):
            tills.scan(pairs if customer >= 0 else Pairs(), Pairs(), product.gtin)
    return pairs


def _many_lines(tills: _Tills, rounds: int, offers: Pairs) -> Pairs:
    pairs, chance = Pairs(), Random(7)
    goods = list(tills.counter.goods)
    chance.shuffle(goods)
    tills.new_customer(goods[: _MANY - 1])
    for number in range(-5, rounds):
        product = chance.choice(goods[_MANY - 1 :])
        tills.scan(*((pairs, offers) if number >= 0 else (Pairs(), Pairs())), product.gtin)
        tills.take_back()
    return pairs
