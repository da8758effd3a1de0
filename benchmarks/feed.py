"""100 000 changes of the catalogue reach a till that sells: how fast it takes them, and what a customer notices."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter, sleep

from app.bootstrap.window import SWITCH_INTERVAL_S
from app.domain.catalogue import Product
from app.domain.ids import ProductId
from app.storage.direct import connect_writer
from app.storage.keys import open_key
from app.storage.till.schema import insert_rows, product
from benchmarks.chain_offices import SQLITE, Site, office_on
from benchmarks.fed_till import FedTill, fed_till
from benchmarks.figures import Figure, Goal, percentile
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.services.world import World
from tests.sync.office.desk import Clock, Dice

CHANGES, QUIET_SECONDS = 100_000, 8.0
_PAUSE_SECONDS = 0.02
_SCANS_A_SALE = 5
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
        _sell(till, 1.0)
        quiet = _sell(till, quiet_seconds)
        _publish(site, changes)
        till.sync.try_now()
        began = perf_counter()
        while not _came(till):
            sleep(0.01)
        first = perf_counter()
        busy = _Sold()
        while _count(till) < changes:
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
        goal=None,
        goal_is=Goal.NONE,
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
        sold.scans.append(till.scan_ms(_name(chance.randrange(CHANGES))))
        sleep(_PAUSE_SECONDS)
    sold.sales.append(till.sale_ms())
    sleep(_PAUSE_SECONDS)


def _publish(site: Site, changes: int) -> None:
    table = io.StringIO()
    table.write("id,name,price,initials\n")
    table.writelines(f"{_name(number)},商品 {number},{number % 900 + 1}.50,sp{number}\n" for number in range(changes))
    database = site.ours()
    ImportCatalogue(World(database, Clock(), Dice()))(table.getvalue().encode())
    database.close()


def _came(till: FedTill) -> bool:
    return _count(till) > 0


def _count(till: FedTill) -> int:
    """How many goods the till has by now: it takes them in order."""

    def look() -> int:
        with till.till.store.unit_of_work() as uow:
            return _last(lambda n: uow.products.by_id(ProductId(_name(n - 1))), CHANGES)

    return till.do(look)


def _last(find: Callable[[int], Product | None], most: int) -> int:
    """The number of goods there, which came in the order of their names; by halving."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if find(middle) else (low, middle - 1)
    return low


def _name(number: int) -> str:
    return f"P{number:06}"


def _raw_seconds(site: Site, changes: int) -> float:
    folder = site.folder / "raw"
    folder.mkdir()
    connection = connect_writer(folder / "raw.db", open_key(folder).for_till_db())
    columns = ", ".join(f"c{number}" for number in range(len(product.columns)))
    connection.run(f"CREATE TABLE product ({columns}, PRIMARY KEY (c0), UNIQUE (c1))")
    connection.run("CREATE TABLE fed (stream, id, n, content, PRIMARY KEY (stream, id)) WITHOUT ROWID")
    began = perf_counter()
    with connection.transaction():
        for number in range(changes):
            row = (
                number,
                _name(number),
                f"商品 {number}",
                150,
                "piece",
                "",
                "",
                "",
                "",
                "regular",
                None,
                0,
                "sp",
                0,
                1,
            )
            connection.run(insert_rows(product), row)
            connection.run("INSERT INTO fed VALUES ('catalogue', ?, ?, ?)", (_name(number), number, '{"name":"商品"}'))
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
