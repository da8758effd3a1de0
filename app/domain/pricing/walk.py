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
        least = self._least[number + 1]
        limit = (best_minor - 1) * SCALE + self._plan.constant
        price, told = self._price, self._told
        after: dict[int, dict[tuple[object, ...], State]] = {}
        made = 0
        for edge in self._graph.layers[number]:
            here = states.get(edge.start)
            if not here:
                continue
            if made > most:
                break
            weight = weight_of(edge, self._weights)
            priced = weight_of(edge, price.weights) if price else 0
            rest, rest_priced = least[edge.end], price.least[number + 1][edge.end] if price else 0
            room_priced = limit * PRICE_STEPS - price.step * price.need.at_least if price else 0
            more = [weight_of(edge, each.need.weights) for each in self._watched]
            for state in here:
                made += 1
                if state.weight + weight + rest > limit:
                    continue
                if price and state.priced + priced + rest_priced > room_priced:
                    continue
                met = self._met(state.met, more, number, edge.end)
                if met is None:
                    continue
                sums = self._summed(state.sums, edge)
                seen = state.seen if edge.shared in told else self._history(state.seen, edge)
                # The first of the sums follows from the weight where the others are the same.
                key = (met, sums[1:], seen)
                found = after.setdefault(edge.end, {})
                known = found.get(key)
                if known is None or (state.weight + weight, state.uses + edge.uses) < (known.weight, known.uses):
                    found[key] = State(
                        state.weight + weight,
                        state.priced + priced,
                        met,
                        sums,
                        seen,
                        state.uses + edge.uses,
                        (state.path, edge),
                    )
        return {node: self._thinned(list(found.values())) for node, found in after.items()}, made

    def _thinned(self, states: list[State]) -> list[State]:
        """Without those that are heavier than another by more than all shares together can be rounded."""
        if not self._sections or not self._told:
            return states
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

    def _met(self, before: tuple[int, ...], more: Sequence[int], number: int, node: int) -> tuple[int, ...] | None:
        """What the way weighs for each need now; FAR once it is met for certain, None where it cannot be any more."""
        met: list[int] = []
        for watched, have, plus in zip(self._watched, before, more, strict=True):
            weight, at_least = have + plus, watched.need.at_least
            if weight - watched.most[number + 1][node] < at_least:
                return None
            met.append(FAR if have == FAR or weight + watched.least[number + 1][node] >= at_least else weight)
        return tuple(met)

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
        if not sums:
            return sums
        kind = next(iter(self._graph.shared[edge.shared]), edge.kind) if edge.besides and not edge.price else edge.kind
        at = 2 * self._sections[kind]
        undo = edge.undo if self._weights.undo[edge.kind] else 0
        return (*sums[:at], sums[at] + edge.price + edge.besides, sums[at + 1] + undo, *sums[at + 2 :])


def edges_of(path: Path) -> list[Edge]:
    edges: list[Edge] = []
    while path:
        path, edge = path
        edges.append(edge)
    edges.reverse()
    return edges
