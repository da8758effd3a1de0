"""What a condition is judged by: who, when, where, and what lies in the basket."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.ids import TierId


@dataclass(frozen=True, slots=True)
class Person:
    """A member as conditions see them: tiers on every ladder, declared measures by id (money in minor units).

    `birthday` is an ISO date or empty; `kind` person or company; `coupons` are the ids of coupons held.
    """

    tiers: frozenset[TierId] = frozenset()
    joined_on: str = ""
    birthday: str = ""
    kind: str = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, int] = field(default_factory=dict)
    coupons: frozenset[str] = frozenset()
    has_bought: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """When and where: the ISO date, the wall-clock time "HH:MM" of the shop, the shop and the channel."""

    day: str
    time: str = "12:00"
    shop: str = ""
    channel: str = "shop"


def moment_at(local_time: str, shop: str = "", channel: str = "shop") -> Moment:
    """The moment of a wall clock that reads `YYYY-MM-DD HH:MM:SS` in the shop's zone."""
    return Moment(local_time[:10], local_time[11:16], shop, channel)


@dataclass(frozen=True, slots=True)
class Scene:
    """One judgement: a person (None = nobody is known), a moment, and the sum of the goods in the basket."""

    moment: Moment
    person: Person | None = None
    basket_minor: int = 0
