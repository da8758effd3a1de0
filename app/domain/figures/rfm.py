"""Recency, frequency and monetary in five bands each: 125 cells, and the named groups that a shop speaks of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

BANDS = 5


class Group(StrEnum):
    """What a cell is called: by whether its three bands are high (4, 5) or not."""

    CHAMPION = "champion"
    LOYAL = "loyal"
    BIG_SPENDER = "big_spender"
    NEW = "new"
    KEEP = "keep"
    WIN_BACK = "win_back"
    WAKE_UP = "wake_up"
    LOST = "lost"


_GROUPS = {
    (True, True, True): Group.CHAMPION,
    (True, True, False): Group.LOYAL,
    (True, False, True): Group.BIG_SPENDER,
    (True, False, False): Group.NEW,
    (False, True, True): Group.KEEP,
    (False, True, False): Group.WAKE_UP,
    (False, False, True): Group.WIN_BACK,
    (False, False, False): Group.LOST,
}


@dataclass(frozen=True, slots=True)
class Habits:
    """One member: days since the last purchase, purchases, and spend (minor units)."""

    recency_days: int
    orders: int
    spend_minor: int


def cells(members: Iterable[Habits]) -> Mapping[tuple[int, int, int], int]:
    """How many members lie in each cell (1 to 5 each, 5 is best); members of equal figures share a band."""
    everyone = list(members)
    recency = _band([-each.recency_days for each in everyone])
    orders = _band([each.orders for each in everyone])
    spend = _band([each.spend_minor for each in everyone])
    return Counter((recency[-each.recency_days], orders[each.orders], spend[each.spend_minor]) for each in everyone)


def groups(counts: Mapping[tuple[int, int, int], int]) -> Mapping[Group, int]:
    """The cells by their names."""
    named: Counter[Group] = Counter()
    for (recency, orders, spend), count in counts.items():
        named[_GROUPS[recency > 3, orders > 3, spend > 3]] += count
    return named


def _band(values: list[int]) -> Mapping[int, int]:
    """Each value's band: fifths of the members in order, the first place of a value deciding for all who share it."""
    ordered = sorted(values)
    places: dict[int, int] = {}
    for place, value in enumerate(ordered):
        places.setdefault(value, 1 + place * BANDS // len(ordered))
    return places
