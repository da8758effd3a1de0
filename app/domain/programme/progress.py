"""How far the next tier is: every way up, and on each way everything that is missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from app.domain.programme.conditions import holds, reaches
from app.domain.programme.model import Condition, Programme, Tier
from app.domain.programme.scene import Scene

IDENTIFIED = "identified"
"""Stands for a measure where what is missing is that the member has shown who they are."""


@dataclass(frozen=True, slots=True)
class Missing:
    """So much of a measure is missing to `at_least` (money in minor units)."""

    measure: str
    missing: int
    at_least: int


Way = tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class TierProgress:
    """The next tier up; any one of the `ways` leads there, and takes everything on it. The shortest way is first."""

    tier: Tier
    ways: tuple[Way, ...]

    @property
    def measure(self) -> str:
        """What the shortest way lacks first."""
        return self.ways[0][0].measure

    @property
    def missing(self) -> int:
        """How much of it."""
        return self.ways[0][0].missing


def progress_of(programme: Programme, scene: Scene, ladder: str = "main") -> TierProgress | None:
    """The next tier on the ladder that this person can come to by what is measured; None at the top."""
    person = scene.person
    tiers = [tier for tier in programme.tiers if tier.ladder == ladder]
    held = max((index for index, tier in enumerate(tiers) if person and tier.tier_id in person.tiers), default=-1)
    for tier in tiers[held + 1 :]:
        if person is None or tier.enter is None or (tier.holders and person.kind not in tier.holders):
            continue
        ways = ways_to(tier.enter, scene, programme)
        if ways and all(ways):
            return TierProgress(tier, tuple(sorted(ways, key=_length)))
    return None


def ways_to(condition: Condition, scene: Scene, programme: Programme) -> list[Way]:
    """Every way to make the condition hold by measures alone; an empty way where it holds, none where there is none."""
    plain = replace(condition, measures=(), identified=None, all=(), any=())
    if not holds(plain, scene, programme):
        return []
    person = scene.person
    own: list[Missing] = []
    for line in condition.measures:
        value = person.measures.get(line.measure, 0) if person else 0
        if line.below is not None and value >= line.below:
            return []
        if not reaches(line, value) and line.at_least is not None:
            own.append(Missing(line.measure, line.at_least - value, line.at_least))
    if condition.identified and not (person and person.identified):
        own.append(Missing(IDENTIFIED, 1, 1))
    choices: list[Sequence[Way]] = [[tuple(own)]]
    choices += [ways_to(each, scene, programme) for each in condition.all]
    if condition.any:
        choices.append([way for each in condition.any for way in ways_to(each, scene, programme)])
    return [tuple(missing for way in ways for missing in way) for ways in product(*choices)]


def _length(way: Way) -> tuple[int, int]:
    """Few things before many, then by the largest share (per mille) that is missing."""
    return len(way), max(1_000 * missing.missing // missing.at_least for missing in way)
