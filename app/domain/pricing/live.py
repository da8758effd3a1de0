"""Which offers run for this basket now, and how often this till may use them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.ledger import Unit
from app.domain.member import MemberView
from app.domain.pricing.pieces import Pile
from app.domain.programme.conditions import holds
from app.domain.programme.model import AmountOff, BasketPercent, CashBack, Coupon, Offer, Programme
from app.domain.programme.rights import budget_unit, coupon_unit, right_unit
from app.domain.programme.scene import Scene
from app.domain.spend import Spend

ITEM, BASKET, COUPON = 0, 1, 2
_GROUPS = ("item", "basket", "coupon")


class Held(StrEnum):
    """Why an offer that runs is not used."""

    NEEDS_LEASE = "needs_lease"
    LIMIT_REACHED = "limit_reached"


@dataclass(frozen=True, slots=True)
class Withheld:
    """An offer that runs and would fit, but whose counted right this till does not hold, or which is used up."""

    offer: str
    why: Held


@dataclass(frozen=True, slots=True)
class Live:
    """An offer that runs now, `uses` times at most (None = as often as it fits), saving at most `cap_minor`."""

    offer: Offer
    step: int
    piles: frozenset[int]
    uses: int | None = None
    cap_minor: int | None = None
    rights: tuple[tuple[Unit, bool], ...] = ()

    @property
    def group(self) -> str:
        """The stacking group: a piece serves one offer of it."""
        return self.offer.group or _GROUPS[self.step]

    @property
    def order(self) -> tuple[int, int, str]:
        """Step, priority, id."""
        return (self.step, self.offer.priority, self.offer.id)


@dataclass(frozen=True, slots=True)
class Wallet:
    """What may be used here of counted rights: the member's own, and those for all that this till holds."""

    view: MemberView | None
    shared: Mapping[Unit, int]

    def usable(self, unit: Unit, *, is_shared: bool) -> int:
        """How much of the unit may be used here now."""
        if is_shared:
            return self.shared.get(unit, 0)
        return self.view.usable(unit) if self.view else 0

    def why_not(self, unit: Unit, *, is_shared: bool) -> Held:
        """Whether there is nothing left of the unit, or only nothing here."""
        known = unit in self.shared if is_shared else bool(self.view and unit in self.view.holdings)
        left = 0 if is_shared or not self.view else self.view.total(unit)
        return Held.LIMIT_REACHED if known and not left else Held.NEEDS_LEASE


def live_offers(
    programme: Programme, piles: Sequence[Pile], scene: Scene, wallet: Wallet
) -> tuple[list[Live], list[Withheld]]:
    """Promotions that run and have goods here, by step, priority and id; and those whose right is missing."""
    live: list[Live] = []
    withheld: list[Withheld] = []
    for offer in programme.promotions:
        if isinstance(offer, CashBack) or not holds(offer.when, scene, programme):
            continue
        step = BASKET if isinstance(offer, AmountOff | BasketPercent) else ITEM
        found = _live(offer, step, piles, scene, wallet)
        if isinstance(found, Withheld):
            withheld.append(found)
        elif found:
            live.append(found)
    return sorted(live, key=lambda each: each.order), sorted(withheld, key=lambda each: each.offer)


def live_coupons(coupons: Iterable[Coupon], piles: Sequence[Pile], scene: Scene, wallet: Wallet) -> list[Live]:
    """Those of the running coupons that have goods here and are held here."""
    found = (_live(coupon, COUPON, piles, scene, wallet) for coupon in coupons)
    return sorted((each for each in found if isinstance(each, Live)), key=lambda each: each.order)


def spends_of(live: Live, times: int, saved_minor: int) -> tuple[list[Spend], list[Spend]]:
    """What `times` uses that save `saved_minor` take of the member's units, and of the programme's own."""
    own: list[Spend] = []
    shared: list[Spend] = []
    for unit, is_shared in live.rights:
        (shared if is_shared else own).append(Spend(unit, times))
    if live.offer.budget_minor is not None:
        shared.append(Spend(budget_unit(live.offer.id), saved_minor))
    return own, shared


def _live(offer: Offer, step: int, piles: Sequence[Pile], scene: Scene, wallet: Wallet) -> Live | Withheld | None:
    goods = offer.goods
    here = frozenset(number for number, pile in enumerate(piles) if pile.list_minor > 0 and goods.include(pile.product))
    if not here:
        return None
    rights = _rights(offer, scene.moment.day)
    uses: int | None = offer.per_sale if isinstance(offer, Coupon) else None
    for unit, is_shared in rights:
        usable = wallet.usable(unit, is_shared=is_shared)
        if usable <= 0:
            return Withheld(offer.id, wallet.why_not(unit, is_shared=is_shared))
        uses = usable if uses is None else min(uses, usable)
    cap = offer.at_most_minor
    if offer.budget_minor is not None:
        unit = budget_unit(offer.id)
        left = wallet.usable(unit, is_shared=True)
        if left <= 0:
            return Withheld(offer.id, wallet.why_not(unit, is_shared=True))
        cap = left if cap is None else min(cap, left)
    return Live(offer, step, here, uses, cap, rights)


def _rights(offer: Offer, day: str) -> tuple[tuple[Unit, bool], ...]:
    limits = tuple((right_unit(offer.id, limit, day), limit.of == "all") for limit in offer.limits)
    return ((coupon_unit(offer.id), False), *limits) if isinstance(offer, Coupon) else limits
