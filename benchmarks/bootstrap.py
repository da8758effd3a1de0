"""A new till gets the members of a chain, a million with cards, and sells meanwhile; head office has the file ready."""

import hashlib
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import mean
from time import perf_counter, sleep

from app.domain.ids import CardNumber
from app.domain.member import MemberView
from app.ports.head_office import CopyState
from benchmarks.chain_offices import SQLITE, Site, office_on
from benchmarks.fed_till import FedTill, Told, enrolled
from benchmarks.figures import Figure, Goal, percentile
from sync.office.cli.machine import let_the_collector_rest
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.world import World
from sync.office.storage.copies import CopyFile
from sync.office.storage.schema import cards, member_phones, members
from sync.office.storage.sets import insert_set
from sync.office.storage.streams import touch_rows
from tests.sync.office.desk import Clock, Dice

MEMBERS = 1_000_000
LIMIT_IS = "loopback transfer of the same file, written once and checked once; mean of before and after"
UNFED_IS = "the same till a moment after"
QUIET_SECONDS = 3.0
_AT_ONCE = 20_000
_PIECE = 1 << 20
_SURNAMES, _GIVEN = "王李张刘陈杨黄赵吴周", "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平"


def run(count: int = MEMBERS) -> Iterator[Figure]:
    """Fill head office, build the file, then let a till join."""
    with office_on(SQLITE) as site:
        folder = enrolled(site)
        site.office.stop()  # else it might build the file as well
        _fill(site, count)
        began = perf_counter()
        built = _built(site)
        building = perf_counter() - began
        site.office.start()
        file = site.office.folder / "copies" / built.file
        received = site.folder / "received.db"
        limits = [_limit(file, received)]
        with closing(FedTill(folder)) as till:
            seconds, sales = _joined(till, count)
            quiet = _sold(till, perf_counter() + QUIET_SECONDS)
        limits.append(_limit(file, received))
    context = {"members": count, "megabytes": round(built.size / 1e6), "sales_meanwhile": len(sales)}
    yield Figure(
        bench="bootstrap",
        figure="total",
        value=seconds,
        unit="s",
        limit=mean(limits),
        limit_is=LIMIT_IS,
        goal=3.0,
        n=count,
        context={**context, "limits_s": [round(limit, 2) for limit in limits], "goal_s": 5.0, "met_s": seconds < 5.0},
    )
    yield _plain("built_at_head_office", building, "s", count)
    for share in (0.5, 0.99):
        figure, limit = f"sale_p{share * 100:g}_meanwhile", percentile(quiet, share)
        yield _plain(figure, percentile(sales, share), "ms", len(sales), limit, UNFED_IS)


def _plain(figure: str, value: float, unit: str, n: int, limit: float | None = None, limit_is: str = "") -> Figure:
    return Figure(
        bench="bootstrap",
        figure=figure,
        value=value,
        unit=unit,
        limit=limit,
        limit_is=limit_is,
        goal=None,
        goal_is=Goal.NONE,
        n=n,
    )


def _sold(till: FedTill, end: float) -> list[float]:
    """The times of sales up to a moment (ms)."""
    sales = list[float]()
    while perf_counter() < end:
        sales.append(_sale_ms(till))
    return sales


def _sale_ms(till: FedTill) -> float:
    took = till.sale_ms()
    sleep(0.01)
    return took


def _joined(till: FedTill, count: int) -> tuple[float, list[float]]:
    """From the first part of the file until a member is found by their card (s); and the sales of that time (ms)."""
    assert isinstance(till.told, Told)
    till.sync.try_now()
    last, sales = CardNumber(_card(count - 1)), [_sale_ms(till)]
    while not isinstance(till.do(lambda: till.till.use_cases.view_member.by_card(last)), MemberView):
        sales.append(_sale_ms(till))
    end = perf_counter()
    told = zip(list(till.told), till.told.times, strict=False)
    begun = (at for status, at in told if status.copying and status.copying.state is CopyState.COMING)
    return end - next(begun, end), sales


def _fill(site: Site, count: int) -> None:
    database = site.ours()
    for start in range(0, count, _AT_ONCE):
        part = range(start, min(start + _AT_ONCE, count))

        def work(connection: object, part: range = part) -> None:
            insert_set(connection, members, [_member(number) for number in part])  # type: ignore[arg-type]
            insert_set(connection, member_phones, [(_phone(n), _wallet(n)) for n in part])  # type: ignore[arg-type]
            insert_set(
                connection,  # type: ignore[arg-type]
                cards,
                [(_card(n), _wallet(n), f"m{n:07}", "active") for n in part],
            )
            touch_rows(connection, "members", {_wallet(n): True for n in part}, 1)  # type: ignore[arg-type]

        database.write(work)
    database.close()


def _built(site: Site) -> CopyFile:
    let_the_collector_rest()  # as who builds it beside the server
    database = site.ours()
    world = World(database, Clock(), Dice(), copies=site.office.folder / "copies")
    built = BuildCopies(world).build("members")
    database.close()
    return built


def _limit(file: Path, target: Path) -> float:
    """The same bytes over a socket of this machine, onto the disk, and read once for their hash."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        sending = threading.Thread(target=_send, args=(listener, file))
        sending.start()
        began = perf_counter()
        with socket.create_connection(listener.getsockname()) as line, target.open("wb") as written:
            while piece := line.recv(_PIECE):
                written.write(piece)
            written.flush()
            os.fsync(written.fileno())
        with target.open("rb") as read:
            hashlib.file_digest(read, "sha256")
        seconds = perf_counter() - began
        sending.join()
    target.unlink()
    return seconds


def _send(listener: socket.socket, file: Path) -> None:
    line, _ = listener.accept()
    with line, file.open("rb") as data:
        line.sendfile(data)


def _wallet(number: int) -> str:
    return f"w{number:07}"


def _phone(number: int) -> str:
    return f"138{number:08}"


def _card(number: int) -> str:
    return f"88{number:010}"


def _member(number: int) -> tuple[object, ...]:
    given = _GIVEN[number // 10 % 20] + _GIVEN[number // 200 % 20]
    name = _SURNAMES[number % 10] + given
    return (
        _wallet(number), f"m{number:07}", name, _phone(number), "1990-01-01", "", "person", "{}", "", "2025-01-01",
        "", "T-old", 1,
    )  # fmt: skip
