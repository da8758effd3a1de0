"""Builds the graph of a basket's item step, component by component."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.pricing.graph import Edge, Graph, Shared, Spent
from app.domain.pricing.item_step import Entered, enter, price_before, with_slots
from app.domain.pricing.options import Component, Option, served
from app.domain.pricing.patience import AN_EDGE_MADE, Patience
from app.domain.pricing.pieces import Pile
from app.domain.pricing.shrink import shrunk
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.taking import Takes
from app.domain.pricing.to_come import Memory, Slots, ToCome
from app.domain.pricing.together import Together

Nodes = dict[Slots, int]


class GraphBuilder:
    """Builds the graph of all components one after the other; gives up beyond `most_edges`."""

    def __init__(
        self,
        piles: Sequence[Pile],
        offers: Sequence[Takes],
        sums: Sequence[SumOffer],
        options: Sequence[Sequence[Option]],
        most_edges: int,
        patience: Patience,
    ) -> None:
        self._piles, self._offers, self._sums, self._options = piles, offers, sums, options
        self._most, self._patience = most_edges, patience
        self._layers: list[tuple[Edge, ...]]
        self._sizes: list[int]
        self._size: int
        self._kinds: dict[int, int] = {}
        self._shared: dict[Shared, int] = {Shared(): 0}
        self._kinds_of_offer: dict[int, frozenset[int]] = {}
        self._by_option = self._kinds_of(options)
        self._note_shared(options, self._by_option)

    def build(self, components: Sequence[Component], costs: Sequence[int] | None = None) -> Graph | None:
        """The graph, or None where it would be too large.

        With `costs`, what the cheapest way through the item step costs by pile, it is an outline: a component that is
        of one kind whatever happens to it is only told by what it costs at least and at most.
        """
        options, kinds = self._options, self._by_option
        self._layers, self._sizes, self._size = [], [], 0
        if costs is not None:
            components = self._outline(components, kinds, costs)
        elif not any(offer.looks_at_pieces for offer in self._sums):
            components = self._plain(components, options, kinds)
        for component in components:
            place = {index: number for number, index in enumerate(component.linked)}
            to_come = ToCome(component, self._piles, options, self._offers)
            nodes: Nodes = {tuple(self._offers[index].start for index in component.linked): 0}
            for pile in component.piles:
                for number in range(self._piles[pile].count):
                    if number and not component.linked:
                        self._keep(self._layers[-1], nodes)
                        continue
                    some = tuple(zip(options[pile], kinds[pile], strict=True))
                    nodes = self._piece(pile, nodes, some, place, to_come.past(pile))
                    if self._size > self._most:
                        return None
        each = zip(self._piles, kinds, strict=True)
        heights = tuple((pile.count * pile.list_minor, pile.list_minor, frozenset(of)) for pile, of in each)
        layers, sizes = shrunk(self._layers, self._sizes)
        sets = (each for each in self._offers if isinstance(each, Together) and each.cap_minor is None)
        is_plain = not any(each.may_cost_more for each in sets)
        size, spent = sum(map(len, layers)), Spent(self._patience)
        return Graph(
            tuple(layers), tuple(sizes), tuple(self._kinds), tuple(self._shared), heights, size, is_plain, spent
        )

    def _outline(
        self, components: Sequence[Component], kinds: Sequence[Sequence[int]], costs: Sequence[int]
    ) -> list[Component]:
        """One layer for each kind, of all components of it; those of several kinds are left."""
        left: list[Component] = []
        least: dict[int, int] = {}
        most: dict[int, int] = {}
        for component in components:
            found = {kind for pile in component.piles for kind in kinds[pile]}
            if len(found) > 1:
                left.append(component)
                continue
            kind = found.pop()
            least[kind] = least.get(kind, 0) + sum(costs[pile] for pile in component.piles)
            listed = sum(self._piles[pile].count * self._piles[pile].list_minor for pile in component.piles)
            most[kind] = most.get(kind, 0) + listed
        for kind, price in least.items():
            prices = {price, max(price, most[kind])}
            self._keep([Edge(0, 0, each, 0, 0, 0, kind, 0, -1, ()) for each in sorted(prices)], {(): 0})
        return left

    def _plain(
        self, components: Sequence[Component], options: Sequence[Sequence[Option]], kinds: Sequence[Sequence[int]]
    ) -> list[Component]:
        """One edge for all pieces of a kind to which only one thing can happen; the other components are left."""
        left: list[Component] = []
        plain: dict[int, tuple[int, int]] = {}
        for component in components:
            number = component.piles[0]
            if component.linked or len(options[number]) > 1:
                left.append(component)
                continue
            pile, kind = self._piles[number], kinds[number][0]
            price, undo = plain.get(kind, (0, 0))
            back = pile.list_minor - pile.tier_minor
            plain[kind] = price + pile.count * pile.tier_minor, undo + pile.count * back
        for kind, (price, undo) in plain.items():
            self._keep([Edge(0, 0, price, undo, 0, 0, kind, 0, -1, ())], {(): 0})
        return left

    def _kinds_of(self, options: Sequence[Sequence[Option]]) -> list[list[int]]:
        """Which later offers may take a piece, of each pile by option; piles of the same goods are looked at once."""
        known: dict[tuple[frozenset[int], Option], int] = {}
        found: list[list[int]] = []
        for pile, each in enumerate(options):
            here = frozenset(number for number, offer in enumerate(self._sums) if pile in offer.live.piles)
            for option in each:
                if (here, option) not in known:
                    bits = kind_of(pile, option, self._offers, self._sums)
                    known[here, option] = self._kinds.setdefault(bits, len(self._kinds))
            found.append([known[here, option] for option in each])
        return found

    def _note_shared(self, options: Sequence[Sequence[Option]], kinds: Sequence[Sequence[int]]) -> None:
        for some, theirs in zip(options, kinds, strict=True):
            for option, kind in zip(some, theirs, strict=True):
                for index, _ in served(option):
                    if self._offers[index].is_shared:
                        self._kinds_of_offer[index] = self._kinds_of_offer.get(index, frozenset()) | {kind}

    def _shared_number(self, option: Option) -> int:
        """Who shares its saving with other pieces is alone on its piece."""
        shared = Shared()
        for index, _ in served(option):
            if self._offers[index].is_shared:
                shared = Shared(self._kinds_of_offer[index], self._offers[index].cap_minor is not None)
        return self._shared.setdefault(shared, len(self._shared))

    def _piece(
        self,
        number: int,
        nodes: Nodes,
        options: Sequence[tuple[Option, int]],
        place: Mapping[int, int],
        memory: Memory,
    ) -> Nodes:
        pile, after = self._piles[number], Nodes()
        edges: dict[tuple[object, ...], Edge] = {}
        for option, kind in options:
            before = price_before(pile, option, self._offers)
            undo = pile.list_minor - pile.tier_minor if before == pile.tier_minor else 0
            shared = self._shared_number(option)
            known: dict[Slots, Entered | None] = {}
            at = [place[index] for index, _ in served(option) if index in place]
            for slots, start in nodes.items():
                # What the offers of the option make of a piece depends on nothing but what they remember.
                mine = tuple([slots[each] for each in at])
                if mine not in known:
                    known[mine] = enter(slots, option, before, pile.quantity_milli, self._offers, place)
                entered = known[mine]
                kept = memory.of(with_slots(slots, at, entered[0])) if entered else None
                if entered is None or kept is None:
                    continue
                _, price, besides, uses = entered
                end = after.setdefault(kept, len(after))
                key = (start, end, price, undo, besides, kind, shared, option if shared else ())
                if key not in edges or uses < edges[key].uses:
                    edges[key] = Edge(start, end, price, undo, besides, uses, kind, shared, number, option)
        self._keep(edges.values(), nodes)
        return after

    def _keep(self, edges: Iterable[Edge], nodes: Nodes) -> None:
        layer = tuple(edges)
        self._layers.append(layer)
        self._sizes.append(len(nodes))
        self._size += len(layer)
        self._patience.spend(AN_EDGE_MADE * len(layer))


def kind_of(pile: int, option: Option, offers: Sequence[Takes], sums: Sequence[SumOffer]) -> int:
    """Which later offers (as bits) may take a piece of the pile under the option."""
    mine = served(option)
    groups = {offers[index].live.group for index, _ in mine}
    barred = any(offers[index].live.offer.exclusive for index, _ in mine)
    bits = 0
    for number, offer in enumerate(sums):
        may = pile in offer.live.piles and not barred and offer.live.group not in groups
        bits |= (may and not (mine and offer.wants_untouched)) << number
    return bits
