"""The customer's best by trying everything, written from ADR 0016 and sharing no code with the engine."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product as every

from app.domain.catalogue import Product
from app.domain.programme.model import (
    AmountOff,
    BasketPercent,
    Bundle,
    Coupon,
    CouponAmount,
    CouponPercent,
    NthPiece,
    Offer,
    Percent,
    PiecesFor,
    SpecialPrice,
)

Choice = tuple[tuple[int, int], ...]
"""What a piece serves: offers with their part. First a part of none where it gives up its tier price."""

GIVEN_UP = (-1, -1)


@dataclass(frozen=True)
class Piece:
    """One piece by the count, in the order of the record."""

    product: Product
    listed: int
    tier: int


@dataclass
class State:
    """Prices and who has which piece."""

    prices: list[int]
    tier_saving: list[int]
    groups: list[set[str]]
    promoted: list[bool]
    couponed: list[bool]
    closed: list[bool]
    gone: frozenset[str] = field(default_factory=frozenset)


def of_hundred(amount: int, basis_points: int) -> int:
    """Half up."""
    return (amount * basis_points + 5_000) // 10_000


def shared(total: int, weights: Sequence[int]) -> list[int]:
    """Largest remainder, the earlier first."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    rest = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in rest[: total - sum(parts)]:
        parts[i] += 1
    return parts


def group_of(offer: Offer) -> str:
    """Its stacking group."""
    if offer.group:
        return offer.group
    if isinstance(offer, Coupon):
        return "coupon"
    return "basket" if isinstance(offer, AmountOff | BasketPercent) else "item"


def choices_of(pieces: Sequence[Piece], items: Sequence[Offer]) -> list[list[Choice]]:
    """What each piece may take in the item step, with its tier price and without."""
    items = in_order(items)
    found: list[list[Choice]] = []
    for piece in pieces:
        some = list(_choices(piece, items))
        found.append([*some, *((GIVEN_UP, *each) for each in some)] if piece.tier < piece.listed else some)
    return found


def in_order(items: Sequence[Offer]) -> list[Offer]:
    """By priority and id."""
    return sorted(items, key=lambda offer: (offer.priority, offer.id))


def _choices(piece: Piece, items: Sequence[Offer]) -> Iterator[Choice]:
    fit: dict[str, list[tuple[int, int]]] = {}
    for number, offer in enumerate(items):
        if isinstance(offer, Bundle):
            parts = [n for n, part in enumerate(offer.parts) if part.goods.include(piece.product)]
        else:
            parts = [0]
        if offer.goods.include(piece.product):
            fit.setdefault(group_of(offer), []).extend((number, part) for part in parts)
    for some in every(*([None, *each] for each in fit.values())):
        taken = tuple(sorted(each for each in some if each is not None))
        if len(taken) < 2 or not any(_alone(items[number]) for number, _ in taken):
            yield taken


def _alone(offer: Offer) -> bool:
    return offer.exclusive or isinstance(offer, PiecesFor | Bundle) or offer.at_most_minor is not None


def best_total(
    pieces: Sequence[Piece],
    items: Sequence[Offer],
    sums: Sequence[Offer],
    coupons: Mapping[str, int],
    uses: Mapping[str, int],
) -> int:
    """The least that the pieces can cost. `coupons`: how many of each are held; `uses`: what limits leave."""
    items = in_order(items)
    least = sum(piece.tier for piece in pieces)
    for taken in every(*choices_of(pieces, items)):
        state = after_items(pieces, items, taken, uses)
        if state:
            least = min(least, after_sums(pieces, sums, coupons, state, in_coupons=False))
    return least


def after_items(
    pieces: Sequence[Piece], items: Sequence[Offer], taken: Sequence[Choice], uses: Mapping[str, int]
) -> State | None:
    """The pieces after the item step, or None where this is not allowed."""
    at_list = [any(n < 0 or not items[n].on_tier_price for n, _ in choice) for choice in taken]
    taken = [choice[1:] if choice[:1] == (GIVEN_UP,) else choice for choice in taken]
    prices = [p.listed if listed else p.tier for p, listed in zip(pieces, at_list, strict=True)]
    saving = [0 if listed else p.listed - p.tier for p, listed in zip(pieces, at_list, strict=True)]
    for number, offer in enumerate(items):
        mine = [i for i, choice in enumerate(taken) if any(number == n for n, _ in choice)]
        parts = [part for choice in taken for n, part in choice if n == number]
        off = item_off(offer, [prices[i] for i in mine], parts)
        if off is None or off[1] > uses.get(offer.id, 10**9) or sum(off[0]) < 0:
            return None
        savings = off[0]
        if offer.at_most_minor is not None and sum(savings) > offer.at_most_minor:
            savings = shared(offer.at_most_minor, savings)
        for i, part in zip(mine, savings, strict=True):
            prices[i] -= part
    return State(
        prices,
        saving,
        [{group_of(items[number]) for number, _ in choice} for choice in taken],
        [bool(choice) for choice in taken],
        [False] * len(pieces),
        [any(items[number].exclusive for number, _ in choice) for choice in taken],
    )


def item_off(offer: Offer, prices: list[int], parts: list[int]) -> tuple[list[int], int] | None:
    """What an item promotion saves on each of its pieces, and its uses."""
    if isinstance(offer, Percent):
        off = [price - of_hundred(price, offer.pay_basis_points) for price in prices]
        return (off, len(off)) if all(off) else None
    if isinstance(offer, SpecialPrice):
        off = [price - offer.price_minor for price in prices]
        return (off, len(off)) if all(each > 0 for each in off) else None
    if isinstance(offer, NthPiece):
        if len(prices) % offer.count:
            return None
        nth = [(i + 1) % offer.count == 0 for i in range(len(prices))]
        off = [p - of_hundred(p, offer.pay_basis_points) if last else 0 for p, last in zip(prices, nth, strict=True)]
        return off, len(prices) // offer.count
    assert isinstance(offer, PiecesFor | Bundle)
    needs = [offer.count] if isinstance(offer, PiecesFor) else [part.count for part in offer.parts]
    sets, rest = divmod(len(prices), sum(needs))
    if rest or any(parts.count(part) != sets * need for part, need in enumerate(needs)):
        return None
    total = sum(prices) - sets * offer.price_minor
    return (shared(total, prices), sets) if total >= 0 else None


def after_sums(
    pieces: Sequence[Piece], sums: Sequence[Offer], coupons: Mapping[str, int], state: State, *, in_coupons: bool
) -> int:
    """The least that offers on sums can make of it, in any order, promotions before coupons."""
    least = sum(state.prices)
    for offer in sums:
        is_coupon = isinstance(offer, Coupon)
        if offer.id in state.gone or (in_coupons and not is_coupon):
            continue
        for times in range(1, min(coupons[offer.id], offer.per_sale) + 1) if isinstance(offer, Coupon) else (1,):
            used = use(pieces, offer, times, state)
            if used:
                least = min(least, after_sums(pieces, sums, coupons, used, in_coupons=is_coupon))
    return least


def use(pieces: Sequence[Piece], offer: Offer, times: int, state: State) -> State | None:
    """The pieces after one use of an offer on a sum; None where it takes nothing off."""
    mine = [
        i
        for i, piece in enumerate(pieces)
        if offer.goods.include(piece.product)
        and not state.closed[i]
        and group_of(offer) not in state.groups[i]
        and not (offer.exclusive and (state.promoted[i] or state.couponed[i]))
        and not (isinstance(offer, Coupon) and not offer.with_promotions and state.promoted[i])
    ]
    back = [0 if offer.on_tier_price else state.tier_saving[i] for i in mine]
    prices = [state.prices[i] + more for i, more in zip(mine, back, strict=True)]
    off = sum_off(offer, sum(prices), times, prices)
    off = min(off, sum(prices)) if offer.at_most_minor is None else min(off, sum(prices), offer.at_most_minor)
    if off <= 0:
        return None
    weights = prices
    if isinstance(offer, Coupon) and not isinstance(offer.effect, CouponAmount | CouponPercent):
        dear = sorted(range(len(prices)), key=lambda i: (-prices[i], i))[:times]
        weights = [max(0, prices[i] - offer.effect.price_minor) if i in dear else 0 for i in range(len(prices))]
    after = State(
        list(state.prices), list(state.tier_saving), [set(each) for each in state.groups],
        list(state.promoted), list(state.couponed), list(state.closed), state.gone | {offer.id},
    )  # fmt: skip
    for i, price, part in zip(mine, prices, shared(off, weights), strict=True):
        after.prices[i] = price - part
        if not offer.on_tier_price:
            after.tier_saving[i] = 0
        after.groups[i].add(group_of(offer))
        after.closed[i] = after.closed[i] or offer.exclusive
        if isinstance(offer, Coupon):
            after.couponed[i] = True
        else:
            after.promoted[i] = True
    return after


def sum_off(offer: Offer, base: int, times: int, prices: list[int]) -> int:
    """What an offer takes off this sum before caps."""
    if isinstance(offer, AmountOff):
        if offer.repeats:
            return base // offer.steps[0].at_least_minor * offer.steps[0].off_minor
        return max((step.off_minor for step in offer.steps if base >= step.at_least_minor), default=0)
    if isinstance(offer, BasketPercent):
        return base - of_hundred(base, offer.pay_basis_points) if base >= offer.at_least_minor else 0
    assert isinstance(offer, Coupon)
    if base < times * offer.at_least_minor:
        return 0
    if isinstance(offer.effect, CouponAmount):
        return times * offer.effect.off_minor
    if isinstance(offer.effect, CouponPercent):
        return base - of_hundred(base, offer.effect.pay_basis_points) if times == 1 else 0
    return sum(max(0, price - offer.effect.price_minor) for price in sorted(prices, reverse=True)[:times])
