"""A member's life in a few words, for tests."""

from app.domain.programme.lifecycle.facts import Bought, Fact, Joined, Paid, SoldLine
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment

JOINED_ON = "2026-01-15"


def sale(number: str, day: str, net_minor: int, list_minor: int = 0, kind: str = "cash") -> Bought:
    """A purchase of one line paid with one kind."""
    lines = (SoldLine("p", list_minor or net_minor, net_minor),)
    return Bought(number, Moment(day), lines, (Paid(kind, net_minor),))


def lived(programme: Programme, *facts: Fact, birthday: str = "1990-06-15", until: str = "") -> Standing:
    """The standing after joining and these facts, every night between them (and up to `until`) worked."""
    standing = Standing(birthday=birthday)
    for fact in (Joined("join", Moment(JOINED_ON)), *facts):
        if standing.nights_through:
            standing, _ = nights(programme, standing, fact.moment.day)
        standing = standing.after(react(programme, standing, fact), fact)
    return nights(programme, standing, until)[0] if until else standing
