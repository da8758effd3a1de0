"""Which tier a member is in, and how far the next one is."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.ids import TierId
from app.domain.programme.model import MeasureLine, Programme, Tier


@dataclass(frozen=True, slots=True)
class TierProgress:
    """The next tier up and the smallest amount of its measure that is missing (money in minor units)."""

    tier: Tier
    measure: str
    missing: int


def tier_of(programme: Programme, recorded: TierId | None, measures: Mapping[str, int]) -> Tier | None:
    """The higher of the tier head office recorded and the one the measures reach; None without tiers."""
    reached = [tier for tier in programme.tiers if _reaches(tier, measures)]
    kept = programme.tier(recorded)
    candidates = reached if kept is None else [*reached, kept]
    order = [tier.tier_id for tier in programme.tiers]
    return max(candidates, key=lambda tier: order.index(tier.tier_id), default=None)


def progress(programme: Programme, current: Tier | None, measures: Mapping[str, int]) -> TierProgress | None:
    """The next tier above `current` with what is missing; None at the top."""
    order = [tier.tier_id for tier in programme.tiers]
    above = programme.tiers[order.index(current.tier_id) + 1 :] if current else programme.tiers
    for tier in above:
        lines = sorted((_missing(line, measures), line.measure) for line in _lines(tier))
        if lines:
            missing, measure = lines[0]
            return TierProgress(tier, measure, missing)
    return None


def _reaches(tier: Tier, measures: Mapping[str, int]) -> bool:
    return not tier.enter or any(_missing(line, measures) == 0 for line in _lines(tier))


def _lines(tier: Tier) -> tuple[MeasureLine, ...]:
    return tier.enter.measures if tier.enter else ()


def _missing(line: MeasureLine, measures: Mapping[str, int]) -> int:
    return max(0, (line.at_least or 0) - measures.get(line.measure, 0))
