"""Counting the drawer note by note; nothing here knows what should be in it."""

from collections.abc import Mapping

# Notes and coins of the renminbi in minor units, as they lie in a drawer from left to right.
DENOMINATIONS: Mapping[str, tuple[int, ...]] = {
    "CNY": (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10),
}


def denominations(currency: str) -> tuple[int, ...]:
    """The notes and coins of a currency, largest first; empty where only a sum can be typed."""
    return DENOMINATIONS.get(currency, ())


def counted(pieces: Mapping[int, int]) -> int:
    """The sum of so many pieces of each denomination (minor units)."""
    return sum(denomination * count for denomination, count in pieces.items())
