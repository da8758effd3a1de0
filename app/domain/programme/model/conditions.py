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
    """First day."""
    last: IsoDate | Literal[""] = ""
    """Last day."""


@part
class YearDays:
    """The same days every year, both included ("12-25" to "01-02" passes over new year)."""

    first: MonthDay
    """First day."""
    last: MonthDay
    """Last day."""


@part
class Hours:
    """From an hour up to, not including, another (wall clock of the shop)."""

    start: ClockTime
    """From this time."""
    end: ClockTime
    """Up to this time."""


@part
class MeasureLine:
    """A declared measure reaches `at_least` and stays `below`: amounts in quotes, counts without."""

    measure: str
    """Which measure."""
    at_least: Threshold | None = None
    """From this value on."""
    below: Threshold | None = None
    """Under this value."""


@part
class Age:
    """The member's age in full years on the day; who told no birthday is not included."""

    at_least: Whole = 0
    """From this age on."""
    below: Whole = 200
    """Younger than this."""


@part
class Condition:
    """Everything that is said here must hold; an empty condition always holds. `any`, `all` and `none` nest."""

    # Who.
    members: bool | None = None
    """true = members only, false = only who is no member."""
    tiers: Words = frozenset()
    """Holds one of these tiers."""
    tier_at_least: str = ""
    """Holds this tier or a higher one of its ladder."""
    access: Words = frozenset()
    """Holds a tier that opens one of these (`benefits.access`)."""
    new_member: bool | None = None
    """true = has bought nothing yet."""
    kinds: frozenset[Literal["person", "company"]] = frozenset()
    """Persons, companies."""
    genders: frozenset[Literal["female", "male", "other"]] = frozenset()
    """One of these."""
    age: Age | None = None
    """Age in full years."""
    identified: bool | None = None
    """The number of the identity card has been checked."""
    tags: Words = frozenset()
    """Carries one of these tags."""
    segments: Words = frozenset()
    """Belongs to one of these segments."""
    fields: tuple["FieldIs", ...] = ()
    """Declared fields have these values."""
    measures: tuple[MeasureLine, ...] = ()
    """Measures lie within these lines."""
    birthday: Literal["day", "week", "month"] | None = None
    """It is the birthday, or its week (three days either side), or its month."""
    has_coupon: str = ""
    """Holds this coupon."""
    # When.
    dates: tuple[Dates, ...] = ()
    """On these days."""
    every_year: tuple[YearDays, ...] = ()
    """On these days of every year."""
    weekdays: frozenset[Weekday] = frozenset()
    """On these days of the week."""
    days_of_month: frozenset[int] = frozenset()
    """On these days of the month (31 does not come in every month)."""
    hours: tuple[Hours, ...] = ()
    """At these times."""
    holidays: bool | None = None
    """true = on a day of the programme's calendars, false = on none."""
    # Where.
    shops: Words = frozenset()
    """In these shops."""
    channels: frozenset[Channel] = frozenset()
    """In the shop, online."""
    # The basket.
    basket_at_least_minor: Amount = 0
    """The goods in the basket come to this."""
    # Together.
    all: tuple["Condition", ...] = ()
    """All of these hold as well."""
    any: tuple["Condition", ...] = ()
    """At least one of these holds."""
    none: tuple["Condition", ...] = ()
    """None of these holds."""


@part
class FieldIs:
    """A field that the programme declares has one of these values."""

    field: str
    """Which field."""
    values: Words
    """One of these values."""


ALWAYS = Condition()
