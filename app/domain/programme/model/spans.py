"""How long something lasts and how often it may be had."""

from typing import Literal

from app.domain.programme.declare import Count, IsoDate, Whole, part

Period = Literal["life", "year", "quarter", "month", "week", "day", "birthday_month", "birthday_day"]


@part
class Lasting:
    """So long from the day it begins; nothing said = for ever. `to_end_of` then rounds up to the end of that period.

    `until` is a fixed last day. Example: years = 1, to_end_of = "year" = to 31 December of next year.
    """

    days: Whole = 0
    """So many days."""
    months: Whole = 0
    """So many months."""
    years: Whole = 0
    """So many years."""
    to_end_of: Literal["", "month", "quarter", "year"] = ""
    """Then up to the end of the month, quarter or year."""
    starts: IsoDate | Literal[""] = ""
    """Not usable before this day."""
    until: IsoDate | Literal[""] = ""
    """The last day."""


FOR_EVER = Lasting()


@part
class Limit:
    """At most `count` times in each `per` period, for one member or for all together.

    It is a counted right: a till uses it only where it holds a lease of it (`rights.right_of`).
    """

    count: Count
    """How many times."""
    per: Period = "life"
    """In each of these."""
    of: Literal["member", "all"] = "member"
    """Each member, or all together."""
