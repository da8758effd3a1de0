"""What would unlock more: a little more money or another piece, for each kind of offer that runs."""

from collections.abc import Sequence

from app.domain.money import share
from app.domain.pricing.later import Counter
from app.domain.pricing.live import COUPON, Live
from app.domain.pricing.pieces import Pile
from app.domain.pricing.result import CouponState, HeldCoupon
from app.domain.pricing.search import Best
from app.domain.pricing.sums import SumOffer
from app.domain.programme.model import (
    AmountOff,
    Bundle,
    Coupon,
    CouponAmount,
    CouponItem,
    CouponPercent,
    NthPiece,
    PiecesFor,
)
from app.domain.programme.reasons import NextStep, StepKind


class StepFinder:
    """Looks at the pieces as the best combination leaves them."""

    def __init__(self, piles: Sequence[Pile], of_pile: Sequence[int], best: Best) -> None:
        self._piles, self._of_pile, self._best = piles, of_pile, best
        self._before_coupons = list(best.counter.prices)
        for taken in best.counter.done:
            if taken.by.live.step == COUPON:
                for piece, saving in zip(taken.pieces, taken.savings, strict=True):
                    self._before_coupons[piece] += saving

    def of_items(self, items: Sequence[Live]) -> list[NextStep]:
        """Pieces missing to the next group or set."""
        steps = (self._of_item(live) for live in items if live.uses is None)
        return [step for step in steps if step]

    def of_sums(self, sums: Sequence[SumOffer]) -> list[NextStep]:
        """Money missing to the next step of an amount off."""
        steps = (self._of_amount(offer, offer.live.offer) for offer in sums)
        return [step for step in steps if step]

    def of_coupons(self, held: Sequence[HeldCoupon], coupons: Sequence[Coupon]) -> list[NextStep]:
        """Money missing to a coupon's threshold."""
        by_id = {coupon.id: coupon for coupon in coupons}
        return [
            NextStep(each.coupon, each.missing_minor, gain, StepKind.COUPON)
            for each in held
            if each.state is CouponState.MISSING and (gain := _gain(by_id[each.coupon])) > 0
        ]

    def _of_item(self, live: Live) -> NextStep | None:
        free = self._free(live)
        match live.offer:
            case NthPiece(count=count) if len(free) % count:
                lowest = min(free)
                gain = lowest - share(lowest, live.offer.pay_basis_points)
                return _pieces(live, StepKind.NTH_PIECE, count - len(free) % count, gain)
            case PiecesFor(count=count) if len(free) % count:
                missing, lowest = count - len(free) % count, min(free)
                begun = sorted(free, reverse=True)[: len(free) % count]
                gain = sum(begun) + missing * lowest - live.offer.price_minor
                return _pieces(live, StepKind.PIECES_FOR, missing, gain) if gain > 0 else None
            case Bundle():
                missing = self._missing_of(live, live.offer)
                in_all = sum(part.count for part in live.offer.parts)
                return _pieces(live, StepKind.BUNDLE, missing, 0) if 0 < missing < in_all else None
        return None

    def _missing_of(self, live: Live, bundle: Bundle) -> int:
        free = self._free_pieces(live)
        missing = 0
        for part in bundle.parts:
            fit = [p for p in free if part.goods.include(self._piles[self._of_pile[p]].product)][: part.count]
            free = [piece for piece in free if piece not in fit]
            missing += part.count - len(fit)
        return missing

    def _free(self, live: Live) -> list[int]:
        return [self._best.items.prices[piece] for piece in self._free_pieces(live)]

    def _free_pieces(self, live: Live) -> list[int]:
        items = self._best.items
        gone = items.touched if live.offer.exclusive else items.barred
        for used in items.used:
            if used.by.live.group == live.group:
                gone |= sum(1 << piece for piece in used.pieces)
        return [
            piece
            for piece, pile in enumerate(self._of_pile)
            if pile in live.piles and self._piles[pile].whole and not gone >> piece & 1
        ]

    def _of_amount(self, offer: SumOffer, promotion: object) -> NextStep | None:
        if not isinstance(promotion, AmountOff) or offer.live.step == COUPON:
            return None
        base, off = self._base(offer)
        if not base:
            return None
        least = sorted((step.at_least_minor, step.off_minor) for step in promotion.steps)
        if promotion.repeats and least[0][0]:
            threshold, each = least[0]
            times = base // threshold + 1
            least = [(times * threshold, times * each)]
        above = next(((at, more) for at, more in least if at > base and more > off), None)
        return NextStep(offer.live.offer.id, above[0] - base, above[1] - off) if above else None

    def _base(self, offer: SumOffer) -> tuple[int, int]:
        counter = self._best.counter
        for taken in counter.done:
            if taken.by is offer:
                return taken.base_minor, sum(taken.savings)
        free = _free_before_coupons(counter, offer)
        return sum(price for piece, price in enumerate(self._before_coupons) if free >> piece & 1), 0


def _free_before_coupons(counter: Counter, offer: SumOffer) -> int:
    free = offer.mask
    for taken in counter.done:
        if taken.by.live.step != COUPON and taken.by.live.group == offer.live.group:
            free &= ~sum(1 << piece for piece in taken.pieces)
    return free


def _pieces(live: Live, kind: StepKind, missing: int, gain_minor: int) -> NextStep:
    return NextStep(live.offer.id, 0, gain_minor, kind, missing)


def _gain(coupon: Coupon) -> int:
    match coupon.effect:
        case CouponAmount(off_minor=off):
            return off
        case CouponPercent(pay_basis_points=percent):
            off = coupon.at_least_minor - share(coupon.at_least_minor, percent)
            return off if coupon.at_most_minor is None else min(off, coupon.at_most_minor)
        case CouponItem():
            return 1


def in_order(steps: Sequence[NextStep]) -> tuple[NextStep, ...]:
    """Those that save most for least first, those of pieces before those of money where that cannot be said."""
    return tuple(sorted(steps, key=lambda step: (step.missing_minor - 3 * step.gain_minor, step.offer)))
