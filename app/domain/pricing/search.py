"""The customer's best: item step and later steps together, with a proof or an honest bound.

First the cheapest item step and the best that later steps make of it, and a lower bound of everything else. Where that
is not met, all plans of later offers are looked through (`Proof`): item promotions and member prices that are given up
for the sake of a threshold, until nothing is left or the effort is spent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.pricing.bounds import Large
from app.domain.pricing.graph import FAR, Edge
from app.domain.pricing.graph_builder import GraphBuilder, kind_of
from app.domain.pricing.item_step import (
    AfterItems,
    Effort,
    Path,
    apply_items,
    never_below,
    price_before,
    way_through,
)
from app.domain.pricing.later import Counter, LaterSearch, counter_after, in_groups, use_once
from app.domain.pricing.options import Component, Option, components_of, options_of, with_waivers, worth_having
from app.domain.pricing.patience import Patience
from app.domain.pricing.pieces import Pile, pieces_of
from app.domain.pricing.plans import Plan
from app.domain.pricing.proof import Proof
from app.domain.pricing.reckoner import Reckoner
from app.domain.pricing.sums import SumOffer, kinds_of, most_of_group
from app.domain.pricing.taking import Takes

_STEPS, _STEPS_OF_MANY, _MANY_PIECES = 16_000, 6_000, 100
"""So many steps may be taken through the item step; of many pieces fewer, for they have no prospect of a proof."""
_MOST_EDGES = 24_000


@dataclass(frozen=True, slots=True)
class Best:
    """The best combination found: pieces after the item step, after all; `gap_minor` = how much better one might be.

    `is_lowest`: even at the lowest prices of all with the most off of all it would not come to less.
    """

    items: AfterItems
    counter: Counter
    gap_minor: int
    is_lowest: bool = False

    @property
    def never_below_minor(self) -> int:
        """No combination comes below this."""
        return self.counter.total_minor - self.gap_minor


def find_best(
    piles: Sequence[Pile],
    offers: Sequence[Takes],
    sums: Sequence[SumOffer],
    below_minor: int | None = None,
    patience: Patience | None = None,
) -> Best:
    """The best combination of these offers on these piles; of interest is what comes to less than `below_minor`.

    Raises: OutOfPatienceError, where it is to be found with less `patience` than it takes.
    """
    below = FAR if below_minor is None else below_minor
    return _Search(piles, offers, sums, below, patience or Patience()).run()


class _Search:
    def __init__(
        self,
        piles: Sequence[Pile],
        offers: Sequence[Takes],
        sums: Sequence[SumOffer],
        below_minor: int,
        patience: Patience,
    ) -> None:
        self._piles, self._of_pile = piles, pieces_of(piles)
        self._all_offers, self._offers = offers, worth_having(offers)
        self._sums, self._below, self._patience = sums, below_minor, patience
        self._may_waive = bool(sums) and any(map(_has_tier_price, piles))
        self._may_shrink = any(offer.wants_untouched for offer in sums) or any(
            each.live.offer.exclusive or each.live.group in {offer.live.group for offer in sums} for each in offers
        )
        self._every = options_of(piles, self._offers)
        self._options = [self._of_use(*each) for each in zip(piles, self._every, strict=True)]

    def run(self) -> Best:
        components = self._components = components_of(self._options, self._offers)
        pieces = sum(self._piles[pile].count for each in components if each.linked for pile in each.piles)
        effort = Effort(_STEPS_OF_MANY if pieces > _MANY_PIECES else _STEPS, pieces, self._patience)
        floor = 0
        paths: list[Path] = []
        sure: set[int] = set()
        for component in components:
            effort.is_exact = True
            way = way_through(component, self._piles, self._options, self._offers, effort)
            paths.append(way.path)
            if effort.is_exact:
                floor += way.cost_minor
                sure.update(component.piles)
            else:
                floor += never_below(component, self._piles, self._options, self._offers)
        self._items, later = self._finish(paths, self._offers)
        self._best = later.best
        # What was too much for one way through the item step is far too much for all of them.
        if len(sure) < len(self._piles):
            large = Large(self._piles, self._options, self._offers, self._sums, self._may_shrink)
            return self._never_below(large.never_below(self._to_beat, floor))
        bound = floor - self._most_off(components)
        if self._best.total_minor <= bound or (later.is_exact and self._has_no_choice()):
            return Best(self._items, self._best, 0, is_lowest=True)
        if self._to_beat <= bound:
            return self._never_below(bound)
        self._found = (self._best.total_minor, self._best.uses + _rights(self._items))
        options = [option for some in self._settled for option in some]
        kinds = [kind_of(*each, self._all_offers, self._sums) for each in zip(self._of_pile, options, strict=True)]
        self._reckoner = Reckoner(self._piles, self._all_offers, self._sums, self._items, kinds)
        return self._never_below(max(bound, self._look_further()))

    def _never_below(self, bound_minor: int) -> Best:
        return Best(self._items, self._best, max(0, self._best.total_minor - bound_minor))

    @property
    def _to_beat(self) -> int:
        """What the best comes to, or what is known to be had in another way."""
        return min(self._best.total_minor, self._below)

    def _has_no_choice(self) -> bool:
        return not self._all_offers and not self._may_waive

    def _of_use(self, pile: Pile, options: Sequence[Option]) -> list[Option]:
        """Of the options that tie a piece to no other, only the cheapest."""
        free = [option for option in options if not any(self._offers[index].is_linked for index, _ in option)]
        best = min(free, key=lambda option: self._price(pile, option, self._offers))
        return [best, *(option for option in options if option not in free)]

    @staticmethod
    def _price(pile: Pile, option: Option, offers: Sequence[Takes]) -> int:
        price = price_before(pile, option, offers)
        for index, part in option:
            entered = offers[index].enter(offers[index].start, part, price, pile.quantity_milli)
            price = entered[1] if entered else pile.list_minor
        return price

    def _finish(self, paths: Sequence[Path], offers: Sequence[Takes]) -> tuple[AfterItems, LaterSearch]:
        joined: dict[int, list[Option]] = {}
        for path in paths:
            while path:
                path, pile, option = path
                joined.setdefault(pile, []).append(option)
        self._settled = [joined[pile][::-1] for pile in range(len(self._piles))]
        choices = [option for some in self._settled for option in some]
        items = apply_items(choices, self._of_pile, self._piles, offers)
        if len(offers) < len(self._all_offers):
            number = [next(at for at, each in enumerate(self._all_offers) if each is offer) for offer in offers]
            self._settled = [
                [tuple((number[index], part) for index, part in option) for option in some] for some in self._settled
            ]
        return items, LaterSearch(counter_after(items), self._sums, self._patience)

    def _most_off(self, components: Sequence[Component]) -> int:
        """The cheapest item step less this is a bound: shares are taken of the cheapest prices where that is safe."""
        if not self._sums:
            return 0
        at_list = self._may_waive or any(
            not live.offer.on_tier_price
            for live in (*(offer.live for offer in self._all_offers), *(offer.live for offer in self._sums))
        )
        high = [self._piles[pile].list_minor if at_list else self._piles[pile].tier_minor for pile in self._of_pile]
        most = 0
        for group in in_groups(self._sums):
            taken_by = [offer.mask for offer in group]
            by_piece = any(offer.looks_at_pieces for offer in group)
            low = self._low(components, high, () if by_piece else taken_by)
            kinds = kinds_of(low, high, (0,) * len(low), taken_by, by_piece=by_piece)
            off = most_of_group(kinds, group, taken_by, may_shrink=self._may_shrink)
            most += sum(high) if off is None else off
        return most

    def _low(self, components: Sequence[Component], high: Sequence[int], taken_by: Sequence[int]) -> list[int]:
        """Prices by which a share is bounded: the cheapest ones where offers cannot shift a saving between kinds.

        Nothing in `taken_by`: every single piece is a kind of its own.
        """
        first_piece: dict[int, int] = {}
        for piece, pile in enumerate(self._of_pile):
            first_piece.setdefault(pile, piece)
        steady: set[int] = set()
        for component in components:
            patterns = {tuple(mask >> first_piece[pile] & 1 for mask in taken_by) for pile in component.piles}
            is_one_kind = bool(taken_by) and len(patterns) == 1
            if not component.linked or is_one_kind:
                steady.update(component.piles)
        return [
            self._items.prices[piece] if pile in steady else high[piece] for piece, pile in enumerate(self._of_pile)
        ]

    def _look_further(self) -> int:
        """Give up item promotions and member prices where later steps make more of it; below what nothing can come."""
        options, components = self._every, self._components
        if len(self._offers) < len(self._all_offers):
            options = options_of(self._piles, self._all_offers)
            components = components_of(options, self._all_offers)
        if self._may_waive:
            pairs = zip(self._piles, options, strict=True)
            options = [with_waivers(some, self._all_offers) if _has_tier_price(pile) else some for pile, some in pairs]
        builder = GraphBuilder(self._piles, self._all_offers, self._sums, options, _MOST_EDGES, self._patience)
        if any(offer.looks_at_pieces or not offer.live.offer.on_tier_price for offer in self._sums):
            proof = self._proof(builder, components, None)
            return proof.run() if proof else 0
        costs = [0] * len(self._piles)
        for pile, price in zip(self._of_pile, self._items.prices, strict=True):
            costs[pile] += price
        outline = self._proof(builder, components, costs)
        floor = outline.run() if outline else 0
        if not outline or not outline.open:
            return floor
        proof = self._proof(builder, components, None)
        return min(floor, proof.close(outline.open) if proof else min(each.bound_minor for each in outline.open))

    def _proof(
        self, builder: GraphBuilder, components: Sequence[Component], costs: Sequence[int] | None
    ) -> Proof | None:
        graph = builder.build(components, costs)
        if graph is None:
            return None
        return Proof(graph, self._sums, self._to_beat, self._evaluate, is_outline=costs is not None)

    def _evaluate(self, way: Sequence[Edge], plan: Plan) -> int:
        total = self._reckoner.total(way, plan)
        if total is not None and total < self._found:
            self._work_out(way, plan)
        return self._to_beat

    def _work_out(self, way: Sequence[Edge], plan: Plan) -> None:
        by_pile: dict[int, list[Option]] = {}
        for edge in way:
            by_pile.setdefault(edge.pile, []).append(edge.option)
        choices = [option for pile, settled in enumerate(self._settled) for option in by_pile.get(pile, settled)]
        items = apply_items(choices, self._of_pile, self._piles, self._all_offers)
        counter = counter_after(items)
        for use in plan.uses:
            counter = use_once(counter, self._sums[use.number], use.level.times)
        found = (counter.total_minor, counter.uses + _rights(items))
        if found < self._found:
            self._items, self._best, self._found = items, counter, found


def _has_tier_price(pile: Pile) -> bool:
    return pile.tier_minor < pile.list_minor


def _rights(items: AfterItems) -> int:
    return sum(used.times * len(used.by.live.rights) for used in items.used)
