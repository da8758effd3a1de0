"""Goes through all ways of a graph under one plan that could still come to less than the best found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.pricing.graph import FAR, Edge, Weights, weight_of
from app.domain.pricing.plans import SCALE, Need, Plan

PRICE_STEPS = 256
"""In so many steps a price is put on a need."""

Path = tuple["Path", Edge] | None
"""The edges so far, backwards."""


class State(NamedTuple):
    """One way through some layers: its weight, with prices on needs too, what it weighs for each need, its sums.

    `seen` numbers what later steps see of its pieces, one by one, where sums do not tell all.
    """

    weight: int
    priced: int
    met: tuple[int, ...]
    sums: tuple[int, ...]
    seen: int
    uses: int
    path: Path


@dataclass(frozen=True, slots=True)
class Watched:
    """A need that not every way meets: what the rest of a way weighs for it at least and at most (as a negative)."""

    need: Need
    least: Sequence[Sequence[int]]
    most: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Price:
    """A price on a need, in steps, the weights with it and what they leave to go; `bound` in the plan's own weights."""

    need: Need
    step: int
    weights: Weights
    least: Sequence[Sequence[int]]
    bound: int


class Walk:
    """Goes from layer to layer with all states that could still beat the best."""

    def __init__(
        self,
        plan: Plan,
        weights: Weights,
        least: Sequence[Sequence[int]],
        watched: Sequence[Watched],
        price: Price | None,
    ) -> None:
        self._graph, self._plan, self._weights, self._least = plan.graph, plan, weights, least
        self._watched = watched
        self._price = price if price and price.step else None
        self._sections = self._number_sections() if plan.shares else ()
        # Of what sums tell no more is kept; a set that must not cost more than its pieces is known by its pieces.
        shared = range(len(plan.graph.shared)) if plan.is_exact else range(0)
        self._told = frozenset(shared if plan.graph.is_plain else shared[:1])
        self._histories: dict[tuple[object, ...], int] = {}

    def start(self) -> State:
        """Before the first piece."""
        sums = (0,) * (2 * (max(self._sections) + 1)) if self._sections else ()
        return State(0, 0, (0,) * len(self._watched), sums, 0, 0, None)

    def on(
        self, number: int, states: dict[int, list[State]], best_minor: int, most: int
    ) -> tuple[dict[int, list[State]], int]:
        """The states after one more layer, and how many were made."""
        after: dict[int, dict[tuple[object, ...], State]] = {}
        made = 0
        for edge in self._graph.layers[number]:
            here = states.get(edge.start)
            if here and made <= most:
                made += len(here)
                self._along(edge, number, here, best_minor, after.setdefault(edge.end, {}))
        kept = {node: list(found.values()) for node, found in after.items() if found}
        if self._sections and self._told:
            kept = {node: self._thinned(found) for node, found in kept.items()}
        return kept, made

    def _along(
        self, edge: Edge, number: int, states: Sequence[State], best_minor: int, found: dict[tuple[object, ...], State]
    ) -> None:
        """The states here and one more edge, those that could still beat the best."""
        weight, room = weight_of(edge, self._weights), (best_minor - 1) * SCALE + self._plan.constant
        left = room - weight - self._least[number + 1][edge.end]
        price, priced, left_priced = self._price, 0, 0
        if price:
            priced = weight_of(edge, price.weights)
            rest = priced + price.least[number + 1][edge.end]
            left_priced = room * PRICE_STEPS - price.step * price.need.at_least - rest
        bars = self._bars(edge, number)
        is_told = edge.shared in self._told
        for before, before_priced, had, had_sums, had_seen, used, path in states:
            if before > left or before_priced > left_priced:
                continue
            met = _met(had, bars) if bars else had
            if met is None:
                continue
            sums = self._summed(had_sums, edge) if had_sums else had_sums
            seen = had_seen if is_told else self._history(had_seen, edge)
            # The first of the sums follows from the weight where the others are the same.
            key = (met, sums[1:], seen)
            known = found.get(key)
            now, uses = before + weight, used + edge.uses
            if known is None or (now, uses) < (known.weight, known.uses):
                found[key] = State(now, before_priced + priced, met, sums, seen, uses, (path, edge))

    def _thinned(self, states: list[State]) -> list[State]:
        """Without those that are heavier than another by more than all shares together can be rounded."""
        lightest: dict[tuple[object, ...], int] = {}
        for state in states:
            key = (state.met, state.seen)
            lightest[key] = min(state.weight, lightest.get(key, state.weight))
        spread = self._plan.shares * SCALE
        return [state for state in states if state.weight <= lightest[state.met, state.seen] + spread]

    def narrowed(self, states: dict[int, list[State]], width: int) -> dict[int, list[State]]:
        """So many states of each node, the most promising ones."""
        return {
            node: sorted(found, key=lambda state: (state.priced, state.weight, state.uses))[:width]
            for node, found in states.items()
        }

    def _bars(self, edge: Edge, number: int) -> list[tuple[int, int, int]]:
        """For each need: below what it cannot be met any more, from what on it is for certain, what the edge adds."""
        bars: list[tuple[int, int, int]] = []
        for each in self._watched:
            plus = weight_of(edge, each.need.weights)
            missing = each.need.at_least - plus
            bars.append((missing + each.most[number + 1][edge.end], missing - each.least[number + 1][edge.end], plus))
        return bars

    def _history(self, before: int, edge: Edge) -> int:
        """A number for the pieces so far: two ways of the same number come to the same, whatever follows."""
        option = edge.option if edge.shared else ()
        key = (before, edge.price, edge.undo, edge.kind, option)
        return self._histories.setdefault(key, len(self._histories) + 1)

    def _number_sections(self) -> tuple[int, ...]:
        """By kind, the number of its section: the kinds that the same offers take."""
        taken = [section for section, _ in Counter(line.taken for line in self._plan.lines).most_common()]
        return tuple(taken.index(line.taken) for line in self._plan.lines)

    def _summed(self, sums: tuple[int, ...], edge: Edge) -> tuple[int, ...]:
        at = 2 * self._sections[edge.kind]
        undo = edge.undo if self._weights.undo[edge.kind] else 0
        return (*sums[:at], sums[at] + edge.price + edge.besides, sums[at + 1] + undo, *sums[at + 2 :])


def _met(before: tuple[int, ...], bars: Sequence[tuple[int, int, int]]) -> tuple[int, ...] | None:
    """What the way weighs for each need now; FAR once it is met for certain, None where it cannot be any more."""
    met: list[int] = []
    for have, (least, sure, plus) in zip(before, bars, strict=True):
        if have < least:
            return None
        met.append(FAR if have >= sure else have + plus)
    return tuple(met)


def edges_of(path: Path) -> list[Edge]:
    edges: list[Edge] = []
    while path:
        path, edge = path
        edges.append(edge)
    edges.reverse()
    return edges
