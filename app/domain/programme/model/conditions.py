"""To whom, when and where something applies."""

from typing import Literal

from app.domain.programme.declare import Amount, ClockTime, IsoDate, MonthDay, Threshold, Whole, Words, part

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Channel = Literal["shop", "online"]


@part
class Dates:
    """From the first to the last day, both included; without a day it is open on that side."""

    first: IsoDate | Literal[""] = ""
    last: IsoDate | Literal[""] = ""


@part
class YearDays:
    """The same days every year, both included ("12-25" to "01-02" passes over new year)."""

    first: MonthDay
    last: MonthDay


@part
class Hours:
    """From an hour up to, not including, another (wall clock of the shop)."""

    start: ClockTime
    end: ClockTime


@part
class MeasureLine:
    """A declared measure reaches `at_least` and stays `below`: amounts in quotes, counts without."""

    measure: str
    at_least: Threshold | None = None
    below: Threshold | None = None


@part
class Age:
    """The member's age in full years on the day; who told no birthday is not included."""

    at_least: Whole = 0
    below: Whole = 200


@part
class Condition:
    """Everything that is said here must hold; an empty condition always holds. `any`, `all` and `none` nest."""

    # Who.
    members: bool | None = None
    tiers: Words = frozenset()
    tier_at_least: str = ""
    new_member: bool | None = None
    kinds: frozenset[Literal["person", "company"]] = frozenset()
    genders: frozenset[Literal["female", "male", "other"]] = frozenset()
    age: Age | None = None
    identified: bool | None = None
    tags: Words = frozenset()
    segments: Words = frozenset()
    fields: tuple["FieldIs", ...] = ()
    measures: tuple[MeasureLine, ...] = ()
    birthday: Literal["day", "week", "month"] | None = None
    has_coupon: str = ""
    # When.
    dates: tuple[Dates, ...] = ()
    every_year: tuple[YearDays, ...] = ()
    weekdays: frozenset[Weekday] = frozenset()
    days_of_month: frozenset[int] = frozenset()
    hours: tuple[Hours, ...] = ()
    holidays: bool | None = None
    # Where.
    shops: Words = frozenset()
    channels: frozenset[Channel] = frozenset()
    # The basket.
    basket_at_least_minor: Amount = 0
    # Together.
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()
    none: tuple["Condition", ...] = ()


@part
class FieldIs:
    """A field that the programme declares has one of these values."""

    field: str
    values: Words


ALWAYS = Condition()
