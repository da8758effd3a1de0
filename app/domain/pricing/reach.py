"""All sums that the ways of a graph come to, by section: goods that the same later offers take under a plan.

Where no more than these sums counts, this settles a plan to the cent. The sums of one section are kept as the bits of a
number, so that to go over an edge is to shift it; of all others each combination stands by itself.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.pricing.graph import Edge, Graph
from app.domain.pricing.patience import A_SHIFT

_MOST_SHIFTS = 4_000
_MOST_BITS = 400_000

Others = tuple[int, ...]
"""What the goods of each section come to, and what tier prices still save on them; of the main section only that."""

Reached = dict[Others, int]
"""By what the others come to, the sums of the main section as bits, from the least on."""


class Sections(NamedTuple):
    """By kind, the number of its section, and whether what tier prices save on its goods may be given back."""

    of: tuple[int, ...]
    has_undo: tuple[bool, ...]


class Reach:
    """The sums at the end of all ways, and how to come to them."""

    def __init__(self, graph: Graph, sections: Sections) -> None:
        self._graph, self._sections = graph, sections
        found = Counter(sections.of[edge.kind] for layer in graph.layers for edge in layer)
        self.main = max(found, key=lambda section: (found[section], -section))
        self.count = max(sections.of) + 1
        self._lows = [min(map(self._amount, layer)) for layer in graph.layers]
        self.low = sum(self._lows)
        self._reached: list[list[Reached]] | None = self._all()

    @property
    def is_whole(self) -> bool:
        """Whether they are all known, or would be too many."""
        return self._reached is not None

    def sums(self) -> Iterator[tuple[Others, int]]:
        """What the others come to, with the bits of the main section's sums, which begin at `low`."""
        yield from self._reached[-1][0].items() if self._reached else ()

    def way_to(self, others: Others, amount: int) -> list[Edge]:
        """A way that comes to these sums, with as few rights as can be seen from its end."""
        way: list[Edge] = []
        node, bit = 0, amount - self.low
        for number in range(len(self._graph.layers) - 1, -1, -1):
            before = self._reached[number] if self._reached else []
            for edge in sorted(self._graph.layers[number], key=lambda each: each.uses):
                was = self._moved(others, edge, -1)
                at = bit - self._amount(edge) + self._lows[number]
                if edge.end == node and at >= 0 and before[edge.start].get(was, 0) >> at & 1:
                    way.append(edge)
                    node, others, bit = edge.start, was, at
                    break
        way.reverse()
        return way

    def _all(self) -> list[list[Reached]] | None:
        start: Others = (0,) * (2 * self.count)
        reached: list[list[Reached]] = [[{start: 1}]]
        shifts = 0
        sizes = (*self._graph.sizes[1:], 1)
        for layer, low, size in zip(self._graph.layers, self._lows, sizes, strict=True):
            before, after = reached[-1], [Reached() for _ in range(size)]
            for edge in layer:
                here, there, by = before[edge.start], after[edge.end], self._amount(edge) - low
                shifts += len(here)
                self._graph.effort.patience.spend(A_SHIFT * len(here))
                if shifts > _MOST_SHIFTS:
                    return None
                for others, bits in here.items():
                    now = self._moved(others, edge, 1)
                    there[now] = there.get(now, 0) | bits << by
            reached.append(after)
            if any(bits.bit_length() > _MOST_BITS for each in after for bits in each.values()):
                return None
        self._graph.effort.edges += shifts
        return reached

    def _amount(self, edge: Edge) -> int:
        """What the edge adds to the main section."""
        return edge.price + edge.besides if self._sections.of[edge.kind] == self.main else 0

    def _moved(self, others: Others, edge: Edge, sign: int) -> Others:
        """What the others come to with the edge, or without it again."""
        section = self._sections.of[edge.kind]
        amount = 0 if section == self.main else sign * (edge.price + edge.besides)
        undo = sign * edge.undo if self._sections.has_undo[edge.kind] else 0
        if not (amount or undo):
            return others
        at = 2 * section
        return (*others[:at], others[at] + amount, others[at + 1] + undo, *others[at + 2 :])


def bits_from(bits: int, first: int) -> Iterator[int]:
    """The places of the bits that are set, from the first place on, lowest first."""
    place = max(0, first)
    bits >>= place
    while bits:
        step = (bits & -bits).bit_length() - 1
        place, bits = place + step, bits >> step
        yield place
        place, bits = place + 1, bits >> 1
