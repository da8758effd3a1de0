"""Dates of GS1: two digits of the year. Source: GS1 General Specifications 7.12 (which century is meant)."""

import calendar


def day_of(digits: str, today: str) -> str:
    """YYMMDD as an ISO date; of `today` (ISO too) it takes the nearest century. Day 00 is the month's last day."""
    this_year = int(today[:4])
    century = this_year - this_year % 100
    year = century + int(digits[:2])
    if year - this_year > 50:
        year -= 100
    elif this_year - year >= 50:
        year += 100
    month, day = int(digits[2:4]), int(digits[4:6])
    last = calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(day, last) if day else last:02d}"
