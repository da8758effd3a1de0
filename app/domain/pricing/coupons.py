"""How the coupons that a member holds stand to this basket."""

from collections.abc import Sequence

from app.domain.basket import Wishes
from app.domain.member import MemberView
from app.domain.pricing.live import COUPON
from app.domain.pricing.result import CouponState, HeldCoupon
from app.domain.pricing.search import Best
from app.domain.pricing.sums import SumOffer
from app.domain.programme.model import Coupon, Programme
from app.domain.programme.rights import coupon_unit


def coupons_held(programme: Programme, view: MemberView | None) -> tuple[Coupon, ...]:
    """The programme's coupons of which the member has any, here or elsewhere."""
    if view is None:
        return ()
    return tuple(coupon for coupon in programme.coupons if view.total(coupon_unit(coupon.id)) > 0)


def coupons_wanted(held: Sequence[Coupon], wishes: Wishes, programme: Programme) -> tuple[Coupon, ...]:
    """Those that may be used: all that were not declined, or only those asked for, as the programme says."""
    on_request = programme.policies.coupons == "on_request"
    return tuple(
        coupon
        for coupon in held
        if coupon.id not in wishes.declined and (not on_request or coupon.id in wishes.coupons)
    )


def states_of(
    held: Sequence[Coupon],
    wanted: Sequence[Coupon],
    running: frozenset[str],
    sums: Sequence[SumOffer],
    best: Best,
    view: MemberView | None,
    wishes: Wishes,
) -> tuple[HeldCoupon, ...]:
    """Each coupon held with its state, by id; `running` are those whose conditions hold."""
    by_id = {offer.live.offer.id: offer for offer in sums}
    states: list[HeldCoupon] = []
    for coupon in sorted(held, key=lambda each: each.id):
        if coupon not in wanted:
            declined = coupon.id in wishes.declined
            states.append(HeldCoupon(coupon.id, CouponState.DECLINED if declined else CouponState.ON_REQUEST))
        elif view and not view.usable(coupon_unit(coupon.id)):
            states.append(HeldCoupon(coupon.id, CouponState.ELSEWHERE))
        elif coupon.id not in running:
            states.append(HeldCoupon(coupon.id, CouponState.NOT_NOW))
        elif coupon.id not in by_id:
            states.append(HeldCoupon(coupon.id, CouponState.NO_GOODS))
        else:
            states.append(_state(by_id[coupon.id], coupon, best))
    return tuple(states)


def _state(offer: SumOffer, coupon: Coupon, best: Best) -> HeldCoupon:
    prices = list(best.counter.prices)
    for taken in best.counter.done:
        if taken.by is offer:
            return HeldCoupon(coupon.id, CouponState.APPLIED, taken.times, sum(taken.savings))
        if taken.by.live.step == COUPON:
            for piece, saving in zip(taken.pieces, taken.savings, strict=True):
                prices[piece] += saving
    base = sum(price for piece, price in enumerate(prices) if offer.mask >> piece & 1)
    if base < coupon.at_least_minor:
        return HeldCoupon(coupon.id, CouponState.MISSING, missing_minor=coupon.at_least_minor - base)
    by = _in_the_way(offer, best)
    return HeldCoupon(coupon.id, CouponState.EXCLUDED if by else CouponState.FITS, by=by)


def _in_the_way(offer: SumOffer, best: Best) -> str:
    """The first offer used that keeps pieces from the coupon, where too little is left for it."""
    if best.counter.free_for(offer) == offer.mask:
        return ""
    uses = [(used.by.live, used.pieces) for used in best.items.used]
    uses += [(taken.by.live, taken.pieces) for taken in best.counter.done]
    for live, pieces in uses:
        shares_goods = any(offer.mask >> piece & 1 for piece in pieces)
        excludes = live.offer.exclusive or offer.wants_untouched or live.group == offer.live.group
        if shares_goods and excludes:
            return live.offer.id
    return ""
