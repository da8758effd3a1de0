"""100 000 changes of the catalogue reach a till that sells: how fast it takes them, and what a customer notices."""

import io
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter, sleep

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement

from app.bootstrap.window import SWITCH_INTERVAL_S
from app.domain.codes.check_digits import gtin_check_digit
from app.domain.ids import ProductId
from app.storage.direct import connect_writer
from app.storage.keys import open_key
from app.storage.till.schema import fed, insert_rows, product
from benchmarks.chain_offices import SQLITE, Site, office_on
from benchmarks.fed_till import FedTill, fed_till
from benchmarks.figures import Figure, Goal, percentile
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.world import World
from tests.sync.office.desk import Clock, Dice

CHANGES, QUIET_SECONDS = 100_000, 8.0
# What customers buy meanwhile: goods that the till has had from the beginning.
SHELF = 1_000
_PAUSE_SECONDS = 0.02
_SCANS_A_SALE = 5
_CONTENT = '{{"name":"{2}","price_minor":150,"gtin":"{5}","initials":"{12}"}}'
LIMIT_IS = "the same rows written by the raw driver in one transaction"
UNFED_IS = "the same till a moment before, with nothing to take"


@dataclass(slots=True)
class _Sold:
    """Times in milliseconds."""

    scans: list[float] = field(default_factory=list)
    sales: list[float] = field(default_factory=list)


def run(changes: int = CHANGES, quiet_seconds: float = QUIET_SECONDS) -> Iterator[Figure]:
    """First with nothing to take, then with everything."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    with office_on(SQLITE) as site, fed_till(site) as till:
        _publish(site, range(SHELF))
        _wait_for(till, SHELF)
        _sell(till, 1.0)
        quiet = _sell(till, quiet_seconds)
        _publish(site, range(SHELF, SHELF + changes))
        began = perf_counter()
        _wait_for(till, SHELF + 1)
        first = perf_counter()
        busy = _Sold()
        _round(till, busy)
        while not _has(till, SHELF + changes):
            _round(till, busy)
        seconds = perf_counter() - first
        raw = _raw_seconds(site, changes)
    yield Figure(
        bench="feed",
        figure="applied",
        value=changes / seconds,
        unit="rows/s",
        limit=changes / raw,
        limit_is=LIMIT_IS,
        goal=10_000,
        goal_is=Goal.VALUE_AT_LEAST,
        n=changes,
        context={"waited_s": round(first - began, 2), "sales_meanwhile": len(busy.sales)},
    )
    yield from _compared("scan", quiet.scans, busy.scans, 16.0)
    yield from _compared("commit", quiet.sales, busy.sales, None)


def _sell(till: FedTill, seconds: float) -> _Sold:
    sold, end = _Sold(), perf_counter() + seconds
    while perf_counter() < end:
        _round(till, sold)
    return sold


def _round(till: FedTill, sold: _Sold) -> None:
    chance = Random(len(sold.scans))
    for _ in range(_SCANS_A_SALE):
        sold.scans.append(till.scan_ms(_gtin(chance.randrange(SHELF))))
        sleep(_PAUSE_SECONDS)
    sold.sales.append(till.sale_ms())
    sleep(_PAUSE_SECONDS)


def _publish(site: Site, numbers: range) -> None:
    table = io.StringIO()
    table.write("id,name,price,initials,gtin\n")
    table.writelines(f"{_name(n)},商品 {n},{n % 900 + 1}.50,sp{n},{_gtin(n)}\n" for n in numbers)
    database = site.ours()
    ImportCatalogue(World(database, Clock(), Dice()))(table.getvalue().encode())
    database.close()


def _wait_for(till: FedTill, count: int) -> None:
    till.sync.try_now()
    while not _has(till, count):
        sleep(0.01)


def _has(till: FedTill, count: int) -> bool:
    """Whether the till has so many goods by now: it takes them in order."""

    def look() -> bool:
        with till.till.store.unit_of_work() as uow:
            return uow.products.by_id(ProductId(_name(count - 1))) is not None

    return till.do(look)


def _name(number: int) -> str:
    return f"P{number:06}"


def _gtin(number: int) -> str:
    digits = f"69{number:010}"
    return digits + gtin_check_digit(digits)


def _raw_seconds(site: Site, changes: int) -> float:
    folder = site.folder / "raw"
    folder.mkdir()
    connection = connect_writer(folder / "raw.db", open_key(folder).for_till_db())
    made: list[ExecutableDDLElement] = [CreateTable(product), CreateTable(fed), *map(CreateIndex, product.indexes)]
    for element in made:
        connection.run(str(element.compile(dialect=sqlite.dialect())))
    began = perf_counter()
    with connection.transaction():
        for number in range(changes):
            name, codes = f"商品 {number}", (_gtin(number), "", "", "")
            row = (number, _name(number), name, 150, "piece", *codes, "regular", None, 0, f"sp{number}", 0, 1)
            connection.run(insert_rows(product), row)
            connection.run(insert_rows(fed), ("catalogue", _name(number), number, _CONTENT.format(*row)))
    seconds = perf_counter() - began
    connection.close()
    return seconds


def _compared(what: str, quiet: Sequence[float], busy: Sequence[float], goal_ms: float | None) -> Iterator[Figure]:
    for share in (0.5, 0.99):
        yield Figure(
            bench="feed",
            figure=f"{what}_p{share * 100:g}_while_fed",
            value=percentile(busy, share),
            unit="ms",
            limit=percentile(quiet, share),
            limit_is=UNFED_IS,
            goal=goal_ms if share > 0.5 else None,
            goal_is=Goal.VALUE_AT_MOST if share > 0.5 and goal_ms else Goal.NONE,
            n=len(busy),
        )
