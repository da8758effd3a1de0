"""Ten tills come back after an outage: signed HTTP to the posted ledger, every chain checked, on both engines."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Engine, event

from benchmarks.chain_offices import Site, engines_here, office_on
from benchmarks.figures import Figure, Goal
from benchmarks.journals import CUSTOMERS, Journal, journals, sample_sales
from benchmarks.raw_office import contents, staged, write_raw
from benchmarks.uploaders import NotTakenError, Uploader, send_all
from sync.office.cli.machine import SystemClock, SystemDice
from sync.office.services.tills.take_push import TakePush
from sync.office.services.world import World
from sync.office.storage.engines import Database
from sync.office.storage.migrate import migrate
from sync.protocol.wire import Frame, encode

# Fewer events make a shorter run; the rate stays about the same.
EVENTS = int(os.environ.get("MEMBERTILL_BENCH_EVENTS", "100000"))
TILLS, ROUNDS, SAMPLES = 10, 5, 500
LIMIT_IS = "the raw database writing the same rows from a staged batch"
_GOAL_RATIO = 0.5
_AT_LEAST_PER_S = {"sqlite": 5_000, "postgres": 10_000}


def run(
    events: int = EVENTS, tills: int = TILLS, rounds: int = ROUNDS, samples: int = SAMPLES, customers: int = CUSTOMERS
) -> Iterator[Figure]:
    """Events a second on every engine there is here, ours and the limit in turns."""
    written = tuple(journals(sample_sales(samples), tills, events // tills, customers))
    for engine in engines_here():
        with office_on(engine) as site, closing(site.spare()) as raw:
            yield _measured(site, raw, written, rounds)


def _measured(site: Site, raw: Database, written: Sequence[Journal], rounds: int) -> Figure:
    uploaders = [Uploader(site.office.invitation(), journal) for journal in written]
    raw.write(migrate)
    write_raw(raw, [[staged(frame) for frame in journal.opening] for journal in written])
    last = written[0].sales[-1]
    sales = [[frame for frame in journal.sales if frame is not last] for journal in written]
    ours_s = limit_s = client_cpu_s = 0.0
    before = site.counters()
    for number in range(rounds):
        frames = [_part(own, number, rounds) for own in sales]
        batches = [[staged(frame) for frame in own] for own in frames]
        cpu, began = time.process_time(), time.perf_counter()
        send_all(uploaders, frames)
        ours_s += time.perf_counter() - began
        client_cpu_s += time.process_time() - cpu
        began = time.perf_counter()
        write_raw(raw, batches)
        limit_s += time.perf_counter() - began
    for uploader in uploaders:
        uploader.close()
    count = sum(len(frame.links) for own in sales for frame in own)
    used = {name: value - before[name] for name, value in site.counters().items()}
    context = {
        "at_least_per_s": _AT_LEAST_PER_S[site.engine],
        **_sizes(sales),
        **{f"{name}_an_event": float(f"{value / count:.3g}") for name, value in used.items()},
        "client_cpu_us_an_event": round(client_cpu_s / count * 1e6),
        **_checked(site, raw),
        "statements_a_push": _statements(site, last),
    }
    return Figure(
        bench="upload",
        figure=f"events_per_s_{site.engine}",
        value=count / ours_s,
        unit="events/s",
        limit=count / limit_s,
        limit_is=LIMIT_IS,
        goal=_GOAL_RATIO,
        goal_is=Goal.RATIO_AT_LEAST,
        n=count,
        context=context,
    )


def _part(frames: Sequence[Frame], number: int, of: int) -> Sequence[Frame]:
    return frames[number * len(frames) // of : (number + 1) * len(frames) // of]


def _sizes(sales: Sequence[Sequence[Frame]]) -> Mapping[str, Any]:
    frames = [frame for own in sales for frame in own[:10]]
    events = sum(len(frame.links) for frame in frames)
    return {
        "events_a_push": events // len(frames),
        "bytes_an_event": sum(len(link.payload) for frame in frames for link in frame.links) // events,
        "bytes_sent_an_event": sum(len(encode(frame)) for frame in frames) // events,
    }


def _checked(site: Site, raw: Database) -> Mapping[str, Any]:
    """Head office proves its books; and the limit has written the same rows."""
    status, said = site.office.command("verify")
    if status:
        raise NotTakenError(said)
    with closing(site.ours()) as ours:
        return {"verified": True, "same_rows": contents(ours) == contents(raw)}


def _statements(site: Site, frame: Frame) -> int:
    """How many statements one more push is, in this process."""
    statements = 0

    def count(*_arguments: object) -> None:
        nonlocal statements
        statements += 1

    with closing(site.ours()) as database:
        take_push = TakePush(World(database, SystemClock(), SystemDice()))
        for hook in ("before_cursor_execute", "commit"):
            event.listen(Engine, hook, count)
        take_push(frame)
        for hook in ("before_cursor_execute", "commit"):
            event.remove(Engine, hook, count)
    return statements
