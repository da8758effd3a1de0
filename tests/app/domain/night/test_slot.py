"""Each till has its own minute of the window, and knows which night is the latest."""

import pytest

from app.domain.night.slot import minute_of, minutes_until, night_of


def test_slots_lie_in_the_window_and_are_spread_over_it() -> None:
    minutes = [minute_of(f"T{number:03d}", "02:00", 120) for number in range(500)]
    assert min(minutes) >= 120
    assert max(minutes) < 240
    assert len(set(minutes)) > 100
    assert minute_of("T001", "02:00", 120) == minute_of("T001", "02:00", 120)


def test_a_window_may_go_over_midnight_and_be_of_no_length() -> None:
    assert all(minute >= 23 * 60 or minute < 60 for minute in (minute_of(f"T{n}", "23:00", 120) for n in range(100)))
    assert minute_of("T001", "02:30", 0) == 150


@pytest.mark.parametrize(
    ("now", "night", "until"),
    [
        ("2026-11-22 02:59", "2026-11-21", 1),
        ("2026-11-22 03:00", "2026-11-22", 0),
        ("2026-11-22 23:59", "2026-11-22", 181),
        ("2026-03-01 00:00", "2026-02-28", 180),
    ],
)
def test_a_night_is_named_by_the_day_on_which_its_slot_began(now: str, night: str, until: int) -> None:
    assert night_of(now, 180) == night
    assert minutes_until(now, 180) == until
