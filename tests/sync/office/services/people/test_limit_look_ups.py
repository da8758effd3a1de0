"""A till may look up its guests and other tills' receipts, and never a whole register."""

import pytest

from app.domain.ids import TillId
from sync.office.services.errors import LookedUpTooOftenError
from sync.office.services.people.limit_look_ups import MOST_AT_ONCE, ONE_MORE_MS, LimitLookUps
from tests.sync.office.desk import Desk

RULE = ("looked_up_too_often", 0)


def test_who_looks_up_number_after_number_has_to_wait_and_a_person_is_told_once(desk: Desk) -> None:
    desk.newcomer(TillId("T01"))
    limit = LimitLookUps(desk.world)
    for number in range(MOST_AT_ONCE):
        limit("T01", 1, "phone", str(number))
    with pytest.raises(LookedUpTooOftenError) as refused:
        limit("T01", 1, "phone", "x")
    assert refused.value.seconds == ONE_MORE_MS // 1000
    with pytest.raises(LookedUpTooOftenError):
        limit("T01", 1, "receipt", "T09-1-000001")
    limit("T01", 1, "phone", "0")  # asked for just now: a till that waits asks again
    limit("T02", 1, "phone", "x")
    assert desk.rules_broken() == [RULE]
    desk.clock.now += ONE_MORE_MS
    limit("T01", 1, "receipt", "T09-1-000001")
    with pytest.raises(LookedUpTooOftenError):
        limit("T01", 1, "phone", "y")
    assert desk.rules_broken() == [RULE]


def test_a_bucket_never_holds_more_than_at_first_whatever_the_clock_says(desk: Desk) -> None:
    limit = LimitLookUps(desk.world)
    limit("T01", 1, "phone", "0")
    desk.clock.now += 1_000 * ONE_MORE_MS
    for number in range(1, MOST_AT_ONCE + 1):
        limit("T01", 1, "phone", str(number))
    desk.clock.now -= 500 * ONE_MORE_MS
    with pytest.raises(LookedUpTooOftenError):
        limit("T01", 1, "phone", "x")
