"""Programme versions at head office, and the counted rights that come with them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger import OFFICE, Lot, Unit, lease_at
from app.domain.programme.file import ProgrammeFileError
from app.domain.programme.publishing import Publication, in_force
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.programmes import NoSuchPublicationError, Programmes, VersionTakenError
from sync.protocol.messages import Denied, Granted
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import WALLET

NEW_YEAR = "2025-01-01 00:00"
LIMITS = """
format = 2
id = "club"
version = 1
effective_from = "2026-01-01"
currency = "CNY"

[name]
en = "Club"

[[coupons]]
id = "ten"
name = { en = "Ten off" }
limits = [{ count = 2, per = "day" }, { count = 50, per = "life", of = "all" }]

[coupons.effect]
kind = "amount"
off = "10"

[[tender_kinds]]
id = "cash"
type = "cash"
name = { en = "Cash" }
"""
OF_DAY, OF_ALL = Unit("right:ten:day:2026-11-22"), Unit("right:ten:life:")
PROGRAMMES_WALLET = "programme:club"


@pytest.fixture
def publish(desk: Desk) -> PublishProgramme:
    return PublishProgramme(desk.world)


def changed(version: int, *, count: int) -> str:
    return LIMITS.replace("version = 1", f"version = {version}").replace("count = 50", f"count = {count}")


def publication(n: int, effective_from: str) -> Publication:
    return Publication(n, "club", n, f"text {n}", effective_from, 0, "chen")


def test_a_later_decision_withdraws_what_was_planned() -> None:
    planned = [publication(1, "2026-01-01 00:00"), publication(2, "2027-01-01 00:00")]
    assert in_force(planned, "2025-12-31 23:59") is None
    assert in_force(planned, "2026-12-31 23:59") == planned[0]
    assert in_force(planned, "2027-01-01 00:00") == planned[1]
    back = replace(planned[0], n=3, effective_from="2026-12-01 00:00", restores=1)
    assert in_force([*planned, back], "2027-06-01 00:00") == back


@given(st.lists(st.integers(0, 9)), st.integers(0, 9))
def test_what_is_in_force_does_not_depend_on_the_order_of_reading(hours: list[int], now: int) -> None:
    known = [publication(n, f"2026-01-01 0{hour}:00") for n, hour in enumerate(hours, start=1)]
    at = f"2026-01-01 0{now}:00"
    assert in_force(known, at) == in_force(reversed(known), at)


def test_publish_list_and_bring_back(desk: Desk, publish: PublishProgramme) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    publish(changed(2, count=30), "2026-02-01 00:00", "zhou")
    publish.roll_back(1, desk.world.now(), "chen")
    known = Programmes(desk.world).all()
    assert [(each.n, each.version, each.restores) for each in known] == [(1, 1, 0), (2, 2, 0), (3, 1, 1)]
    current = Programmes(desk.world).current()
    assert current is not None
    assert current.text == LIMITS


def test_a_wrong_file_is_told_whole_and_not_kept(desk: Desk, publish: PublishProgramme) -> None:
    with pytest.raises(ProgrammeFileError) as caught:
        publish(LIMITS.replace('off = "10"', 'of = "10"').replace('per = "day"', 'per = "dy"'), NEW_YEAR, "chen")
    assert len(caught.value.faults) >= 2
    assert Programmes(desk.world).all() == []


def test_another_text_needs_another_version(desk: Desk, publish: PublishProgramme) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    with pytest.raises(VersionTakenError):
        publish(LIMITS.replace("count = 50", "count = 51"), "2025-01-02 00:00", "chen")
    with pytest.raises(NoSuchPublicationError):
        publish.roll_back(7, "2025-01-02 00:00", "chen")


def test_the_same_text_is_published_once(publish: PublishProgramme) -> None:
    assert publish.once(LIMITS, "till") is not None
    assert publish.once(LIMITS, "till") is None


def test_limits_for_all_lie_in_the_programmes_wallet(desk: Desk, publish: PublishProgramme) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    assert desk.balance(OFFICE, wallet=PROGRAMMES_WALLET, unit=OF_ALL, lot=Lot("right")) == 50
    till = desk.newcomer()
    answer = desk.lease(till, 5, wallet=PROGRAMMES_WALLET, unit=OF_ALL)
    assert isinstance(answer, Granted)
    assert desk.balance(lease_at(till.head.till), wallet=PROGRAMMES_WALLET, unit=OF_ALL, lot=Lot("right")) == 5
    desk.check()


def test_a_members_right_is_made_when_it_is_first_asked_for_and_once(desk: Desk, publish: PublishProgramme) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    till, lot = desk.newcomer(), Lot("right", "", "2026-11-22")
    assert isinstance(desk.lease(till, 2, unit=OF_DAY), Granted)
    assert isinstance(desk.lease(till, 2, unit=OF_DAY), Denied)
    assert desk.balance(lease_at(till.head.till), unit=OF_DAY, lot=lot) == 2
    desk.check()


@pytest.mark.parametrize(
    "unit", ["right:ten:day:2026-12-24", "right:none:life:", "right:ten:life:", "right:x", "quota:"]
)
def test_what_the_programme_does_not_grant_is_never_made(desk: Desk, publish: PublishProgramme, unit: str) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    assert isinstance(desk.lease(desk.newcomer(), 1, unit=unit, wallet=WALLET), Denied)
    desk.check()


def test_a_version_that_allows_less_takes_back_what_still_lies_here(desk: Desk, publish: PublishProgramme) -> None:
    publish(LIMITS, NEW_YEAR, "chen")
    till = desk.newcomer()
    desk.lease(till, 15, wallet=PROGRAMMES_WALLET, unit=OF_ALL)
    publish(
        LIMITS.replace("version = 1", "version = 2").replace("count = 50", "count = 10"), "2025-01-02 00:00", "chen"
    )
    assert desk.balance(OFFICE, wallet=PROGRAMMES_WALLET, unit=OF_ALL, lot=Lot("right")) == 0
    publish(
        LIMITS.replace("version = 1", "version = 3").replace("count = 50", "count = 20"), "2025-01-03 00:00", "chen"
    )
    assert desk.balance(OFFICE, wallet=PROGRAMMES_WALLET, unit=OF_ALL, lot=Lot("right")) == 5
    desk.check()
