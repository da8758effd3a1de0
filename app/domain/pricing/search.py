"""The customer's best: item step and later steps together, with a proof or an honest bound.

First the cheapest item step and the best that later steps make of it. A lower bound of everything else is worked out
from what thresholds could be reached if no item promotion were used. Where the bound is not met, item promotions given
up for the sake of a threshold are looked through as well (`Watch`), until nothing is left or the effort is spent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.pricing.item_step import (
    UNSEEN,
    AfterItems,
    Effort,
    Path,
    Seen,
    Watch,
    Way,
    apply_items,
    never_below,
    price_before,
    ways_through,
)
from app.domain.pricing.later import Counter, LaterSearch, counter_after, in_groups
from app.domain.pricing.options import Component, Option, components_of, options_of, worth_having
from app.domain.pricing.pieces import Pile, pieces_of
from app.domain.pricing.sums import Kind, SumOffer, kinds_of, most_of_group
from app.domain.pricing.taking import Takes

_STEPS = 16_000
_WATCHED_STEPS = 24_000
_MOST_SEEN = 4_000
_MOST_TRIED = 20
_MOST_LOOKED_AT = 80


@dataclass(frozen=True, slots=True)
class Best:
    """The best combination found: pieces after the item step, after all; `gap_minor` = how much better one might be."""

    items: AfterItems
    counter: Counter
    gap_minor: int


@dataclass(frozen=True, slots=True)
class _Whole:
    """Ways through the components so far, taken together."""

    cost_minor: int
    uses: int
    paths: tuple[Path, ...]


def find_best(piles: Sequence[Pile], offers: Sequence[Takes], sums: Sequence[SumOffer]) -> Best:
    """The best combination of these offers on these piles."""
    return _Search(piles, offers, sums).run()


class _Search:
    def __init__(self, piles: Sequence[Pile], offers: Sequence[Takes], sums: Sequence[SumOffer]) -> None:
        self._piles, self._of_pile = piles, pieces_of(piles)
        self._all_offers, self._offers = offers, worth_having(offers)
        self._sums = sums
        self._class_sums: list[SumOffer] = []
        self._may_shrink = any(offer.wants_untouched for offer in sums) or any(
            each.live.offer.exclusive or each.live.group in {offer.live.group for offer in sums} for each in offers
        )
        self._options = [self._of_use(*each) for each in zip(piles, options_of(piles, self._offers), strict=True)]

    def run(self) -> Best:
        effort = Effort(_STEPS)
        components = components_of(self._options, self._offers)
        floor = 0
        paths: list[Path] = []
        sure: set[int] = set()
        for component in components:
            effort.is_exact = True
            way = self._ways(component, self._options, self._offers, None, effort)[UNSEEN]
            paths.append(way.path)
            if effort.is_exact:
                floor += way.cost_minor
                sure.update(component.piles)
            else:
                floor += never_below(component, self._piles, self._options, self._offers)
        self._items, later = self._finish(paths, self._offers)
        self._best = later.best
        bound = floor - self._most_off(components, sure)
        if self._best.total_minor <= bound or (later.is_exact and self._has_no_choice()):
            return self._found(0)
        is_sure = later.is_exact and len(sure) == len(self._piles) and self._look_further(floor)
        return self._found(0 if is_sure else self._best.total_minor - bound)

    def _found(self, gap_minor: int) -> Best:
        return Best(self._items, self._best, max(0, gap_minor))

    def _has_no_choice(self) -> bool:
        return not self._all_offers

    def _ways(
        self,
        component: Component,
        options: Sequence[Sequence[Option]],
        offers: Sequence[Takes],
        watch: Watch | None,
        effort: Effort,
    ) -> Mapping[Seen, Way]:
        return ways_through(component, self._piles, options, offers, watch, effort)

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
        choices = [option for pile in range(len(self._piles)) for option in reversed(joined[pile])]
        items = apply_items(choices, self._of_pile, self._piles, offers)
        return items, LaterSearch(counter_after(items), self._sums)

    def _most_off(self, components: Sequence[Component], sure: set[int]) -> int:
        """The cheapest item step less this is a bound: shares are taken of the cheapest prices where that is safe.

        Without components it is safe for every way through the item step, starting from that way's own sum.
        """
        if not self._sums:
            return 0
        at_list = any(
            not live.offer.on_tier_price
            for live in (*(offer.live for offer in self._all_offers), *(offer.live for offer in self._sums))
        )
        high = [self._piles[pile].list_minor if at_list else self._piles[pile].tier_minor for pile in self._of_pile]
        most = 0
        for group in in_groups(self._sums):
            taken_by = [offer.mask for offer in group]
            by_piece = any(offer.looks_at_pieces for offer in group)
            low = self._low(components, sure, high, () if by_piece else taken_by)
            kinds = kinds_of(low, high, (0,) * len(low), taken_by, by_piece=by_piece)
            off = most_of_group(kinds, group, taken_by, may_shrink=self._may_shrink)
            most += sum(high) if off is None else off
        return most

    def _low(
        self, components: Sequence[Component], sure: set[int], high: Sequence[int], taken_by: Sequence[int]
    ) -> list[int]:
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
            if sure.issuperset(component.piles) and (not component.linked or is_one_kind):
                steady.update(component.piles)
        return [
            self._items.prices[piece] if pile in steady else high[piece] for piece, pile in enumerate(self._of_pile)
        ]

    def _look_further(self, floor: int) -> bool:
        """Give up item promotions where later steps make more of it; whether everything worth it was looked at."""
        watch = self._watch()
        options = options_of(self._piles, self._all_offers)
        components = components_of(options, self._all_offers)
        effort = Effort(_WATCHED_STEPS)
        bound = floor - self._most_off((), set())
        spare = self._best.total_minor - bound
        whole = {watch.start(): _Whole(0, 0, ())}
        for component in components:
            ways = self._ways(component, options, self._all_offers, watch, effort)
            least = min(way.cost_minor for way in ways.values())
            whole, spare_kept = _joined(whole, ways, least, spare)
            if not effort.is_exact or not spare_kept:
                return False
        return self._try_all(sorted(whole.items(), key=lambda each: each[1].cost_minor), watch, bound)

    def _try_all(self, found: Sequence[tuple[Seen, _Whole]], watch: Watch, bound: int) -> bool:
        cheapest = found[0][1].cost_minor if found else 0
        tried = 0
        for looked_at, (seen, whole) in enumerate(found):
            # `bound` belongs to the cheapest item step; a dearer one starts that much higher.
            if bound + whole.cost_minor - cheapest >= self._best.total_minor:
                return True
            if looked_at > _MOST_LOOKED_AT:
                return False
            if not seen[1] and whole.cost_minor - self._most_of_sums(seen[0], watch) >= self._best.total_minor:
                continue
            tried += 1
            if tried > _MOST_TRIED:
                return False
            items, later = self._finish(whole.paths, self._all_offers)
            if not later.is_exact:
                return False
            if any(sum(used.savings) < 0 for used in items.used):
                # Nobody pays more for a set, not even to reach a threshold.
                continue
            if (later.best.total_minor, later.best.uses) < (self._best.total_minor, self._best.uses):
                self._items, self._best = items, later.best
        return True

    def _watch(self) -> Watch:
        shared = {offer.live.group for offer in self._all_offers} & {offer.live.group for offer in self._sums}
        by_piece = bool(shared) or any(_sees_pieces(offer, self._sums) for offer in self._sums)
        flags = any(offer.wants_untouched for offer in self._sums) or any(
            offer.live.offer.exclusive for offer in self._all_offers
        )
        self._patterns: list[tuple[int, ...]] = []
        classes: list[int] = []
        stride = 3 if flags else 1
        for pile in range(len(self._piles)):
            pattern = tuple(number for number, offer in enumerate(self._sums) if pile in offer.live.piles)
            if pattern not in self._patterns:
                self._patterns.append(pattern)
            classes.append(self._patterns.index(pattern) * stride)
        return Watch(classes, len(self._patterns) * stride, by_piece, flags)

    def _by_class(self) -> Sequence[SumOffer]:
        if not self._class_sums:
            self._class_sums = [
                SumOffer(
                    offer.live, sum(1 << place for place, pattern in enumerate(self._patterns) if number in pattern)
                )
                for number, offer in enumerate(self._sums)
            ]
        return self._class_sums

    def _most_of_sums(self, sums: Sequence[int], watch: Watch) -> int:
        """What later steps take off at most when classes of pieces cost so much."""
        if watch.by_piece:
            return sum(sums)
        stride = watch.size // len(self._patterns)
        if stride == 1:
            # Whole classes stand for pieces: nobody later tells them apart, so this is what they would come to.
            counter = Counter(tuple(sums), (0,) * len(sums), {}, 0, 0, 0)
            return sum(sums) - LaterSearch(counter, self._by_class()).best.total_minor
        most = 0
        for group in in_groups(self._sums):
            kinds, taken_by = [], [0] * len(group)
            for number, pattern in enumerate(self._patterns):
                for flag in range(stride):
                    whole, mask = sums[number * stride + flag], 1 << (number * stride + flag)
                    kinds.append(Kind(mask, whole, whole, 0))
                    for place, offer in enumerate(group):
                        if self._sums.index(offer) in pattern and flag < 2 and not (flag and offer.wants_untouched):
                            taken_by[place] |= mask
            off = most_of_group(kinds, group, taken_by, may_shrink=self._may_shrink)
            most += sum(sums) if off is None else off
        return most


def _joined(
    before: Mapping[Seen, _Whole], ways: Mapping[Seen, Way], least: int, spare: int
) -> tuple[dict[Seen, _Whole], bool]:
    """Every way so far with every way through the next component, less what can no longer be worth it."""
    cheapest = min((whole.cost_minor for whole in before.values()), default=0)
    after: dict[Seen, _Whole] = {}
    for (sums, singles), whole in before.items():
        room = spare - (whole.cost_minor - cheapest)
        for (more, others), way in ways.items():
            if way.cost_minor - least >= room:
                continue
            seen = (tuple(map(int.__add__, sums, more)), (*singles, *others))
            cost, uses = whole.cost_minor + way.cost_minor, whole.uses + way.uses
            known = after.get(seen)
            if known is None or (cost, uses) < (known.cost_minor, known.uses):
                after[seen] = _Whole(cost, uses, (*whole.paths, way.path))
        if len(after) > _MOST_SEEN:
            return after, False
    return after, True


def _sees_pieces(offer: SumOffer, others: Sequence[SumOffer]) -> bool:
    """Whether sums of classes do not tell all: its piece matters, or it takes part of another group's goods."""
    return (
        offer.looks_at_pieces
        or not offer.live.offer.on_tier_price
        or any(
            offer.live.group != other.live.group and offer.mask & other.mask and offer.mask & ~other.mask
            for other in others
        )
    )
