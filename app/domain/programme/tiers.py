"""Which tier a till shows a member in, by what the directory says of them."""

from collections.abc import Mapping
from dataclasses import replace

from app.domain.ids import TierId
from app.domain.programme.conditions import holds
from app.domain.programme.model import Programme, Tier
from app.domain.programme.scene import Moment, Person, Scene

__all__ = ["tier_of"]


def tier_of(
    programme: Programme, recorded: TierId | None, person: Person, told: Mapping[str, int] | None = None
) -> Tier | None:
    """The higher of the tier head office recorded and the one this person's measures reach; None without tiers.

    `told` are the measures that head office itself had when it said so: what they reach and it did not give, such as
    after a fall, this till does not give either. Only the recorded tier's ladder is climbed, or the first one.
    """
    reached = programme.tier(recorded)
    ladder = reached.ladder if reached else programme.tiers[0].ladder if programme.tiers else ""
    order = [tier for tier in programme.tiers if tier.ladder == ladder and not tier.bought]
    above = order[order.index(reached) + 1 :] if reached in order else order if reached is None else []
    scene = _scene(programme, reached, person) if above else None
    for tier in above:
        if tier.holders and person.kind not in tier.holders:
            continue
        if tier.enter is None or (scene and holds(tier.enter, scene, programme)):
            if recorded and told is not None and _fits(programme, tier, replace(person, measures=told)):
                break
            reached, scene = tier, _scene(programme, tier, person)
    return reached


def _fits(programme: Programme, tier: Tier, person: Person) -> bool:
    """Whether head office could have given it by what it knew."""
    return tier.enter is None or holds(tier.enter, _scene(programme, None, person), programme)


def _scene(programme: Programme, current: Tier | None, person: Person) -> Scene:
    # Only what is measured counts here: the day is the programme's own.
    tiers = frozenset({current.tier_id}) if current else frozenset()
    return Scene(Moment(programme.effective_from), replace(person, tiers=tiers))
