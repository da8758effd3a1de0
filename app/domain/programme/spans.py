"""Days: when something that lasts so long ends, and which period a day belongs to."""

import calendar
from datetime import date, timedelta

from app.domain.programme.model.spans import Lasting, Period

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def last_day(lasting: Lasting, day: str) -> str:
    """The last day (ISO) of what begins on the ISO date `day`; empty where it never ends."""
    if lasting.until:
        return lasting.until
    months = lasting.years * 12 + lasting.months
    if not (months or lasting.days):
        return end_of_period(lasting.to_end_of, day) if lasting.to_end_of else ""
    after = add_days(add_months(day, months), lasting.days)
    if lasting.to_end_of:
        return end_of_period(lasting.to_end_of, after)
    return add_days(after, -1)


def add_months(day: str, months: int) -> str:
    """The same day so many months later (earlier when negative), or the last day of that month."""
    start = date.fromisoformat(day)
    years, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(years, month + 1, min(start.day, calendar.monthrange(years, month + 1)[1])).isoformat()


def add_days(day: str, days: int) -> str:
    """So many days later (earlier when negative)."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def days_between(first: str, later: str) -> int:
    """How many days `later` is after `first`."""
    return (date.fromisoformat(later) - date.fromisoformat(first)).days


def start_of_period(period: str, day: str) -> str:
    """The first day of the calendar month, quarter or year in which `day` lies."""
    months = _MONTHS_OF[period]
    month = (int(day[5:7]) - 1) // months * months + 1
    return f"{day[:4]}-{month:02d}-01"


def end_of_period(period: str, day: str) -> str:
    """The last day of the calendar month, quarter or year in which `day` lies."""
    return add_days(add_months(start_of_period(period, day), _MONTHS_OF[period]), -1)


def period_key(period: Period, day: str) -> str:
    """The name of the period in which `day` lies, for counting: 2026, 2026Q2, 2026-05, 2026W20, 2026-05-17."""
    if period == "life":
        return ""
    if period in ("year", "birthday_month", "birthday_day"):
        return day[:4]
    if period == "quarter":
        return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"
    if period == "month":
        return day[:7]
    if period == "week":
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year}W{week:02d}"
    return day
