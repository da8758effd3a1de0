"""What a price may rest on of a birthday: the age, and whether it is near. The date itself says who somebody is."""

from dataclasses import dataclass

from app.domain.programme.conditions import age_on, is_birthday
from app.domain.programme.spans import add_days

_SPANS = ("day", "week", "month")
# So many days away it is another month, and no week.
_FARTHEST_DAYS = 31
_YEARS = range(1, 10_000)


@dataclass(frozen=True, slots=True)
class Birth:
    """Of a member on a day: full years, and of which spans of `Condition.birthday` it is the birthday."""

    age: int
    near: tuple[str, ...] = ()


def birth_of(birthday: str, day: str) -> Birth | None:
    """What can be said of this birthday on the ISO date `day`; None where it is not known."""
    age = age_on(birthday, day)
    return None if age is None else Birth(age, tuple(span for span in _SPANS if is_birthday(birthday, day, span)))


def birthday_like(birth: Birth | None, day: str) -> str:
    """The date nearest to `day` of which the same can be said: conditions hold of it as of the member's own.

    Empty where nothing is known, and where there is no such date.
    """
    if birth is None:
        return ""
    for distance in range(_FARTHEST_DAYS + 1):
        for days in (distance, -distance):
            of_year = add_days(day, days)[5:]
            year = int(day[:4]) - birth.age - (day[5:] < of_year)
            birthday = f"{year:04}-{of_year}"
            if year in _YEARS and birth_of(birthday, day) == birth:
                return birthday
    return ""
