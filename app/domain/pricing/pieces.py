"""The pieces of a basket: whole units, identical ones in one pile, at their list price and at their tier price."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.basket import BasketLine
from app.domain.catalogue import Measure, Product
from app.domain.money import MILLI, extend, share
from app.domain.programme.model import Tier
from app.domain.programme.model.offers import GoodsDiscount
from app.domain.programme.reasons import ReasonCode


@dataclass(frozen=True, slots=True)
class TierPrice:
    """Why a piece costs less to this member: the tier, and the share of the price (basis points) where it is a rate."""

    code: ReasonCode
    tier: str
    basis_points: int = 0


@dataclass(frozen=True, slots=True)
class Pile:
    """Identical pieces, `count` in all. Prices are of one of `quantity_milli`; `homes`: (line index, pieces there).

    What is weighed, or carries its own label, is one piece a line and not `whole`: it cannot be the n-th of a group.
    """

    product: Product
    quantity_milli: int
    list_minor: int
    tier_minor: int
    tier_price: TierPrice | None
    whole: bool
    homes: tuple[tuple[int, int], ...]
    count: int


@dataclass(frozen=True, slots=True)
class TierOffers:
    """What the tiers held bring to prices now: the tier that grants member prices, and the discounts that run."""

    member_price: str = ""
    discounts: tuple[tuple[str, GoodsDiscount], ...] = ()

    def best(self, product: Product, list_minor: int, quantity_milli: int, *, labelled: bool) -> tuple[int, TierPrice]:
        """The lowest price of one piece and why; the list price where nothing lowers it."""
        offers = [(list_minor, TierPrice(ReasonCode.MEMBER_PRICE, ""))]
        if self.member_price and product.member_price_minor is not None and not labelled:
            price = extend(product.member_price_minor, quantity_milli)
            offers.append((price, TierPrice(ReasonCode.MEMBER_PRICE, self.member_price)))
        for tier, discount in self.discounts:
            if discount.goods.include(product):
                price = share(list_minor, discount.pay_basis_points)
                offers.append((price, TierPrice(ReasonCode.TIER_DISCOUNT, tier, discount.pay_basis_points)))
        return min(offers, key=lambda offer: offer[0])


def piles_of(lines: Sequence[BasketLine], tier_offers: TierOffers) -> tuple[Pile, ...]:
    """The basket's pieces without those at a price by hand, dearest first, ties by product: never by scanning."""
    homes: dict[tuple[Product, int, int, bool], list[tuple[int, int]]] = {}
    in_order = sorted(range(len(lines)), key=lambda index: (lines[index].quantity_milli, lines[index].note, index))
    for index in in_order:
        line = lines[index]
        if line.manual is None:
            product, quantity, count = line.product, *_cut(line)
            listed = line.label_price_minor
            listed = extend(product.price_minor, quantity) if listed is None else listed
            key = (product, quantity, listed, line.label_price_minor is not None)
            homes.setdefault(key, []).append((index, count))
    piles = (_pile(key, tuple(where), tier_offers) for key, where in homes.items())
    return tuple(sorted(piles, key=_canonical))


def pieces_of(piles: Iterable[Pile]) -> tuple[int, ...]:
    """The pile of every piece, in canonical order."""
    return tuple(number for number, pile in enumerate(piles) for _ in range(pile.count))


def _is_counted(line: BasketLine) -> bool:
    return line.product.measure is Measure.PIECE and line.quantity_milli > 0 and line.quantity_milli % MILLI == 0


def _cut(line: BasketLine) -> tuple[int, int]:
    if line.label_price_minor is None and _is_counted(line):
        return MILLI, line.quantity_milli // MILLI
    return line.quantity_milli, 1


def _pile(key: tuple[Product, int, int, bool], where: tuple[tuple[int, int], ...], tier_offers: TierOffers) -> Pile:
    product, quantity, listed, labelled = key
    whole = not labelled and product.measure is Measure.PIECE and quantity == MILLI
    price, why = tier_offers.best(product, listed, quantity, labelled=labelled)
    count = sum(pieces for _, pieces in where)
    return Pile(product, quantity, listed, price, why if price < listed else None, whole, where, count)


def _canonical(pile: Pile) -> tuple[int, int, str, int, bool]:
    return (-pile.tier_minor, -pile.list_minor, pile.product.id, pile.quantity_milli, pile.whole)


def has_member_price(tiers: Iterable[Tier]) -> str:
    """The first of the tiers that grants member prices, or nothing."""
    return next((tier.id for tier in tiers if tier.benefits.member_price), "")
