"""A night's work for a million members: lots that expire, tiers that end, birthday coupons.

`MEMBERS` in the environment makes it fewer. Whom nothing happens to is passed by, and so the goal is against one
sequential read of the same rows.
"""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from sqlalchemy import Connection, text

from app.domain.ids import MerchantId, TierId, WalletId
from app.domain.ledger import OFFICE, POINTS, Lot
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.foresight import Foresight
from app.domain.programme.lifecycle.standing import HeldTier, Standing
from app.domain.programme.spans import add_days
from benchmarks.figures import Figure, Goal
from sync.office.cli.machine import SystemClock, SystemDice
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.tills.begin import begin_office
from sync.office.services.upkeep.work_nights import WorkNights
from sync.office.services.world import World
from sync.office.storage.engines import Database, open_sqlite
from sync.office.storage.life import Life, keep_lives
from sync.office.storage.schema import accounts
from sync.office.storage.sets import insert_set

LIMIT_IS = "one sequential read of the same rows"
_DAY = "2026-11-22"
_AT_ONCE = 20_000
_PROGRAMME = """
format = 2
id = "million"
version = 1
effective_from = "2020-01-01"
currency = "CNY"
name = { en = "A million" }

[[tiers]]
id = "gold"
name = { en = "Gold" }
lasts = { years = 1 }

[[coupons]]
id = "cake"
name = { en = "Cake" }
effect = { kind = "amount", off = "10" }

[[gifts]]
id = "birthday"
name = { en = "Birthday" }
on = "birthday_day"
gives = [{ coupon = "cake" }]

[[tender_kinds]]
id = "cash"
type = "cash"
name = { en = "Cash" }
"""


def run() -> Iterator[Figure]:
    """The night of one day."""
    members = int(os.environ.get("MEMBERS", "1000000"))
    with tempfile.TemporaryDirectory() as folder:
        database = open_sqlite(Path(folder) / "office.db", bytes(range(32)))
        try:
            yield from _measured(database, members)
        finally:
            database.close()


def _measured(database: Database, members: int) -> Iterator[Figure]:
    world = World(database, SystemClock(), SystemDice())
    begin_office(world, MerchantId("shop"))
    PublishProgramme(world)(_PROGRAMME, "2020-01-01 00:00", "bench")
    ahead, chance = Foresight(read_programme(_PROGRAMME)), Random(7)
    for first in range(0, members, _AT_ONCE):
        people = [_member(number, chance, ahead) for number in range(first, min(members, first + _AT_ONCE))]
        database.write(partial(_put, people))
    begun = perf_counter()
    database.read(_read_all)
    limit = perf_counter() - begun
    begun = perf_counter()
    done = WorkNights(world)(_DAY)
    seconds = perf_counter() - begun
    context = {"members": members, "had_something_due": done, "members_per_second": round(members / seconds)}
    goal = 5.0
    yield Figure("nightly", "against_read", seconds, "s", limit, LIMIT_IS, goal, members, context=context)
    yield Figure("nightly", "seconds", seconds, "s", limit, LIMIT_IS, 60.0, members, Goal.VALUE_AT_MOST, context)


def _member(number: int, chance: Random, ahead: Foresight) -> Life:
    """Points that expire within two years, a tier that ends within one, a birthday."""
    birthday = add_days("1990-01-01", chance.randrange(365))
    until = add_days(_DAY, chance.randrange(365))
    points, lot = chance.randrange(1, 5_000), Lot("sale", "", add_days(_DAY, chance.randrange(-1, 730)))
    standing = Standing(
        joined_on="2020-01-01",
        birthday=birthday,
        tiers={"main": HeldTier(TierId("gold"), add_days(until, -364), until)},
        lots={(POINTS, lot): points},
        nights_through=add_days(_DAY, -1),
    )
    return Life(WalletId(f"w{number:08}"), standing, is_known=True, due_on=ahead.next_due(standing))


def _put(lives: list[Life], connection: Connection) -> None:
    keep_lives(connection, {life.wallet: life.standing for life in lives}, lives)
    rows = [
        (life.wallet, unit, lot.key, OFFICE, amount)
        for life in lives
        for (unit, lot), amount in life.standing.lots.items()
    ]
    insert_set(connection, accounts, rows)


def _read_all(connection: Connection) -> int:
    count = 0
    for table in ("standings", "accounts"):
        for _ in connection.execute(text(f"SELECT * FROM {table}")):
            count += 1
    return count
