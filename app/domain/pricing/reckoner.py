"""What a way through the item step comes to under a plan, to the cent, without saying how it comes about.

Thousands of ways are looked at so; only those that turn out better than the best are worked out in full.
"""

from collections.abc import Mapping, Sequence

from app.domain.pricing.graph import Edge, Graph
from app.domain.pricing.item_step import AfterItems, price_before, shared_savings
from app.domain.pricing.later import shared_over
from app.domain.pricing.options import Option, served
from app.domain.pricing.pieces import Pile, pieces_of
from app.domain.pricing.plans import Plan, Use
from app.domain.pricing.sums import Applied, SumOffer
from app.domain.pricing.taking import Takes

Total = tuple[int, int]
"""What all pieces cost, and how many rights that takes."""


class Reckoner:
    """`settled` is how the pieces stand that no way goes through; `kinds` which later offers may take each of those."""

    def __init__(
        self,
        piles: Sequence[Pile],
        offers: Sequence[Takes],
        sums: Sequence[SumOffer],
        settled: AfterItems,
        kinds: Sequence[int],
    ) -> None:
        self._piles, self._of_pile = piles, pieces_of(piles)
        self._offers, self._sums = offers, sums
        self._settled, self._kinds = settled, kinds
        self._first: dict[int, int] = {}
        for piece, pile in enumerate(self._of_pile):
            self._first.setdefault(pile, piece)
        self._before: dict[tuple[int, Option], int] = {}
        self._uses: tuple[Use, ...] | None = None
        self._steps: list[tuple[SumOffer, int, frozenset[int]]] = []

    def total(self, way: Sequence[Edge], plan: Plan) -> Total | None:
        """What the way comes to; None where it is not allowed, or where an offer of the plan takes nothing off."""
        if plan.uses is not self._uses:
            self._uses = plan.uses
            self._steps = [
                (self._sums[use.number], use.level.times, frozenset(plan.graph.kinds[kind] for kind in use.kinds))
                for use in plan.uses
            ]
        prices, undo, kinds = [*self._settled.prices], [*self._settled.undo], [*self._kinds]
        together, rights = self._go(way, plan.graph, prices, undo, kinds)
        for index, pieces in together.items():
            savings, _ = shared_savings(self._offers[index], pieces, prices, self._of_pile, self._piles)
            # Nobody pays more for a set, not even to reach a threshold.
            if sum(savings) < 0:
                return None
            for piece, saving in zip(pieces, savings, strict=True):
                prices[piece] -= saving
        for offer, times, of in self._steps:
            pieces = [piece for piece, kind in enumerate(kinds) if kind in of]
            if not _take(offer, times, pieces, prices, undo):
                return None
            rights += times * len(offer.live.rights)
        return sum(prices), rights

    def _go(
        self, way: Sequence[Edge], graph: Graph, prices: list[int], undo: list[int], kinds: list[int]
    ) -> tuple[Mapping[int, list[int]], int]:
        """Every piece at the price of its edge; returns the pieces of offers that share a saving, and rights used."""
        together: dict[int, list[int]] = {}
        gone: dict[int, int] = {}
        rights = 0
        for edge in way:
            pile = edge.pile
            if pile < 0:
                continue
            piece = self._first[pile] + gone.get(pile, 0)
            gone[pile] = gone.get(pile, 0) + 1
            prices[piece], undo[piece], kinds[piece] = edge.price, edge.undo, graph.kinds[edge.kind]
            rights += edge.uses
            index = self._shares(edge.option) if edge.shared else -1
            if index >= 0:
                # Its price is known once all pieces of the offer are.
                together.setdefault(index, []).append(piece)
                prices[piece] = self._price_before(pile, edge.option)
        return together, rights

    def _shares(self, option: Option) -> int:
        """The offer by which a piece under the option shares a saving with others; -1 for none."""
        return next((index for index, _ in served(option) if self._offers[index].is_shared), -1)

    def _price_before(self, pile: int, option: Option) -> int:
        known = self._before.get((pile, option))
        if known is None:
            known = self._before[pile, option] = price_before(self._piles[pile], option, self._offers)
        return known


def _take(offer: SumOffer, times: int, pieces: Sequence[int], prices: list[int], undo: list[int]) -> bool:
    """Whether the offer takes something off these pieces; they are at their prices after it then."""
    before = [prices[piece] for piece in pieces]
    if not offer.live.offer.on_tier_price:
        before = [price + undo[piece] for price, piece in zip(before, pieces, strict=True)]
        for piece in pieces:
            undo[piece] = 0
    base = sum(before)
    dearest = sorted(before, reverse=True) if offer.looks_at_pieces else ()
    off = offer.off(base, base, times, dearest)
    if off <= 0:
        return False
    savings = shared_over(Applied(offer, times, 0, off), before)
    for piece, price, saving in zip(pieces, before, savings, strict=True):
        prices[piece] = price - saving
    return True
