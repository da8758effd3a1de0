"""Tills and a head office in a storm: a line that drops, delays and cuts, and kill -9 for everybody at random.

The seed says who is killed when and what cashiers do; how real processes interleave, no seed can say.
"""

import random
import threading
import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from tests.chain.books import (
    TillBooks,
    assert_nothing_cost_the_house,
    assert_office_is_clean,
    assert_they_agree,
    assert_till_is_clean,
    assert_value_was_kept,
    read_till,
)
from tests.chain.processes import Founder, KilledError, OfficeProcess, TillProcess
from tests.chain.proxy import Weather

WALLETS = tuple(f"w{number}" for number in range(4))
FORTUNE: tuple[tuple[Unit, Lot, int], ...] = (
    (PRINCIPAL, Lot("top_up", "", "2099-06-30"), 20_000),
    (PRINCIPAL, Lot("top_up", "", ""), 40_000),
    (BONUS, Lot("gift", "", "2099-12-31"), 5_000),
    (POINTS, Lot("sale", "2026-01-01", "2099-12-31"), 300),
    (Unit("coupon:x"), Lot("coupon", "", "2099-12-31"), 1),
)
ROUGH = Weather(drop=0.05, cut_request=0.02, cut_answer=0.04, delay=0.2, delay_s=0.1)


class Storm:
    """`rage` for some seconds, then `settle`, then `check`."""

    def __init__(self, folder: Path, database: str, *, tills: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.office = OfficeProcess(folder / "office", database)
        self.counts: Counter[str] = Counter()
        self._receipts: list[tuple[str, str]] = []
        self._troubles: list[BaseException] = []
        self._calm = threading.Event()
        self._answers = 0
        self.books: list[TillBooks] = []
        self._opened = ExitStack()
        self._hands = self._opened.enter_context(ThreadPoolExecutor())
        self._coming_up: Future[None] = self._hands.submit(lambda: None)
        self._opened.callback(self.office.stop)
        self.office.start()
        with closing(Founder(self.office)) as founder:
            for wallet in WALLETS:
                for unit, lot, amount in FORTUNE:
                    founder.give(wallet, amount, unit, lot)
        self.tills = [self._till(folder, f"T{number:02d}") for number in range(1, tills + 1)]
        list(self._hands.map(self._open, self.tills))

    def close(self) -> None:
        """Whatever still runs."""
        self._calm.set()
        self._opened.close()

    def rage(self, seconds: float) -> None:
        """The storm itself."""
        weather = [till.proxy.weather for till in self.tills]
        for line in weather:
            vars(line).update(vars(ROUGH))
        cashiers = [
            threading.Thread(target=self._guarded, args=(till, random.Random(self.chance.random())))
            for till in self.tills
        ]
        for cashier in cashiers:
            cashier.start()
        began = time.monotonic()
        while not self._troubles and not self._is_over(time.monotonic() - began, seconds):
            self._wait_for_work(self.chance.randint(2, 5 * len(self.tills)))
            self._strike()
        self._calm.set()
        self._coming_up.result()
        for cashier in cashiers:
            cashier.join()
        for line in weather:
            line.clear_up()
        self.counts["faults of the line"] = sum(till.proxy.spoilt for till in self.tills)
        for trouble in self._troubles:
            raise trouble

    def settle(self) -> None:
        """Everything arrives, and the tills close."""
        for till in self.tills:
            till.kill()
            till.options = []
        list(self._hands.map(TillProcess.start, self.tills))
        # A recall that one till has caused may wait for another: until nobody has anything left to say.
        after: list[dict[str, Any]] = []
        for _ in range(6):
            before = [till.ask("state") for till in self.tills]
            for till in self.tills:
                assert till.ask("sync") == {"outcome": "done"}
            after = [till.ask("state") for till in self.tills]
            if before == after and all(state["acked"] == state["seq"] for state in after):
                break
        else:
            raise AssertionError(f"it does not settle: {after}")
        for till in self.tills:
            till.stop()

    def check(self) -> None:
        """Nothing is lost, nothing is there twice, nobody has taken more than there was."""
        self.books = books = [read_till(till.folder) for till in self.tills]
        self.counts["events"] = sum(till.head.seq for till in books)
        self._assert_every_receipt_is_there(books)
        for till in self.tills:
            assert_till_is_clean(till.folder)
        assert_office_is_clean(self.office)
        assert_nothing_cost_the_house(self.office)
        assert_they_agree(self.office, books)
        given: Counter[tuple[str, str]] = Counter()
        for wallet in WALLETS:
            for unit, _, amount in FORTUNE:
                given[wallet, unit] += amount
        assert_value_was_kept(self.office, books, given)
        self.office.assert_nothing_broke()

    def _assert_every_receipt_is_there(self, books: list[TillBooks]) -> None:
        # What a customer has in hand was durable before it was printed.
        kept = {(till.head.till, event.id) for till in books for event in till.events}
        assert [receipt for receipt in self._receipts if receipt not in kept] == []

    def _till(self, folder: Path, name: str) -> TillProcess:
        options = ["--trickle-ms", "200", "--answer-seconds", "3"]
        till = TillProcess(folder / name, name, self.office, seed=self.chance.randrange(2**30), options=options)
        self._opened.callback(till.close)
        return till

    def _is_over(self, took_s: float, seconds: float) -> bool:
        # On a machine that is busy with other things little happens in a second: then it takes longer.
        enough = min(self.counts["sold"], self.counts["kills of tills"], self.counts["kills of head office"]) > 0
        return took_s > 4 * seconds or (took_s > seconds and enough)

    def _wait_for_work(self, answers: int) -> None:
        # A second at most: a till that hangs on a dead line is to be killed as well.
        before, deadline = self._answers, time.monotonic() + 1
        while self._answers < before + answers and time.monotonic() < deadline and not self._troubles:
            time.sleep(0.01)

    def _open(self, till: TillProcess) -> None:
        till.start(enrol=True)
        till.ask("sync")
        for wallet in WALLETS:
            till.ask("ask", wallet, "principal", 5_000)

    def _strike(self) -> None:
        if self.chance.random() < 0.3:
            if self._coming_up.done():
                self._coming_up.result()
                self.counts["kills of head office"] += 1
                self.office.kill()
                # Meanwhile tills go on dying: a loaded machine takes its time to start a program.
                self._coming_up = self._hands.submit(self._start_office, self.chance.uniform(0, 0.5))
        else:
            self.counts["kills of tills"] += 1
            self.chance.choice(self.tills).strike()

    def _start_office(self, after_s: float) -> None:
        time.sleep(after_s)
        self.office.start()

    def _guarded(self, till: TillProcess, chance: random.Random) -> None:
        try:
            while not self._calm.is_set():
                try:
                    self._work(till, chance)
                except KilledError:
                    self._start_again(till)
        except BaseException as error:
            self._troubles.append(error)

    def _start_again(self, till: TillProcess) -> None:
        while not self._calm.is_set():
            till.kill()
            try:
                till.start()
            except KilledError:
                continue
            return

    def _work(self, till: TillProcess, chance: random.Random) -> None:
        wallet = chance.choice(WALLETS)
        unit, _, amount = chance.choice(FORTUNE)
        kind = chance.choices(_KINDS, _OFTEN)[0]
        command: dict[str, tuple[object, ...]] = {
            "sell": ("sell", wallet, chance.randint(1, 2_500)),
            "sell_cash": ("sell_cash", wallet, chance.randint(100, 5_000)),
            "spend": ("spend", wallet, chance.choice(["points", "coupon:x"])),
            "ask": ("ask", wallet, unit, chance.randint(amount // 10 or 1, amount)),
            "refund_last": ("refund_last",),
            "return": ("return",),
            "sync": ("sync",),
        }
        answer: dict[str, Any] = till.ask(*command[kind])
        self.counts[next(iter(answer))] += 1
        self._answers += 1
        if "sold" in answer:
            self._receipts.append((till.name, answer["sale"]))
        # A customer takes longer; the machine's cores are for the processes, not for us.
        time.sleep(chance.uniform(0, 0.03 * len(self.tills)))


_KINDS = ("sell", "sell_cash", "spend", "ask", "refund_last", "return", "sync")
_OFTEN = (10, 4, 2, 8, 2, 0.2, 0.5)
