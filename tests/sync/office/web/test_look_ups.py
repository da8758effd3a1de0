"""A till may look up its guests and other tills' receipts, and never a whole register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ids import TillId
from app.domain.lease.office import Rule
from sync.client.office import LookedUpTooOftenError
from sync.client.transport import Transport
from sync.office.services import errors
from sync.office.services.limit_look_ups import MOST_AT_ONCE, ONE_MORE_MS, LimitLookUps
from sync.office.storage.engines import open_sqlite
from sync.office.storage.suspense import suspended
from sync.protocol.sales import SaleAsk
from sync.protocol.streams import Find
from tests.sync.office.desk import Desk
from tests.sync.office.web.running import Running, running
from tests.sync.protocol.chains import Chain


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Running]:
    database = open_sqlite(tmp_path / "office.db", bytes(32))
    with running(Desk(database), tmp_path) as office:
        yield office
    database.close()


def told(desk: Desk) -> list[tuple[str, str]]:
    alerts = desk.database.read(suspended)
    return [(each.till, each.rule) for each in alerts if each.rule == Rule.LOOKED_UP_TOO_OFTEN]


def find(office: Running, chain: Chain, till: Transport, number: int) -> None:
    epoch = office.desk.server_epoch
    till.find(Find(till=chain.head.till, epoch=1, server_epoch=epoch, phone=f"138{number:08}"))


def test_who_looks_up_number_after_number_has_to_wait_and_a_person_is_told_once(office: Running) -> None:
    chain, other = Chain(TillId("T01")), Chain(TillId("T02"))
    till = office.enrolled(chain)
    for number in range(MOST_AT_ONCE):
        find(office, chain, till, number)
    with pytest.raises(LookedUpTooOftenError) as refused:
        find(office, chain, till, 99)
    assert refused.value.seconds == ONE_MORE_MS // 1000
    ask = SaleAsk(till="T01", epoch=1, server_epoch=office.desk.server_epoch, receipt="T09-1-000001")
    with pytest.raises(LookedUpTooOftenError):
        till.sale(ask)
    find(office, chain, till, 0)  # asked for just now: a till that waits asks again
    assert told(office.desk) == [("T01", "looked_up_too_often")]
    find(office, other, office.enrolled(other), 99)
    office.desk.clock.now += ONE_MORE_MS
    till.sale(ask)
    with pytest.raises(LookedUpTooOftenError):
        find(office, chain, till, 100)
    assert len(told(office.desk)) == 1


def test_a_bucket_never_holds_more_than_at_first_whatever_the_clock_says(office: Running) -> None:
    desk, limit = office.desk, LimitLookUps(office.desk.world)
    limit("T01", 1, "phone", "0")
    desk.clock.now += 1_000 * ONE_MORE_MS
    for number in range(1, MOST_AT_ONCE + 1):
        limit("T01", 1, "phone", str(number))
    desk.clock.now -= 500 * ONE_MORE_MS
    with pytest.raises(errors.LookedUpTooOftenError):
        limit("T01", 1, "phone", "x")
