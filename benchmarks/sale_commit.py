"""Post a member's sale of five lines, paid from the card and in cash: ledger, journal, second journal, durable."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from app.storage.direct import DirectConnection
from app.storage.keys import open_key
from benchmarks.counter import Counter, open_counter
from benchmarks.figures import Figure, Goal, Pairs
from benchmarks.raw_till import Capture, RawTill
from benchmarks.shop import copied_shop, scratch
from benchmarks.syncs import syncs_of

LIMIT_IS = "raw sqlcipher3, same rows, same syncs"
MEMBERS = 10_000
FEW_MEMBERS = 1_000
MANY_MEMBERS = 1_000_000
ROUNDS = 2_000
# A checkpoint when idle comes after so many sales; the sale after it also syncs the new header of the log.
_CHECKPOINT_EVERY = 20
_WARM_UP = 40
_COUNTED = 50

_GOALS = {0.5: (2.0, Goal.RATIO_AT_MOST), 0.99: (2.5, Goal.RATIO_AT_MOST)}


def run(
    rounds: int = ROUNDS, members: int = MEMBERS, few: int = FEW_MEMBERS, many: int = MANY_MEMBERS
) -> Iterator[Figure]:
    """In a rush one after the other, the sale after a pause, and how it grows with the members."""
    with copied_shop(members) as data_dir, scratch() as limit_dir, open_counter(data_dir) as counter:
        context = {"members": members, **_counters(counter), "fsyncs": syncs_of("benchmarks.sale_commit", members)}
        rush, paused, same_rows = _measure(counter, limit_dir, rounds)
    context["same_rows"] = same_rows
    yield from rush.figures("sale_commit", LIMIT_IS, _GOALS, context)
    yield from paused.figures("sale_commit", LIMIT_IS, {0.5: _GOALS[0.5]}, context, prefix="after_a_pause_")
    yield from _growth(rounds // 4, few, many)


def _measure(counter: Counter, limit_dir: Path, rounds: int) -> tuple[Pairs, Pairs, bool]:
    store, key = counter.till.store, open_key(counter.till.data_dir).for_till_db()
    store.checkpoint(truncate=True)
    shutil.copy(store.path, limit_dir)
    shutil.copy(store.second_path, limit_dir)
    capture = Capture(store.path, key, store.second_path)
    raw = RawTill(limit_dir / store.path.name, key, limit_dir / store.second_path.name)
    rush, paused = Pairs(), Pairs()
    for number in range(-_WARM_UP, rounds):
        is_pause = number % _CHECKPOINT_EVERY == 0
        if is_pause:
            store.checkpoint()
            raw.checkpoint()
        request = counter.request()
        began = perf_counter_ns()
        sale = counter.post(request)
        ours = perf_counter_ns() - began
        rows = capture.last_sale(sale)
        began = perf_counter_ns()
        raw.post(rows)
        limit = perf_counter_ns() - began
        if number >= 0:
            rush.add(ours, limit)
            if is_pause:
                paused.add(ours, limit)
    same_rows = capture.contents() == raw.contents()
    raw.close()
    capture.close()
    return rush, paused, same_rows


def _growth(rounds: int, few: int, many: int) -> Iterator[Figure]:
    """The same sales with many members and with few, in turns."""
    pairs = Pairs()
    with (
        copied_shop(many) as large_dir,
        copied_shop(few) as small_dir,
        open_counter(large_dir) as large,
        open_counter(small_dir) as small,
    ):
        for number in range(-_WARM_UP, rounds):
            times = []
            for counter in (large, small):
                if number % _CHECKPOINT_EVERY == 0:
                    counter.till.store.checkpoint()
                request = counter.request()
                began = perf_counter_ns()
                counter.post(request)
                times.append(perf_counter_ns() - began)
            if number >= 0:
                pairs.add(times[0], times[1])
    goals = {0.5: (1.5, Goal.RATIO_AT_MOST)}
    yield from pairs.figures("sale_commit", f"the same with {few} members", goals, {"members": many}, "growth_")


def _counters(counter: Counter) -> dict[str, Any]:
    """Per sale: statements, bytes of the write-ahead log and of the second journal."""
    store = counter.till.store
    statements, counts = 0, False

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            nonlocal statements
            statements += counts
            return real(*arguments)

        return run

    store.checkpoint(truncate=True)
    journal_bytes = store.second_path.stat().st_size
    real = {name: getattr(DirectConnection, name) for name in ("run", "commit")}
    for name, method in real.items():
        setattr(DirectConnection, name, counted(method))
    for _ in range(_COUNTED):
        request = counter.request()
        counts = True
        counter.post(request)
        counts = False
    for name, method in real.items():
        setattr(DirectConnection, name, method)
    log = store.path.with_name(store.path.name + "-wal")
    return {
        "statements": statements / _COUNTED,
        "wal_bytes": log.stat().st_size // _COUNTED,
        "second_journal_bytes": (store.second_path.stat().st_size - journal_bytes) // _COUNTED,
    }


def traced(members: int, mark: Any) -> int:
    """Post a few sales between two marks that a tracer sees; how many."""
    sales = 20
    with copied_shop(members) as data_dir, open_counter(data_dir) as counter:
        counter.post(counter.request())
        mark()
        for _ in range(sales):
            counter.post(counter.request())
        mark()
    return sales
