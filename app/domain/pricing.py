"""What the basket costs: item price -> member or tier price -> promotions, each step with its reason.

Pure: the same basket, programme and day give the same cents and reasons at till and head office, in
whatever order the goods were scanned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.basket import Basket, BasketLine
from app.domain.catalogue import Measure, Product
from app.domain.money import BASIS_POINTS, MILLI, allocate, extend, share
from app.domain.programme.model import AmountOff, NthPiece, Programme, Promotion, Tier
from app.domain.programme.reasons import NextStep, Reason, ReasonCode
from app.domain.programme.tiers import tier_of


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A basket line with its price before and after the reasons (minor units)."""

    line: BasketLine
    list_minor: int
    reasons: tuple[Reason, ...] = ()

    @property
    def net_minor(self) -> int:
        """What the line costs."""
        # A plain loop: most lines have one reason or none, and a large basket asks this thousands of times.
        net_minor = self.list_minor
        for reason in self.reasons:
            net_minor += reason.amount_minor
        return net_minor


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """The basket with prices, and what would unlock more."""

    basket: Basket
    lines: tuple[PricedLine, ...]
    tier: Tier | None
    next_steps: tuple[NextStep, ...] = ()

    @property
    def list_minor(self) -> int:
        """The sum before any reason."""
        return sum(line.list_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        """What is to be paid."""
        return sum(line.net_minor for line in self.lines)

    @property
    def saving_minor(self) -> int:
        """What the customer saves."""
        return self.list_minor - self.total_minor


def price(basket: Basket, programme: Programme, day: str) -> PricedBasket:
    """The basket priced under `programme` on the ISO date `day`."""
    tier = _tier(basket, programme)
    lines = [_item_price(line, tier, programme) for line in basket.lines]
    steps: list[NextStep] = []
    for promotion in programme.promotions:
        if not _runs(promotion, tier, day):
            continue
        if isinstance(promotion, NthPiece):
            lines = _nth_piece(lines, promotion, programme.version)
        elif isinstance(promotion, AmountOff):
            lines, step = _amount_off(lines, promotion, programme.version)
            steps.extend(step)
    return PricedBasket(basket, tuple(lines), tier, tuple(steps))


def _tier(basket: Basket, programme: Programme) -> Tier | None:
    member = basket.member.member if basket.member else None
    return tier_of(programme, member.tier, member.measures) if member else None


def _item_price(line: BasketLine, tier: Tier | None, programme: Programme) -> PricedLine:
    listed = line.label_price_minor
    if listed is None:
        listed = extend(line.product.price_minor, line.quantity_milli)
    if line.manual:
        amount = extend(line.manual.unit_price_minor, line.quantity_milli) - listed
        return PricedLine(line, listed, (Reason(ReasonCode.MANUAL_PRICE, "", programme.version, amount),))
    best = min(_member_offers(line, listed, tier, programme.version), key=lambda r: r.amount_minor, default=None)
    return PricedLine(line, listed, (best,) if best else ())


def _member_offers(line: BasketLine, listed: int, tier: Tier | None, version: int) -> Sequence[Reason]:
    if tier is None:
        return ()
    offers: list[Reason] = []
    member_price = line.product.member_price_minor
    if tier.benefits.member_price and member_price is not None and line.label_price_minor is None:
        amount = extend(member_price, line.quantity_milli) - listed
        offers.append(Reason(ReasonCode.MEMBER_PRICE, tier.id, version, amount))
    for discount in tier.benefits.discounts:
        if discount.goods.include(line.product):
            amount = share(listed, discount.pay_basis_points) - listed
            offers.append(Reason(ReasonCode.TIER_DISCOUNT, tier.id, version, amount, discount.pay_basis_points))
    return [offer for offer in offers if offer.amount_minor < 0]


def _runs(promotion: Promotion, tier: Tier | None, day: str) -> bool:
    spans = promotion.when.dates
    in_time = not spans or any(span.first <= day and (not span.last or day <= span.last) for span in spans)
    return in_time and (tier is not None or not promotion.when.members)


def _takes_part(line: PricedLine, promotion: Promotion) -> bool:
    return line.line.manual is None and promotion.goods.include(line.line.product)


def _nth_piece(lines: list[PricedLine], promotion: NthPiece, version: int) -> list[PricedLine]:
    """Pieces sorted dearest first are cut into groups of `count`; the last of each group is reduced."""
    pieces = [
        (-_piece_price(line), line.line.product.id, index)
        for index, line in enumerate(lines)
        if _takes_part(line, promotion) and _is_by_piece(line.line.product)
        for _ in range(line.line.quantity_milli // MILLI)
    ]
    off: dict[int, int] = {}
    for negative_price, _, index in sorted(pieces)[promotion.count - 1 :: promotion.count]:
        piece_price = -negative_price
        off[index] = off.get(index, 0) + piece_price - share(piece_price, promotion.pay_basis_points)
    return _with_savings(lines, promotion.id, version, off)


def _piece_price(line: PricedLine) -> int:
    return line.net_minor * MILLI // line.line.quantity_milli


def _is_by_piece(product: Product) -> bool:
    return product.measure is Measure.PIECE


def _amount_off(
    lines: list[PricedLine], promotion: AmountOff, version: int
) -> tuple[list[PricedLine], Sequence[NextStep]]:
    taking = [index for index, line in enumerate(lines) if _takes_part(line, promotion) and line.net_minor > 0]
    base = sum(lines[index].net_minor for index in taking)
    steps = sorted((step.at_least_minor, step.off_minor) for step in promotion.steps)
    off = max((off for threshold, off in steps if threshold <= base), default=0)
    above = next(((threshold, gain) for threshold, gain in steps if threshold > base), None)
    hints = [NextStep(promotion.id, above[0] - base, above[1] - off)] if above and base else []
    if not off:
        return lines, hints
    # The product id breaks ties of the last cent, so that the order of scanning cannot.
    taking.sort(key=lambda index: (lines[index].line.product.id, lines[index].net_minor, index))
    parts = allocate(min(off, base), [lines[index].net_minor for index in taking])
    return _with_savings(lines, promotion.id, version, dict(zip(taking, parts, strict=True))), hints


def _with_savings(lines: list[PricedLine], offer: str, version: int, off: dict[int, int]) -> list[PricedLine]:
    return [
        replace(line, reasons=(*line.reasons, Reason(ReasonCode.PROMOTION, offer, version, -off[index])))
        if off.get(index)
        else line
        for index, line in enumerate(lines)
    ]


def points_for(priced: PricedBasket, programme: Programme, earning_minor: int) -> int:
    """Points for `earning_minor` paid with tenders that earn: whole units only, times the tier's rate, rounded down."""
    rule = programme.points_rule
    if rule is None or priced.tier is None or earning_minor <= 0:
        return 0
    return earning_minor // rule.per_minor * rule.amount * priced.tier.benefits.points_basis_points // BASIS_POINTS
