"""Every way through the item step, as layers: a node is what offers remember of the pieces so far, an edge one piece.

Built once for a basket; what later steps make of the pieces is put on it as weights and swept through again and again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.pricing.options import Option
from app.domain.pricing.patience import Patience

FAR = 10**40
"""More than any way weighs."""
_TO_MAKE = 8
"""To make an edge takes so many times as long as to go over it."""


class Edge(NamedTuple):
    """One piece of `pile` under `option`. `kind` is the place in `Graph.kinds`, `shared` that in `Graph.shared`.

    `undo` is what the tier price still saves on it; `besides` is paid for several pieces together; `uses` are rights;
    `saved` is what a price of its own saves at most on a piece whose price is settled together with others.
    """

    start: int
    end: int
    price: int
    undo: int
    besides: int
    uses: int
    kind: int
    shared: int
    pile: int
    option: Option
    saved: int = 0


class Shared(NamedTuple):
    """The kinds of goods over which a sum is shared; `saves`: it is what they save together, and so below nothing."""

    kinds: frozenset[int] = frozenset()
    saves: bool = False

    def of(self, weights: Sequence[int], *, least: bool) -> int:
        """What a cent of it weighs at least, or at most, where one of each kind weighs so much."""
        mine = [weights[kind] for kind in self.kinds]
        return (min if least is not self.saves else max)(mine, default=0)


class Weights(NamedTuple):
    """What a cent weighs: of a price and of its undo by kind, of what is paid besides by shared, of what is saved."""

    price: tuple[int, ...]
    undo: tuple[int, ...]
    besides: tuple[int, ...]
    saved: int = 0

    def negative(self) -> "Weights":
        """The same downwards."""
        price, undo, besides = (tuple([-each for each in part]) for part in self[:3])
        return Weights(price, undo, besides, -self.saved)

    def times(self, factor: int) -> "Weights":
        """So many times as much."""
        price, undo, besides = (tuple([factor * each for each in part]) for part in self[:3])
        return Weights(price, undo, besides, factor * self.saved)

    def only(self, kinds: frozenset[int], shared: Sequence["Shared"], *, least: bool) -> "Weights":
        """The same of these kinds only; of what is `shared` as little or as much as they could bear."""
        price = tuple([each if kind in kinds else 0 for kind, each in enumerate(self.price)])
        undo = tuple([each if kind in kinds else 0 for kind, each in enumerate(self.undo)])
        return Weights(price, undo, tuple([each.of(price, least=least) for each in shared]))

    def plus(self, other: "Weights") -> "Weights":
        """Both together."""
        parts = zip(self[:3], other[:3], strict=True)
        price, undo, besides = (tuple(map(int.__add__, one, more)) for one, more in parts)
        return Weights(price, undo, besides, self.saved + other.saved)


@dataclass(slots=True)
class Spent:
    """How many edges were gone over so far, with patience for more."""

    patience: Patience
    edges: int = 0

    def over(self, edges: int) -> None:
        """So many more."""
        self.edges += edges
        self.patience.spend(edges)


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """`kinds`: the later offers (as bits) that may take a piece; `shared`: the kinds over which a sum is shared.

    `is_plain`: whatever way is taken is allowed, also where it was taken for what later steps make of it.
    `heights`: of every pile what its pieces cost at most, what one does, and of which kinds they may be.
    """

    layers: tuple[tuple[Edge, ...], ...]
    sizes: tuple[int, ...]
    kinds: tuple[int, ...]
    shared: tuple[Shared, ...]
    heights: tuple[tuple[int, int, frozenset[int]], ...]
    size: int
    is_plain: bool
    effort: "Spent"
    known: dict[Weights, list[list[int]]] = field(default_factory=dict)
    targets: dict[tuple[frozenset[int], int, int], "Graph"] = field(default_factory=dict)

    def least(self, weights: Weights) -> list[list[int]]:
        """For every node, layer by layer, the least that the rest of the way weighs."""
        known = self.known.get(weights)
        if known is None:
            self.effort.over(self.size)
            known = self.known[weights] = self._least(weights)
        return known

    def _least(self, weights: Weights) -> list[list[int]]:
        by_price, by_undo, by_besides, by_saved = weights
        after = [0]
        found = [after]
        for layer, size in zip(reversed(self.layers), reversed(self.sizes), strict=True):
            before = [FAR] * size
            for start, end, price, undo, besides, _, kind, shared, _, _, saved in layer:
                weight = by_price[kind] * price + after[end]
                if undo:
                    weight += by_undo[kind] * undo
                if besides:
                    weight += by_besides[shared] * besides
                if saved:
                    weight -= by_saved * saved
                if weight < before[start]:
                    before[start] = weight
            after = before
            found.append(after)
        found.reverse()
        return found

    def lightest(self, weights: Weights, least: Sequence[Sequence[int]]) -> list[Edge]:
        """A way of the least weight, edge by edge."""
        self.effort.patience.spend(self.size)
        way: list[Edge] = []
        node = 0
        for layer, after in zip(self.layers, least[1:], strict=True):
            here = [edge for edge in layer if edge.start == node] if len(layer) > 1 else layer
            if len(here) > 1:
                here = [min(here, key=lambda edge: (weight_of(edge, weights) + after[edge.end], edge.uses))]
            edge = here[0]
            way.append(edge)
            node = edge.end
        return way

    def shares_among(self, kinds: frozenset[int]) -> bool:
        """Whether a sum is shared over pieces of these kinds, so that their own prices are not on the edges."""
        return any(not kinds.isdisjoint(shared.kinds) for shared in self.shared)

    def with_targets(self, kinds: frozenset[int], piece_minor: int, times: int) -> "Graph":
        """The graph in which up to `times` pieces of these kinds stand at a price of their own.

        A target is of a new kind, in the order of the old ones; its new price is what is paid besides.
        """
        key = (kinds, piece_minor, times)
        if key not in self.targets:
            self.targets[key] = self._with_targets(*key)
        return self.targets[key]

    def _with_targets(self, kinds: frozenset[int], piece_minor: int, times: int) -> "Graph":
        first, row = len(self.kinds), times + 1
        new_kind = {kind: first + number for number, kind in enumerate(sorted(kinds))}
        new_shared = {kind: len(self.shared) + number for number, kind in enumerate(sorted(kinds))}
        layers: list[tuple[Edge, ...]] = []
        for number, layer in enumerate(self.layers):
            is_last, edges = number + 1 == len(self.layers), list[Edge]()
            for edge in layer:
                target = self._target(edge, new_kind, new_shared, piece_minor)
                for used in range(row if number else 1):
                    start, end = edge.start * row + used, 0 if is_last else edge.end * row + used
                    edges.append(Edge(start, end, *edge[2:]))
                    if target and used < times:
                        edges.append(Edge(start, end if is_last else end + 1, *target[2:]))
            layers.append(tuple(edges))
        size = sum(map(len, layers))
        self.effort.over(_TO_MAKE * size)
        return Graph(
            tuple(layers),
            tuple(size * row for size in self.sizes),
            (*self.kinds, *(self.kinds[kind] for kind in sorted(kinds))),
            (*self.shared, *(Shared(frozenset((new_kind[kind],))) for kind in sorted(kinds))),
            tuple((height, one, of | {new_kind[kind] for kind in of & kinds}) for height, one, of in self.heights),
            size,
            self.is_plain,
            self.effort,
        )

    def _target(
        self, edge: Edge, new_kind: Mapping[int, int], new_shared: Mapping[int, int], piece_minor: int
    ) -> Edge | None:
        if edge.kind not in new_kind or edge.pile < 0:
            return None
        if edge.shared and self.shared[edge.shared].saves:
            # It would count at its own price, less what it saves with others: that stays.
            return edge._replace(kind=new_kind[edge.kind]) if edge.price + edge.undo > piece_minor else None
        if edge.shared:
            # What the piece costs is settled with others: at most its list price is saved.
            return edge._replace(saved=max(0, self.heights[edge.pile][1] - piece_minor))
        if edge.price + edge.undo <= piece_minor:
            return None
        return edge._replace(kind=new_kind[edge.kind], besides=piece_minor, shared=new_shared[edge.kind])


def weight_of(edge: Edge, weights: Weights) -> int:
    """What one edge weighs."""
    by_price, by_undo, by_besides, by_saved = weights
    return (
        by_price[edge.kind] * edge.price
        + by_undo[edge.kind] * edge.undo
        + by_besides[edge.shared] * edge.besides
        - by_saved * edge.saved
    )
