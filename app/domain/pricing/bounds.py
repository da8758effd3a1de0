"""What a very large basket cannot come below, where the ways through its item step are too many to be gone through.

Every n-th-piece offer takes its pieces by itself and pays for them (Lagrange): what it wins beyond that, and what is
paid, is all that can be saved. The payments are moved until pieces are neither wanted by several offers nor by none.
Percents of later steps make pieces weigh less; each set of them is looked at by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import or_

from app.domain.money import BASIS_POINTS, share
from app.domain.pricing.every_nth import EveryNth
from app.domain.pricing.item_step import price_before
from app.domain.pricing.later import in_groups
from app.domain.pricing.options import Option, served
from app.domain.pricing.pieces import Pile
from app.domain.pricing.sums import SumOffer, kinds_of, most_of_group
from app.domain.pricing.taking import Takes
from app.domain.programme.model import BasketPercent, Coupon, CouponPercent

_ROUNDS = 24
_PATIENCE = 3
_NEVER = -(10**40)
_MOST_PERCENTS = 3

Path = tuple["Path", int] | None
"""The pieces taken so far, backwards."""


@dataclass(frozen=True, slots=True)
class Large:
    """A basket and all that is offered for it. `may_shrink`: later offers may find pieces taken by item offers."""

    piles: Sequence[Pile]
    options: Sequence[Sequence[Option]]
    offers: Sequence[Takes]
    sums: Sequence[SumOffer]
    may_shrink: bool

    def never_below(self, best_minor: int, floor_minor: int) -> int:
        """A sum that no combination comes below; `best_minor` is what one comes to.

        `floor_minor`: what the item step is known not to come below.
        """
        percents = [offer for offer in self.sums if _percent(offer) is not None][:_MOST_PERCENTS]
        least, known = best_minor, dict[tuple[int, ...], int]()
        for count in range(len(percents), -1, -1):
            for used in combinations(percents, count):
                # Each percent is rounded by half a cent at most.
                off = self._amounts(percents, used, known) + count
                bound = 0 if used else floor_minor - off
                if bound < least:
                    market = Market(self.piles, self.options, self.offers, self._weights(used))
                    below = -(-market.never_below((least + off) * BASIS_POINTS) // BASIS_POINTS) - off
                    least = min(least, max(bound, below))
        return least

    def _weights(self, used: Sequence[SumOffer]) -> list[int]:
        weights = [BASIS_POINTS] * len(self.piles)
        for offer in used:
            for pile in offer.live.piles:
                weights[pile] = weights[pile] * (_percent(offer) or 0) // BASIS_POINTS
        return weights

    def _amounts(
        self, percents: Sequence[SumOffer], used: Sequence[SumOffer], known: dict[tuple[int, ...], int]
    ) -> int:
        """What all but the percents take off at most, beside those of them that are used."""
        high = [pile.list_minor for pile in self.piles for _ in range(pile.count)]
        most = 0
        for number, group in enumerate(in_groups(self.sums)):
            rest = [offer for offer in group if offer not in percents]
            # Who takes more than a percent of its group leaves it nothing, and so comes after it.
            first = [offer.mask for offer in used if offer in group and not offer.wants_untouched]
            taken_by = [offer.mask & ~_all_within(offer, first) for offer in rest]
            key = (number, *taken_by)
            if key not in known:
                by_piece = any(offer.looks_at_pieces for offer in rest)
                kinds = kinds_of(high, high, (0,) * len(high), taken_by, by_piece=by_piece)
                off = most_of_group(kinds, rest, taken_by, may_shrink=self.may_shrink)
                known[key] = sum(high) if off is None else off
            most += known[key]
        return most


@dataclass(frozen=True, slots=True)
class Chain:
    """An n-th-piece offer: its pieces in order, each with what it wins as one of a group and as the n-th of it."""

    count: int
    pieces: list[tuple[int, int, int]]

    def most(self, paid: Sequence[int]) -> tuple[int, Path]:
        """The most that it wins where a piece costs what is `paid` for it, and with which pieces."""
        last = self.count - 1
        best: list[tuple[int, Path]] = [(0, None), *((_NEVER, None) for _ in range(last))]
        for piece, as_one, as_nth in self.pieces:
            as_one, as_nth = as_one - paid[piece], as_nth - paid[piece]
            closed, path = best[last]
            closed += as_nth
            for taken in range(last, 0, -1):
                won, before = best[taken - 1]
                if won + as_one > best[taken][0]:
                    best[taken] = (won + as_one, (before, piece))
            if closed > best[0][0]:
                best[0] = (closed, (path, piece))
        return best[0]


class Market:
    """All pieces of a basket, each counted with the weight (in basis points) of its pile, and the offers for them."""

    def __init__(
        self,
        piles: Sequence[Pile],
        options: Sequence[Sequence[Option]],
        offers: Sequence[Takes],
        weights: Sequence[int],
    ) -> None:
        groups = ((index, each) for index, each in enumerate(offers) if isinstance(each, EveryNth))
        self._chains = {index: Chain(each.offer.count, []) for index, each in groups}
        self._base: list[int] = []
        self._paid: list[int] = []
        for pile, some, weight in zip(piles, options, weights, strict=True):
            base = min(weight * _at_least(pile, option, offers) for option in some if not _in_turn(option, offers))
            wins = list(_wins(pile, some, offers))
            for _ in range(pile.count):
                most = 0
                for index, as_one, as_nth, at_most in wins:
                    wins_here = (len(self._base), base - weight * as_one, base - weight * as_nth)
                    self._chains[index].pieces.append(wins_here)
                    most = max(most, base - weight * (as_one - at_most))
                self._base.append(base)
                self._paid.append(most)

    def never_below(self, enough: int) -> int:
        """What the pieces cannot cost less than, in basis points of a cent; looked for until it is `enough`."""
        whole, highest, since, cut = sum(self._base), _NEVER, 0, 1
        for _ in range(_ROUNDS):
            won, wanted = self._round()
            bound = whole - sum(self._paid) - won
            since = 0 if bound > highest else since + 1
            highest = max(highest, bound)
            if since == _PATIENCE:
                since, cut = 0, 2 * cut
            away = sum((each - 1) ** 2 for each in wanted.values())
            if highest >= enough or not away:
                break
            step = (enough - bound) // (away * cut)
            for piece, each in wanted.items():
                self._paid[piece] = max(0, self._paid[piece] + step * (each - 1))
        return highest

    def _round(self) -> tuple[int, dict[int, int]]:
        """What all offers win at today's prices, and how many of them want each piece."""
        wanted = dict.fromkeys((piece for chain in self._chains.values() for piece, _, _ in chain.pieces), 0)
        won = 0
        for chain in self._chains.values():
            value, path = chain.most(self._paid)
            won += value
            while path:
                path, piece = path
                wanted[piece] += 1
        return won, wanted


def _percent(offer: SumOffer) -> int | None:
    """The share that is paid under a percent without a cap."""
    match offer.live.offer:
        case BasketPercent(pay_basis_points=pay) | Coupon(effect=CouponPercent(pay_basis_points=pay)):
            return pay if offer.live.cap_minor is None else None
    return None


def _all_within(offer: SumOffer, masks: Sequence[int]) -> int:
    return 0 if offer.wants_untouched else reduce(or_, (mask for mask in masks if not mask & ~offer.mask), 0)


def _in_turn(option: Option, offers: Sequence[Takes]) -> bool:
    """Whether the option is one n-th-piece offer and nothing else."""
    mine = served(option)
    return len(mine) == 1 and isinstance(offers[mine[0][0]], EveryNth)


def _at_least(pile: Pile, option: Option, offers: Sequence[Takes]) -> int:
    price = price_before(pile, option, offers)
    return price - sum(offers[index].at_most(part, price, pile.quantity_milli) for index, part in option)


def _wins(pile: Pile, options: Sequence[Option], offers: Sequence[Takes]) -> Iterator[tuple[int, int, int, int]]:
    """By offer: what a piece costs as one of a group and as the n-th of it, and what it saves on average at most."""
    for option in options:
        if _in_turn(option, offers):
            ((index, part),) = served(option)
            price = price_before(pile, option, offers)
            offer = offers[index]
            assert isinstance(offer, EveryNth)
            yield (
                index,
                price,
                share(price, offer.offer.pay_basis_points),
                offer.at_most(part, price, pile.quantity_milli),
            )
