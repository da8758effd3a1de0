"""Builds the graph of a basket's item step, component by component."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.pricing.graph import Edge, Graph, Spent
from app.domain.pricing.item_step import Slots, enter, price_before
from app.domain.pricing.options import Component, Option, served
from app.domain.pricing.pieces import Pile
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.taking import Takes, Together

Nodes = dict[Slots, int]


class GraphBuilder:
    """Builds the graph of all components one after the other; gives up beyond `most_edges`."""

    def __init__(
        self, piles: Sequence[Pile], offers: Sequence[Takes], sums: Sequence[SumOffer], most_edges: int
    ) -> None:
        self._piles, self._offers, self._sums, self._most = piles, offers, sums, most_edges
        self._layers: list[tuple[Edge, ...]] = []
        self._sizes: list[int] = []
        self._size = 0
        self._kinds: dict[int, int] = {}
        self._shared: dict[frozenset[int], int] = {frozenset(): 0}
        self._kinds_of_offer: dict[int, frozenset[int]] = {}

    def build(self, components: Sequence[Component], options: Sequence[Sequence[Option]]) -> Graph | None:
        """The graph, or None where it would be too large."""
        kinds = [[self._kind(pile, option) for option in each] for pile, each in enumerate(options)]
        self._note_shared(options, kinds)
        for component in components:
            place = {index: number for number, index in enumerate(component.linked)}
            nodes: Nodes = {tuple(self._offers[index].start for index in component.linked): 0}
            for pile in component.piles:
                for _ in range(self._piles[pile].count):
                    nodes = self._piece(pile, nodes, tuple(zip(options[pile], kinds[pile], strict=True)), place)
                    if self._size > self._most:
                        return None
            if component.linked:
                self._close(component.linked, nodes)
        each = zip(self._piles, kinds, strict=True)
        heights = tuple((pile.count * pile.list_minor, pile.list_minor, frozenset(of)) for pile, of in each)
        layers, sizes = tuple(self._layers), tuple(self._sizes)
        is_plain = not any(isinstance(each, Together) and each.may_cost_more(self._piles) for each in self._offers)
        return Graph(layers, sizes, tuple(self._kinds), tuple(self._shared), heights, self._size, is_plain, Spent())

    def _kind(self, pile: int, option: Option) -> int:
        """Which later offers may take a piece that the item step leaves so."""
        mine = served(option)
        groups = {self._offers[index].live.group for index, _ in mine}
        barred = any(self._offers[index].live.offer.exclusive for index, _ in mine)
        bits = 0
        for number, offer in enumerate(self._sums):
            may = pile in offer.live.piles and not barred and offer.live.group not in groups
            bits |= (may and not (mine and offer.wants_untouched)) << number
        return self._kinds.setdefault(bits, len(self._kinds))

    def _note_shared(self, options: Sequence[Sequence[Option]], kinds: Sequence[Sequence[int]]) -> None:
        for some, theirs in zip(options, kinds, strict=True):
            for option, kind in zip(some, theirs, strict=True):
                for index, _ in served(option):
                    if self._offers[index].is_shared:
                        self._kinds_of_offer[index] = self._kinds_of_offer.get(index, frozenset()) | {kind}

    def _shared_number(self, indices: Sequence[int]) -> int:
        kinds = frozenset().union(*(self._kinds_of_offer.get(index, frozenset()) for index in indices))
        return self._shared.setdefault(kinds, len(self._shared))

    def _piece(
        self, number: int, nodes: Nodes, options: Sequence[tuple[Option, int]], place: Mapping[int, int]
    ) -> Nodes:
        pile, after = self._piles[number], Nodes()
        edges: dict[tuple[int, ...], Edge] = {}
        for option, kind in options:
            before = price_before(pile, option, self._offers)
            undo = pile.list_minor - pile.tier_minor if before == pile.tier_minor else 0
            shared = self._shared_number([index for index, _ in served(option)])
            for slots, start in nodes.items():
                entered = enter(slots, option, before, pile.quantity_milli, self._offers, place)
                if entered is None:
                    continue
                slots_after, price, besides, uses = entered
                end = after.setdefault(slots_after, len(after))
                key = (start, end, price, undo, besides, kind)
                if key not in edges or uses < edges[key].uses:
                    edges[key] = Edge(start, end, price, undo, besides, uses, kind, shared, number, option)
        self._keep(edges.values(), nodes)
        return after

    def _close(self, linked: Sequence[int], nodes: Nodes) -> None:
        """Every group is complete, and what was saved beyond a cap is paid back."""
        edges: list[Edge] = []
        for slots, start in nodes.items():
            backs = [self._offers[index].leave(slot) for index, slot in zip(linked, slots, strict=True)]
            if all(back is not None for back in backs):
                capped = [index for index, back in zip(linked, backs, strict=True) if back]
                shared = self._shared_number(capped)
                edges.append(Edge(start, 0, 0, 0, sum(back or 0 for back in backs), 0, 0, shared, -1, ()))
        self._keep(edges, nodes)

    def _keep(self, edges: Iterable[Edge], nodes: Nodes) -> None:
        layer = tuple(edges)
        self._layers.append(layer)
        self._sizes.append(len(nodes))
        self._size += len(layer)
