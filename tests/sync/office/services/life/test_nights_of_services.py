"""Nights worked once, twice or a month late give the same ledger, whatever services a member had meanwhile."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from app.domain.ids import EventId, MemberId, WalletId
from app.domain.lease import Take
from app.domain.ledger import POINTS, Lot, Unit
from app.domain.programme.spans import add_days
from app.domain.value.facts import Holder, Service, ServiceDeal
from sync.office.storage.engines import open_sqlite
from sync.office.storage.schema import accounts, messages
from tests.app.domain.builders import origin
from tests.sync.office.conftest import KEY
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_happenings import ALL_KINDS, told, told_of
from tests.sync.office.services.life.test_happenings import registration as registered
from tests.sync.office.services.life.test_react import Office, sale_of

DAY, LATE = "2026-11-22", 31
SERVICES = (
    (Service.MEMBERSHIP, "year", ()),
    (Service.ACTION, "review", ()),
    (Service.DRAW, "wheel", ()),
    (Service.PASS_SALE, "ten", (Take(Unit("pass:ten"), Lot("ten:x", "", "2026-12-05"), 10),)),
    (Service.REDEMPTION, "rise", (Take(POINTS, Lot("gift", "", "2026-12-01"), 3),)),
)


def lived(place: Path, seed: int) -> Office:
    """Head office after a member's busy day, the same for the same seed."""
    chance = random.Random(seed)
    office = Office(Desk(open_sqlite(place, KEY)), ALL_KINDS)
    told_of(office, registered(birthday="1990-12-03"))
    for number in range(1, 6):
        if chance.random() < 0.4:
            office.sell(sale_of(number, chance.randrange(1_000, 40_000)))
            office.react()
        else:
            service, about, brought = chance.choice(SERVICES)
            holder = Holder(WalletId("w-zhang"), MemberId("m-zhang"))
            deal = ServiceDeal(
                EventId(f"deal{number}"), origin(number), "CNY", holder, service, about, "club", 1, brought=brought
            )
            told(office, deal)
    return office


def books(office: Office) -> tuple[object, ...]:
    """Every balance that is not nothing, the member's tiers and marks, and the messages that wait."""

    def look(connection: Connection) -> tuple[object, ...]:
        rows = connection.execute(select(accounts).where(accounts.c.balance != 0)).all()
        queued = connection.execute(select(messages.c.wallet, messages.c.message, messages.c.about, messages.c.day))
        return sorted(map(tuple, rows)), sorted(map(tuple, queued))

    standing = office.life().standing
    return (*office.desk.database.read(look), dict(standing.tiers), standing.done)


@pytest.mark.parametrize("seed", range(4))
def test_a_month_late_is_the_same_as_every_night_twice(seed: int, tmp_path: Path) -> None:
    late, punctual = lived(tmp_path / "late.db", seed), lived(tmp_path / "punctual.db", seed)
    assert books(late) == books(punctual)
    late.nights(add_days(DAY, LATE))
    for number in range(1, LATE + 1):
        for _ in range(2):
            punctual.nights(add_days(DAY, number))
    assert books(late) == books(punctual)
    for office in (late, punctual):
        office.desk.check()
        office.desk.database.close()
