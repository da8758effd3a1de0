"""What this till's own sales, of which head office has not spoken yet, add to a member's measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.programme.model import ALL_GOODS, Measure, Programme


@dataclass(frozen=True, slots=True)
class Visit:
    """A purchase here: its business day, what was paid with each tender kind, what of it came back (minor units)."""

    day: str
    paid: Mapping[str, int]
    refunded_minor: int = 0

    @property
    def total_minor(self) -> int:
        """What was paid."""
        return sum(self.paid.values())


@dataclass(frozen=True, slots=True)
class Visits:
    """All of them; `given_back_minor` came back since of what head office knew as bought."""

    visits: Sequence[Visit] = ()
    given_back_minor: int = 0


def added_to_measures(programme: Programme, since: Visits) -> Mapping[str, int]:
    """By measure; of what counts only certain goods or channels, and of all else, head office speaks alone."""
    kinds = frozenset(kind.id for kind in programme.tender_kinds if kind.counts)
    kept = [visit for visit in since.visits if visit.refunded_minor < visit.total_minor or not visit.total_minor]
    spend = sum(_counted(visit, kinds) for visit in kept) - since.given_back_minor
    added = {"spend": spend, "orders": len(kept), "order_days": len({visit.day for visit in kept})}
    return {
        measure.id: added[measure.of]
        for measure in programme.measures
        if measure.of in added and added[measure.of] and _is_of_everything(measure)
    }


def _counted(visit: Visit, kinds: frozenset[str]) -> int:
    counted = sum(amount for kind, amount in visit.paid.items() if kind in kinds)
    left = visit.total_minor - visit.refunded_minor
    return counted * left // visit.total_minor if visit.total_minor else 0


def _is_of_everything(measure: Measure) -> bool:
    return measure.goods == ALL_GOODS and (not measure.channels or "shop" in measure.channels)
