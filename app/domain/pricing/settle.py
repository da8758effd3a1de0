"""Settles a plan under which nothing but sums by section counts: the least of all sums that can be had, to the cent."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.domain.pricing.graph import Edge, Graph, Weights
from app.domain.pricing.plans import SCALE, Plan
from app.domain.pricing.reach import Reach, Sections, bits_from
from app.domain.pricing.sums import SumOffer

_MOST_LOOKED_AT = 2_000


class Step(NamedTuple):
    """A use of the plan: on which sections, and which of the uses before took goods of these."""

    offer: SumOffer
    times: int
    sections: tuple[int, ...]
    before: tuple[int, ...]


class Settler:
    """Keeps what the ways of each graph come to: plans that cut the goods alike share it."""

    def __init__(self, sums: Sequence[SumOffer], better: Callable[[Sequence[Edge], Plan], int]) -> None:
        self._sums, self._better = sums, better
        self._known: dict[tuple[Graph, Sections], Reach] = {}

    def settle(self, plan: Plan, weights: Weights, best_minor: int) -> bool:
        """Whether all ways under the plan are known; each that comes to less than the best is told as the better."""
        if not (plan.is_exact and all(use.is_even for use in plan.uses)):
            return False
        sections = _sections(plan, weights)
        key = (plan.graph, sections)
        if key not in self._known:
            self._known[key] = Reach(*key)
        reach = self._known[key]
        if not reach.is_whole:
            return False
        steps = self._steps(plan, sections)
        one_of = [sections.of.index(section) for section in range(reach.count)]
        left = _MOST_LOOKED_AT
        for others, bits in reach.sums():
            sums, undo = [*others[::2]], others[1::2]
            by_section = [(weights.price[kind], weights.undo[kind]) for kind in one_of]
            first = self._first(plan, reach, one_of, sums, undo)
            for place in bits_from(bits, first - reach.low):
                sums[reach.main] = reach.low + place
                weight = sum([w * s + v * u for (w, v), s, u in zip(by_section, sums, undo, strict=True)])
                if weight > (best_minor - 1) * SCALE + plan.constant:
                    break
                left -= 1
                if left < 0:
                    return False
                total = _total(steps, sums, undo)
                if total is None or total >= best_minor:
                    continue
                before, best_minor = best_minor, self._better(reach.way_to(others, sums[reach.main]), plan)
                # Another way to the same sums may be allowed where this one is not.
                if best_minor == before:
                    return False
        return True

    def _steps(self, plan: Plan, sections: Sections) -> list[Step]:
        steps: list[Step] = []
        for number, use in enumerate(plan.uses):
            mine = tuple(sorted({sections.of[kind] for kind in use.kinds}))
            before = tuple(at for at, each in enumerate(plan.uses[:number]) if each.kinds & use.kinds)
            steps.append(Step(self._sums[use.number], use.level.times, mine, before))
        return steps

    @staticmethod
    def _first(plan: Plan, reach: Reach, one_of: Sequence[int], sums: Sequence[int], undo: Sequence[int]) -> int:
        """The least sum of the main section with which all needs can be met."""
        first = 0
        for need in plan.needs:
            by = need.weights.price[one_of[reach.main]]
            if by <= 0:
                continue
            have = sum(
                need.weights.price[kind] * (0 if section == reach.main else sums[section])
                + need.weights.undo[kind] * undo[section]
                for section, kind in enumerate(one_of)
            )
            first = max(first, -(-(need.at_least - have) // by))
        return first


def _sections(plan: Plan, weights: Weights) -> Sections:
    taken: dict[tuple[int, ...], int] = {}
    of = tuple([taken.setdefault(line.taken, len(taken)) for line in plan.lines])
    return Sections(of, tuple([weight != 0 for weight in weights.undo]))


def _total(steps: Sequence[Step], sums: Sequence[int], undo: Sequence[int]) -> int | None:
    """What all goods come to; None where an offer of the plan takes nothing off."""
    prices, back, offs = [*sums], [*undo], list[int]()
    for step in steps:
        if not step.offer.live.offer.on_tier_price:
            for section in step.sections:
                prices[section], back[section] = prices[section] + back[section], 0
        base = sum([prices[section] for section in step.sections]) - sum([offs[each] for each in step.before])
        off = step.offer.off(base, base, step.times)
        if off <= 0:
            return None
        offs.append(off)
    return sum(prices) - sum(offs)
