"""What a programme adds to the picture of a member: declared fields, segments, calendars, merchants."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Id, IsoDate, Names, Rate, part
from app.domain.programme.model.conditions import Condition


@part
class MemberField:
    """A field of the member's file that this shop keeps."""

    id: Id
    names: Names
    type: Literal["text", "choice", "number", "date", "yes_no"] = "text"
    choices: tuple[str, ...] = ()
    of: Literal["member", "pet"] = "member"
    sealed: bool = False


@part
class Segment:
    """A named group of members by rule."""

    id: Id
    names: Names
    when: Condition


@part
class Calendar:
    """Public holidays as days."""

    id: Id
    days: Annotated[frozenset[IsoDate], NOT_EMPTY]


@part
class Partner:
    """A merchant that shares the wallet; `settles` is the rate at which what it takes is settled."""

    id: Id
    names: Names
    settles_basis_points: Rate = 10_000
