"""The generator's clock."""

from app.cli.demo.clock import DemoClock, midnight_ms


def test_it_stands_still_until_told_and_never_goes_back() -> None:
    clock = DemoClock(1_000)
    clock.advance_to(5_000)
    clock.advance_to(4_000)
    assert (clock.now_ms(), clock.monotonic_ms()) == (5_000, 4_000)


def test_its_zone_is_that_of_the_shop() -> None:
    begin = midnight_ms("2026-11-22")
    clock = DemoClock(begin)
    assert begin == 1_795_276_800_000
    assert clock.local_time(begin) == "2026-11-22 00:00:00"
    assert clock.local_date(begin - 1) == "2026-11-21"
