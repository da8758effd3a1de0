"""After a restore nobody is lent anything until every till was heard; then everything is posted together."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.ledger import OFFICE, REDEEMED, RESERVE
from sync.office.services.tills.begin import begin_office
from sync.office.services.tills.restore import enter_recovery
from sync.office.storage.engines import OfficeUnavailableError, open_sqlite
from sync.office.storage.files import check_database, copy_database
from sync.office.storage.schema import metadata
from sync.office.storage.state import Mode
from sync.protocol.messages import Ack, Denied, EpochChanged, Granted, HelloOk, ResendFrom
from tests.sync.office.conftest import KEY
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import LOT, Chain

G = ("w-zhang", "principal", LOT.key)


class Drill:
    """A shop with two tills, a backup, and what happened after the backup."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        desk.give(1_000)
        self.one, self.two = desk.newcomer("T01"), desk.newcomer("T02")
        desk.lease(self.one, 200)
        self.one.spend(50)
        desk.push(self.one)
        desk.write_off("T-old", 1, ["a", "b"], "closed")

    def after_the_backup(self) -> None:
        """T01 sells on and is lent more, T02 is lent what is left and returns a part of it."""
        desk = self.desk
        assert isinstance(desk.lease(self.one, 300), Granted)
        self.one.spend(400)
        desk.push(self.one, 1)
        assert isinstance(desk.lease(self.two, 500), Granted)
        self.two.spend(100)
        self.two.give_back(150)
        desk.push(self.two)
        assert (desk.at_office, desk.held_by(self.one), desk.held_by(self.two)) == (150, 50, 250)


@contextmanager
def rewound(desk: Desk, drill: Drill) -> Iterator[None]:
    """Rows as they were; engine-neutral, so the same drill runs on both."""
    with desk.database.reader.begin() as connection:
        rows = {
            table: [row._asdict() for row in connection.execute(table.select())] for table in metadata.sorted_tables
        }
    drill.after_the_backup()

    def work(connection: object) -> None:
        for table, kept in rows.items():
            connection.execute(table.delete())  # type: ignore[attr-defined]
            if kept:
                connection.execute(table.insert(), kept)  # type: ignore[attr-defined]

    desk.database.write(work)
    enter_recovery(desk.world)
    yield
    desk.check()


def test_everything_is_as_before_once_both_tills_were_heard(desk: Desk) -> None:
    drill, before = Drill(desk), desk.server_epoch
    with rewound(desk, drill):
        one, two = drill.one, drill.two
        assert desk.server_epoch != before
        assert desk.report.state().mode is Mode.RECOVERY
        assert isinstance(desk.hello(one, server_epoch=before), EpochChanged)
        answer = desk.hello(one, granted=[(*G, 500)])
        assert isinstance(answer, ResendFrom)
        assert answer.mode == "recovery"
        assert isinstance(desk.push(one, 1), Ack)
        # Kept at once, posted later: nothing may move while T02 is not heard.
        assert desk.balance(REDEEMED) == 50
        refused = desk.lease(one, 1)
        assert isinstance(refused, Denied)
        assert refused.why == "recovery"
        assert isinstance(desk.hello(two, granted=[(*G, 500)]), ResendFrom)
        assert isinstance(desk.push(two), Ack)
        assert desk.report.state().mode is Mode.NORMAL
        assert (desk.at_office, desk.held_by(one), desk.held_by(two)) == (150, 50, 250)
        assert desk.balance(REDEEMED) == 550
        assert desk.rules_broken() == []
        assert isinstance(desk.lease(one, 1), Granted)


def test_a_till_that_never_comes_back_is_written_off_and_the_rest_goes_on(desk: Desk) -> None:
    drill = Drill(desk)
    with rewound(desk, drill):
        desk.hello(drill.one, granted=[(*G, 500)])
        desk.push(drill.one, 1)
        desk.write_off("T02", 1, ["a", "b"], "burnt")
        assert desk.report.state().mode is Mode.NORMAL
        # T02's grant is forgotten: what it sold is the house's loss when it comes after all.
        assert (desk.at_office, desk.held_by(drill.one)) == (500, 50)
        desk.push(drill.two)
        assert desk.at_office == 500
        assert ("late_spend", 100) in desk.rules_broken()


def test_a_shortfall_is_paid_by_the_wallets_reserve(desk: Desk) -> None:
    drill = Drill(desk)
    with rewound(desk, drill):
        # T02 says it was granted more than there is: a till enrolled after the backup had the rest.
        desk.hello(drill.one, granted=[(*G, 500)])
        desk.push(drill.one, 1)
        desk.hello(drill.two, granted=[(*G, 1_200)])
        desk.push(drill.two)
        assert desk.report.state().mode is Mode.NORMAL
        assert desk.at_office == 0
        assert (desk.balance(RESERVE), desk.held_by(drill.two)) == (-550, 950)
        assert desk.rules_broken() == [("shortfall", 550)]


def test_a_grant_that_never_arrived_is_taken_back(desk: Desk) -> None:
    desk.give(1_000)
    chain = desk.newcomer()
    desk.lease(chain, 300, request_id="lost")
    enter_recovery(desk.world)
    desk.write_off("T-old", 1, ["a", "b"], "closed")
    # What was granted under the old epoch is not said again, under its id neither, while the till may deny it.
    early = desk.lease(chain, 300, request_id="lost")
    assert isinstance(early, Denied)
    assert early.why == "recovery"
    assert isinstance(desk.hello(chain), HelloOk)
    assert (desk.at_office, desk.held_by(chain)) == (1_000, 0)
    assert desk.pull(chain).changes == ()
    kept = desk.lease(chain, 300, request_id="lost")
    assert isinstance(kept, Granted)
    assert (kept.server_epoch, kept.lots) == (desk.server_epoch, ((LOT.key, 0),))
    fresh = desk.lease(chain, 200)
    assert isinstance(fresh, Granted)
    assert fresh.lots == ((LOT.key, 200),)
    desk.check()


def test_what_two_lives_of_head_office_granted_is_not_granted_twice(desk: Desk) -> None:
    """Restored twice, the second time from a backup of the life before: its last grant never arrived anywhere."""
    desk.give(1_000)
    one, two = desk.newcomer("T01"), desk.newcomer("T02")
    desk.lease(one, 900, request_id="lost")
    enter_recovery(desk.world)
    desk.write_off("T-old", 1, ["a", "b"], "closed")
    desk.hello(one)
    desk.hello(two, granted=[(*G, 1_000)])  # what the other life lent it
    assert desk.report.state().mode is Mode.NORMAL
    assert (desk.at_office, desk.held_by(one), desk.held_by(two)) == (0, 0, 1_000)
    assert desk.rules_broken() == []
    desk.check()


def test_with_no_till_there_is_nobody_to_wait_for(desk: Desk) -> None:
    assert enter_recovery(desk.world).mode is Mode.NORMAL


def test_a_lost_office_is_rebuilt_from_the_tills_journal(desk: Desk) -> None:
    chain = Chain()
    chain.top_up(1_000)
    chain.spend(300)
    chain.give_back(200)
    desk.enrol(chain)
    desk.hello(chain)
    desk.push(chain)
    assert (desk.at_office, desk.held_by(chain)) == (200, 500)
    assert desk.rules_broken() == []
    desk.check()


def test_the_file_is_copied_while_it_is_used_and_opens_as_it_was(tmp_path: Path) -> None:
    path, copy = tmp_path / "office.db", tmp_path / "copy.db"
    desk = Desk(open_sqlite(path, KEY))
    desk.give(1_000)
    copy_database(path, copy, KEY)
    desk.give(500)
    desk.database.close()
    old = Desk(open_sqlite(copy, KEY))
    assert old.balance(OFFICE) == 1_000
    begin_office(old.world, old.report.state().merchant)
    old.check()
    old.database.close()


def test_a_damaged_copy_or_another_key_is_told_before_anything_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "office.db"
    Desk(open_sqlite(path, KEY)).database.close()
    with pytest.raises(OfficeUnavailableError):
        check_database(path, bytes(32))
    with pytest.raises(OfficeUnavailableError, match="not there"):
        check_database(tmp_path / "none.db", KEY)
    damaged = tmp_path / "damaged.db"
    shutil.copy(path, damaged)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    with pytest.raises(OfficeUnavailableError):
        check_database(damaged, KEY)
