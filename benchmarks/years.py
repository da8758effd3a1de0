"""Whether a sale's commit and a start stay quick when the journal holds three years of 500 sales a day."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from sqlalchemy import Table

from app.cli.demo.holders import Holder, OwnedLot
from app.cli.demo.lots import PRINCIPAL_LOT
from app.cli.demo.openings import open_balances
from app.devices.clock import SystemRandomness
from app.domain.ledger import PRINCIPAL
from app.storage.keys import open_key
from app.storage.sqlcipher import connect_raw
from app.storage.till import schema
from benchmarks.counter import Counter, open_counter
from benchmarks.figures import Figure, Goal, Pairs
from benchmarks.shop import PLACE, copied_shop, demo_shop

MEMBERS = 10_000
# Ten thousand sales of five thousand members, 55 times: three years of 500 sales a day.
SALES = 10_000
TIMES = 55
_RICH_MINOR = 10**12
_WARM_UP = 40
_CHECKPOINT_EVERY = 20
_FAST = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-400000", "temp_store=MEMORY")

# Sales are copied with their numbers moved on by `?1`; what carries no number is copied as it is. Ids rise with time.
_LATER_ID = "printf('%08x', {0} + ?1) || substr({1}, 9)"
_MOVED: Mapping[Table, Mapping[str, str]] = {
    schema.event: {
        "pos": "pos + ?1",
        "seq": "seq + ?1",
        "id": _LATER_ID.format("pos", "id"),
        "prev_hash": "randomblob(32)",
        "hash": "randomblob(32)",
    },
    schema.posting: {"id": "NULL", "event": "event + ?1"},
    schema.sale: {"pos": "pos + ?1", "receipt": "receipt + ?1", "id": _LATER_ID.format("pos", "id")},
    schema.sale_line: {"sale": "sale + ?1"},
    schema.sale_tender: {"sale": "sale + ?1"},
    schema.spool: {"id": "NULL", "about": _LATER_ID.format("id", "about"), "state": "'printed'"},
}
_WHICH = {
    "event": "pos > ?2",
    "posting": "event > ?2",
    "sale": "pos > ?2",
    "sale_line": "sale > ?2",
    "sale_tender": "sale > ?2",
    "spool": "id > ?2",
}


def run(rounds: int = 500, sales: int = SALES, times: int = TIMES) -> Iterator[Figure]:
    """The same sales in an old till and in a new one, in turns."""
    old_dir = _old_till(sales, times)
    pairs, opening = Pairs(), Pairs()
    with copied_shop(MEMBERS) as new_dir:
        began = perf_counter_ns()
        with open_counter(old_dir) as old:
            between = perf_counter_ns()
            with open_counter(new_dir) as new:
                opening.add(between - began, perf_counter_ns() - between)
                events = old.till.store.head.seq
                for number in range(-_WARM_UP, rounds):
                    taken = []
                    for counter in (old, new):
                        if number % _CHECKPOINT_EVERY == 0:
                            counter.till.store.checkpoint()
                        request = counter.request()
                        started = perf_counter_ns()
                        counter.post(request)
                        taken.append(perf_counter_ns() - started)
                    if number >= 0:
                        pairs.add(taken[0], taken[1])
    context = {"events": events, "till_db_bytes": (old_dir / "till.db").stat().st_size}
    goals = {0.5: (1.5, Goal.RATIO_AT_MOST), 0.99: (None, Goal.NONE)}
    yield from pairs.figures("years", "the same with an empty journal", goals, context, "sale_commit_")
    yield from opening.figures("years", "the same with an empty journal", {0.5: (None, Goal.NONE)}, context, "open_")


def _old_till(sales: int, times: int) -> Path:
    """The till after so many sales, so many times; built once, a few minutes for three years."""
    source = demo_shop(MEMBERS)
    place = PLACE / source.name.replace("shop-", f"years-{times}x{sales}-")
    if not place.exists():
        site = place.with_name(f".{place.name}.building")
        shutil.rmtree(site, ignore_errors=True)
        shutil.copytree(source, site)
        with open_counter(site) as counter:
            _make_rich(counter)
            first = counter.till.store.head.seq
            for _ in range(sales):
                counter.post(counter.request())
        _copy_sales(site, first, sales, times - 1)
        # Opening it brings the second journal up to date.
        with open_counter(site):
            pass
        site.rename(place)
    return place


def _make_rich(counter: Counter) -> None:
    """The till is used again by every run: nobody's money may run out."""
    till = counter.till
    cards = filter(None, map(till.directory.card, counter.cards))
    lots = (OwnedLot(PRINCIPAL, PRINCIPAL_LOT, _RICH_MINOR, _RICH_MINOR),)
    holders = [Holder(card.wallet, None, (), lots) for card in cards]
    open_balances(till.store, holders, clock=till.clock, randomness=SystemRandomness())


def _copy_sales(site: Path, first: int, sales: int, times: int) -> None:
    connection = connect_raw(site / "till.db", open_key(site).for_till_db(), pragmas=_FAST)
    try:
        spooled = connection.execute("SELECT max(id) FROM spool").fetchone()[0] - sales
        connection.execute("BEGIN")
        for table, moved in _MOVED.items():
            _copy_rows(connection, table, moved, spooled if table is schema.spool else first, sales, times)
        connection.execute(
            "UPDATE till_state SET pos = pos + ?1, seq = seq + ?1, last_receipt = last_receipt + ?1, "
            "head_hash = (SELECT hash FROM event ORDER BY pos DESC LIMIT 1)",
            (sales * times,),
        )
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        connection.close()


def _copy_rows(connection: Any, table: Table, moved: Mapping[str, str], first: int, sales: int, times: int) -> None:
    """The rows are set aside first, else each copy would copy the copies."""
    columns = ", ".join(moved.get(name, name) for name in schema.column_names(table))
    connection.execute(f"CREATE TEMP TABLE copied AS SELECT * FROM {table.name} WHERE {_WHICH[table.name]}", (0, first))
    for number in range(1, times + 1):
        connection.execute(f"INSERT INTO {table.name} SELECT {columns} FROM temp.copied", (sales * number,))
    connection.execute("DROP TABLE temp.copied")
