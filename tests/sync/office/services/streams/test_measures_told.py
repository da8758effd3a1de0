"""Measures go down with the night and with a change of tier, and once more when time alone has changed them."""

from dataclasses import replace
from pathlib import Path

import pytest

from sync.office.services.people.enlist import EnlistMembers
from sync.office.services.streams.build_copies import BuildCopies
from sync.office.services.streams.tidy_streams import TidyStreams
from sync.office.services.upkeep.work_nights import WorkNights
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, Office, sale_of
from tests.sync.office.services.streams.test_copies import ask
from tests.sync.office.services.streams.test_feed_rows import pull, register
from tests.sync.protocol.chains import WALLET

MONTHLY = CLUB.replace('of = "spend"', 'of = "spend"\nwindow = { over = "rolling", days = 30 }')
DAY_MS = 86_400_000
DAY = "2026-11-22"  # the tills' day in these tests


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.clock.now += 363 * DAY_MS
    made = Office(desk, MONTHLY)
    register(desk, WALLET, "T-old")
    return made


def night(office: Office) -> None:
    WorkNights(office.desk.world)(office.desk.world.now()[:10])
    TidyStreams(office.desk.world)()


def test_a_sale_is_told_with_the_night_and_a_tier_at_once(office: Office) -> None:
    assert office.desk.world.now()[:10] == DAY
    till = office.desk.newcomer("T02")
    office.sell(sale_of(1, 1_000))
    office.react()
    cursor = pull(office.desk, till, "members").cursor
    office.sell(sale_of(2, 3_000))
    office.react()
    assert pull(office.desk, till, "members", cursor).rows == (), "not for every sale"
    night(office)
    (row,) = pull(office.desk, till, "members", cursor).rows
    assert (row.content["measures"], row.content["measured_on"]) == ({"spend": 4_000}, DAY)
    assert (tuple(row.content["drops"]["spend"]), row.content["last_visit_on"]) == (("2026-12-22", 0), DAY)
    office.sell(sale_of(3, 50_000))
    office.react()
    (row,) = pull(office.desk, till, "members", row.n).rows
    assert row.content["measures"] == {"spend": 54_000}
    assert row.content["tiers"]["main"][0] == "gold"


def test_when_time_takes_a_sale_out_of_the_window_that_night_tells_it(office: Office) -> None:
    office.sell(sale_of(1, 4_000))
    office.react()
    night(office)
    cursor = pull(office.desk, office.till, "members").cursor
    office.desk.clock.now += 29 * DAY_MS
    night(office)
    assert pull(office.desk, office.till, "members", cursor).rows == ()
    office.desk.clock.now += DAY_MS
    night(office)
    (row,) = pull(office.desk, office.till, "members", cursor).rows
    assert "measures" not in row.content
    assert row.content["last_visit_on"] == DAY


def test_a_row_says_up_to_where_it_was_followed_up_and_a_file_does_too(office: Office, tmp_path: Path) -> None:
    desk, till = office.desk, office.till
    desk.world = replace(desk.world, copies=tmp_path)
    office.sell(sale_of(1, 4_000))
    EnlistMembers(desk.world)()
    before, seq = pull(desk, till, "members"), till.head.seq
    assert (before.applied_seq, before.followed_seq) == (seq, 0)
    assert "measures" not in before.rows[0].content
    assert _marks_of_file(office) == (seq, 0)
    office.react()
    after = pull(desk, till, "members")
    assert (after.applied_seq, after.followed_seq) == (seq, seq)
    assert _marks_of_file(office) == (seq, seq)


def _marks_of_file(office: Office) -> tuple[int, int]:
    BuildCopies(office.desk.world).build("members")
    copy = ask(office.desk, office.till)
    return copy.applied_seq, copy.followed_seq
