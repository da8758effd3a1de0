"""What a programme adds to the picture of a member: declared fields, segments, calendars, merchants."""

from typing import Annotated, Literal

from app.domain.programme.declare import NOT_EMPTY, Id, IsoDate, Names, Rate, part
from app.domain.programme.model.conditions import Condition


@part
class ChoiceName:
    """What one value of a field is called."""

    id: str
    """The value."""
    names: Names
    """What members and cashiers read."""


@part
class MemberField:
    """A field of the member's file that this shop keeps."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    type: Literal["text", "choice", "number", "date", "yes_no"] = "text"
    """What kind of value."""
    choices: tuple[str, ...] = ()
    """With `choice`: the values there are."""
    choice_names: tuple[ChoiceName, ...] = ()
    """What they are called; one without a name is read as it stands."""
    of: Literal["member", "pet"] = "member"
    """Whether the member has it or each pet."""
    sealed: bool = False
    """Kept so that only head office can read it."""

    def names_of(self, value: str) -> Names:
        """What a value is called: as declared, or as it stands."""
        return next((each.names for each in self.choice_names if each.id == value), {"": value})


@part
class Segment:
    """A named group of members by rule."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    when: Condition
    """Who belongs to it."""


@part
class Calendar:
    """Public holidays as days."""

    id: Id
    """The name other parts refer to it by."""
    days: Annotated[frozenset[IsoDate], NOT_EMPTY]
    """The days."""


@part
class Partner:
    """A merchant that shares the wallet; `settles` is the rate at which what it takes is settled."""

    id: Id
    """The name other parts refer to it by."""
    names: Names
    """What members and cashiers read."""
    settles_basis_points: Rate = 10_000
    """What one yuan of value, taken here and issued elsewhere, is settled at."""
