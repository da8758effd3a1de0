"""Which tier a till shows a member in, and how far the next one is, by what the directory says of them."""

from collections.abc import Mapping

from app.domain.ids import TierId
from app.domain.programme.model import Programme, Tier
from app.domain.programme.progress import IDENTIFIED, TierProgress, progress_of, ways_to
from app.domain.programme.scene import Moment, Person, Scene

__all__ = ["IDENTIFIED", "TierProgress", "progress", "tier_of"]


def tier_of(programme: Programme, recorded: TierId | None, measures: Mapping[str, int]) -> Tier | None:
    """The higher of the tier head office recorded and the one the measures reach; None without tiers."""
    reached = programme.tier(recorded)
    order = [tier for tier in programme.tiers if not tier.bought]
    above = order[order.index(reached) + 1 :] if reached in order else order if reached is None else []
    for tier in above:
        if tier.enter is None or () in ways_to(tier.enter, _scene(programme, reached, measures), programme):
            reached = tier
    return reached


def progress(programme: Programme, current: Tier | None, measures: Mapping[str, int]) -> TierProgress | None:
    """The next tier above `current` with what is missing; None at the top."""
    return progress_of(programme, _scene(programme, current, measures), current.ladder if current else "main")


def _scene(programme: Programme, current: Tier | None, measures: Mapping[str, int]) -> Scene:
    # Only what is measured counts here: the day is the programme's own.
    person = Person(tiers=frozenset({current.tier_id}) if current else frozenset(), measures=measures)
    return Scene(Moment(programme.effective_from), person)
