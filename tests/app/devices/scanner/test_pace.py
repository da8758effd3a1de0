"""How late the next key may come, by how the ones before it came."""

import pytest

from app.devices.scanner.pace import Pace

QUICK_MS = 50


def pace(*gaps_ms: int, down_ms: int) -> Pace:
    """After a first key and one more after each gap, each down for so long."""
    made, now = Pace(QUICK_MS), 0.0
    for gap_ms in (0, *gaps_ms):
        now += gap_ms
        made.press(now)
        made.release(now + down_ms)
    return made


@pytest.mark.parametrize(
    ("gaps_ms", "down_ms", "patience_ms"),
    [
        ((), 70, QUICK_MS),  # a finger
        ((), 20, 150),  # no finger, or one on the screen
        ((30,), 70, QUICK_MS),  # two fingers that rolled
        ((30, 30), 70, 150),  # three do not
        ((30, 30), 5, 400),  # a scanner, and nothing else
        ((200, 200), 5, QUICK_MS),  # one tap after the other on the screen
    ],
)
def test_what_no_finger_does_is_waited_for(gaps_ms: tuple[int, ...], down_ms: int, patience_ms: int) -> None:
    assert pace(*gaps_ms, down_ms=down_ms).patience_ms == patience_ms


def test_a_gap_that_the_shop_allows_is_never_cut() -> None:
    slow = Pace(500)
    slow.press(0)
    slow.release(1)
    assert slow.patience_ms == 500


def test_as_many_quick_gaps_as_slow_ones_are_a_scanners() -> None:
    assert pace(5, 90, 5, 90, down_ms=2).is_scanners
    assert not pace(5, 90, 90, down_ms=2).is_scanners


def test_beginning_anew_forgets() -> None:
    made = pace(5, 5, 5, down_ms=2)
    made.begin_anew()
    assert made.patience_ms == QUICK_MS
    assert made.is_scanners
