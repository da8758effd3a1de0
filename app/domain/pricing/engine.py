"""Prices a basket: item price, tier price, item promotions, basket promotions, coupons, points off, fees (ADR 0016).

Pure: the same basket, programme, moment and rights give the same cents and reasons at till and head office, in whatever
order the goods were scanned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.domain.basket import Basket, BasketLine
from app.domain.ledger import Unit
from app.domain.money import extend
from app.domain.pricing.coupons import coupons_held, coupons_wanted, states_of
from app.domain.pricing.fees import fee_steps, fees_of
from app.domain.pricing.greedy import in_priority
from app.domain.pricing.lines import lines_of
from app.domain.pricing.live import BASKET, ITEM, Live, Wallet, Withheld, live_coupons, live_offers, spends_of
from app.domain.pricing.next_steps import StepFinder, in_order
from app.domain.pricing.patience import OutOfPatienceError, Patience
from app.domain.pricing.pieces import Pile, TierOffers, has_member_price, pieces_of, piles_of
from app.domain.pricing.points import points_off
from app.domain.pricing.result import PROVED, Bound, PricedBasket
from app.domain.pricing.search import Best, find_best
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.takers import may_serve, takes
from app.domain.programme.conditions import asks_for_sum, holds
from app.domain.programme.model import Coupon, NthPiece, Programme, Tier
from app.domain.programme.people import person_in, tier_held
from app.domain.programme.reasons import ReasonCode
from app.domain.programme.scene import Moment, Person, Scene
from app.domain.spend import Spend

NO_RIGHTS: Mapping[Unit, int] = {}
_MOST_PRICED_TWICE = 60
_QUICK = 20_000
"""So many units of patience are some milliseconds."""


@dataclass(frozen=True, slots=True)
class _Counter:
    """What all steps rest on: whose basket, under what, and its pieces at tier prices."""

    basket: Basket
    programme: Programme
    tier: Tier | None
    tiers: tuple[Tier, ...]
    scene: Scene
    piles: tuple[Pile, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """The best combination on these pieces, and what it was chosen from."""

    on: _Counter
    best: Best
    items: Sequence[Live]
    sums: Sequence[SumOffer]
    running: frozenset[str]
    withheld: Sequence[Withheld]


def price(basket: Basket, programme: Programme, moment: Moment, rights: Mapping[Unit, int] = NO_RIGHTS) -> PricedBasket:
    """The basket at the customer's best. `rights` is what this till holds of the programme's own counted rights."""
    return _priced(basket, programme, moment, rights, Patience())


def price_if_quick(
    basket: Basket, programme: Programme, moment: Moment, rights: Mapping[Unit, int] = NO_RIGHTS
) -> PricedBasket | None:
    """The same, to the last reason, where the search is over within the time of a key stroke; else nothing."""
    try:
        return _priced(basket, programme, moment, rights, Patience(_QUICK))
    except OutOfPatienceError:
        return None


def _priced(
    basket: Basket, programme: Programme, moment: Moment, rights: Mapping[Unit, int], patience: Patience
) -> PricedBasket:
    on = _counter(basket, programme, moment)
    if basket.wishes.plain or not on.piles:
        return _finished(on, None)
    held = coupons_held(programme, basket.member)
    wanted = coupons_wanted(held, basket.wishes, programme)
    wallet = Wallet(basket.member, rights)
    found = _find(on, wanted, wallet, None, patience)
    never_below = found.best.never_below_minor
    if _may_lose_by_tier_prices(found):
        # What a stranger would pay: a member never pays more.
        total_minor = found.best.counter.total_minor
        other = _find(_counter(basket, programme, moment, waives=True), wanted, wallet, total_minor, patience)
        never_below = min(never_below, other.best.never_below_minor)
        if other.best.counter.total_minor < found.best.counter.total_minor:
            found = other
    gap_minor = found.best.counter.total_minor - never_below
    on, best, items, sums = found.on, found.best, found.items, found.sums
    states = states_of(held, wanted, found.running, sums, best, basket.member, basket.wishes)
    finder = StepFinder(on.piles, pieces_of(on.piles), best)
    steps = [*finder.of_items(items), *finder.of_sums(sums), *finder.of_coupons(states, held)]
    priced = _finished(on, best)
    goods_minor = priced.goods_minor
    own, shared = _spends(best)
    return PricedBasket(
        basket=basket,
        lines=priced.lines,
        tier=on.tier,
        next_steps=in_order([*steps, *fee_steps(priced.fees, on.tiers, moment, goods_minor)]),
        fees=priced.fees,
        spends=(*own, *priced.spends),
        shared_spends=shared,
        coupons=states,
        withheld=tuple(found.withheld),
        proof=Bound(gap_minor) if gap_minor else PROVED,
    )


def _find(
    on: _Counter, wanted: Sequence[Coupon], wallet: Wallet, below_minor: int | None, patience: Patience
) -> _Found:
    live, withheld = live_offers(on.programme, on.piles, on.scene, wallet)
    running = [coupon for coupon in wanted if holds(coupon.when, on.scene, on.programme)]
    items = [each for each in live if each.step == ITEM]
    later = [each for each in live if each.step == BASKET]
    sums = _sums(on.piles, [*later, *live_coupons(running, on.piles, on.scene, wallet)])
    reachable = [offer for offer in sums if _reach(offer, on.piles) >= offer.lowest_threshold()]
    taking = [each for live in items if may_serve(each := takes(live, on.piles), on.piles)]
    if on.programme.policies.stacking == "best":
        best = find_best(on.piles, taking, reachable, below_minor, patience)
    else:
        best = in_priority(on.piles, taking, reachable)
    return _Found(on, best, items, sums, frozenset(coupon.id for coupon in running), withheld)


def _may_lose_by_tier_prices(found: _Found) -> bool:
    """Whether tier prices may have cost an offer that the search could not weigh against them.

    It gives them up piece by piece, but not the order in which they put the pieces, nor offers whose condition asks for
    a sum; and where it was cut short nothing is sure. Of a very large basket only the bound is told.
    """
    piles, programme = found.on.piles, found.on.programme
    if len(piles) > _MOST_PRICED_TWICE or all(pile.tier_minor == pile.list_minor for pile in piles):
        return False
    is_ordered = all(_keeps_order(each, piles) for each in found.items if isinstance(each.offer, NthPiece))
    asks = any(asks_for_sum(offer.when) for offer in (*programme.promotions, *programme.coupons))
    has_steps = any(offer.lowest_threshold() for offer in found.sums)
    is_sure = found.best.is_lowest or (is_ordered and not found.best.gap_minor)
    return asks or (has_steps and not is_sure)


def _keeps_order(live: Live, piles: Sequence[Pile]) -> bool:
    """Whether the pieces of the offer would stand in the same order without tier prices."""
    return all(one >= two for one, two in pairwise(piles[number].list_minor for number in sorted(live.piles)))


def price_items_only(
    basket: Basket, programme: Programme, moment: Moment, lines: Sequence[BasketLine] | None = None
) -> PricedBasket:
    """Lines at item and tier prices, at once: what a scan paints before the offers of a large basket are found.

    All of the basket's, or just these `lines` of it.
    """
    asked = basket.lines if lines is None else tuple(lines)
    tier, person, tiers = _standing(basket, programme)
    piles = piles_of(asked, _tier_offers(basket, tiers, person, moment, programme))
    priced = lines_of(asked, piles, programme.version, None)
    return PricedBasket(replace(basket, lines=asked), priced, tier, is_complete=False)


def points_taken(priced: PricedBasket, programme: Programme, moment: Moment, points: int | None) -> int:
    """How many points this basket would use up if the customer wanted to use so many; None = as many as possible."""
    basket = priced.basket.with_wishes(replace(priced.basket.wishes, points=points))
    before = [
        replace(line, reasons=tuple(each for each in line.reasons if each.code is not ReasonCode.POINTS))
        for line in priced.lines
    ]
    _, spends = points_off(before, basket, programme, _counter(basket, programme, moment).scene)
    return sum(spend.amount for spend in spends)


def _counter(basket: Basket, programme: Programme, moment: Moment, *, waives: bool = False) -> _Counter:
    tier, person, tiers = _standing(basket, programme)
    tier_offers = TierOffers() if waives else _tier_offers(basket, tiers, person, moment, programme)
    piles = piles_of(basket.lines, tier_offers)
    goods_minor = sum(pile.count * pile.tier_minor for pile in piles) + sum(
        extend(line.manual.unit_price_minor, line.quantity_milli) for line in basket.lines if line.manual
    )
    scene = Scene(moment, person, goods_minor)
    return _Counter(basket, programme, tier, tiers, scene, piles)


def _standing(basket: Basket, programme: Programme) -> tuple[Tier | None, Person | None, tuple[Tier, ...]]:
    """Who is served: the tier first named, the person, and all tiers held."""
    tier = tier_held(basket.member, programme)
    person = person_in(tier, basket.member, programme)
    return tier, person, tuple(tier for tier in programme.tiers if person and tier.tier_id in person.tiers)


def _tier_offers(
    basket: Basket, tiers: Sequence[Tier], person: Person | None, moment: Moment, programme: Programme
) -> TierOffers:
    if basket.wishes.plain or not tiers:
        return TierOffers()
    listed = sum(extend(line.product.price_minor, line.quantity_milli) for line in basket.lines)
    scene = Scene(moment, person, listed)
    discounts = ((tier.id, discount) for tier in tiers for discount in tier.benefits.discounts)
    return TierOffers(
        has_member_price(tiers), tuple(each for each in discounts if holds(each[1].when, scene, programme))
    )


def _sums(piles: Sequence[Pile], live: Sequence[Live]) -> list[SumOffer]:
    of_pile = pieces_of(piles)
    return [
        SumOffer(each, sum(1 << piece for piece, pile in enumerate(of_pile) if pile in each.piles)) for each in live
    ]


def _reach(offer: SumOffer, piles: Sequence[Pile]) -> int:
    return sum(piles[number].count * piles[number].list_minor for number in offer.live.piles)


def _finished(on: _Counter, best: Best | None) -> PricedBasket:
    lines = lines_of(on.basket.lines, on.piles, on.programme.version, best)
    goods_minor = sum(line.net_minor for line in lines)
    lines, spends = points_off(lines, on.basket, on.programme, on.scene)
    fees = fees_of(on.basket, on.programme, on.tiers, on.scene.moment, goods_minor)
    return PricedBasket(on.basket, lines, on.tier, fees=fees, spends=spends)


def _spends(best: Best) -> tuple[tuple[Spend, ...], tuple[Spend, ...]]:
    own: list[Spend] = []
    shared: list[Spend] = []
    uses = [(used.by.live, used.times, used.savings) for used in best.items.used]
    uses += [(taken.by.live, taken.times, taken.savings) for taken in best.counter.done]
    for live, times, savings in uses:
        of_member, of_all = spends_of(live, times, sum(savings))
        own += of_member
        shared += of_all
    return tuple(own), tuple(shared)
