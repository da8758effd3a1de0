"""What a sale says of a birthday decides every condition as the birthday itself does, and is not the birthday."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.sale.birth import Birth, birth_of, birthday_like

DAYS = st.dates(date(2023, 12, 1), date(2029, 1, 31))
BIRTHDAYS = st.dates(date(1920, 1, 1), date(2023, 11, 30)) | st.sampled_from([date(1992, 2, 29), date(2000, 2, 29)])


@given(birthday=BIRTHDAYS, day=DAYS)
def test_of_the_date_like_it_the_same_can_be_said(birthday: date, day: date) -> None:
    birth = birth_of(birthday.isoformat(), day.isoformat())
    assert birth is not None
    assert birth_of(birthday_like(birth, day.isoformat()), day.isoformat()) == birth


def test_who_was_born_in_other_months_looks_alike() -> None:
    births = {birth_of(f"1990-{month:02}-14", "2026-11-22") for month in range(1, 11)}
    assert births == {Birth(36)}


def test_a_birthday_is_said_as_far_as_conditions_ask() -> None:
    assert birth_of("1990-11-22", "2026-11-22") == Birth(36, ("day", "week", "month"))
    assert birth_of("1990-11-25", "2026-11-22") == Birth(35, ("week", "month"))
    assert birth_of("1990-12-01", "2026-11-29") == Birth(35, ("week",))
    assert birth_of("1990-11-01", "2026-11-22") == Birth(36, ("month",))
    assert birth_of("", "2026-11-22") is None


def test_what_cannot_be_is_no_birthday() -> None:
    assert birthday_like(None, "2026-11-22") == ""
    assert birthday_like(Birth(36, ("day",)), "2026-11-22") == ""
    assert birthday_like(Birth(-9_000), "2026-11-22") == birthday_like(Birth(9_000), "2026-11-22") == ""
