"""A priced basket: what every line costs and why, what it uses up, and what would unlock more."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.basket import Basket, BasketLine
from app.domain.pricing.live import Withheld
from app.domain.programme.model import Fee, Tier
from app.domain.programme.reasons import NextStep, Reason
from app.domain.spend import Spend


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
class PricedFee:
    """A fee line; a benefit that waives it is its reason."""

    fee: Fee
    reasons: tuple[Reason, ...] = ()

    @property
    def net_minor(self) -> int:
        """What is to be paid for it."""
        return self.fee.price_minor + sum(reason.amount_minor for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Proved:
    """No allowed combination is cheaper."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The search was cut short: no combination is cheaper by more than `gap_minor`."""

    gap_minor: int


PROVED = Proved()


class CouponState(StrEnum):
    """How a coupon that the member holds stands to this basket."""

    APPLIED = "applied"
    FITS = "fits"
    DECLINED = "declined"
    ON_REQUEST = "on_request"
    NOT_NOW = "not_now"
    NO_GOODS = "no_goods"
    MISSING = "missing"
    EXCLUDED = "excluded"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class HeldCoupon:
    """A coupon held: `times` used for `saved_minor`; `missing_minor` to its threshold; `by` the offer that excludes it.

    FITS: it could be used, but brings nothing beyond the best combination.
    """

    coupon: str
    state: CouponState
    times: int = 0
    saved_minor: int = 0
    missing_minor: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class PricedBasket:
    """The basket with prices. `spends` are of the member's wallet, `shared_spends` of the programme's (limits for all).

    `is_complete` is false where only item and tier prices were worked out.
    """

    basket: Basket
    lines: tuple[PricedLine, ...]
    tier: Tier | None
    next_steps: tuple[NextStep, ...] = ()
    fees: tuple[PricedFee, ...] = ()
    spends: tuple[Spend, ...] = ()
    shared_spends: tuple[Spend, ...] = ()
    coupons: tuple[HeldCoupon, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    proof: Proved | Bound = PROVED
    is_complete: bool = True

    @property
    def list_minor(self) -> int:
        """The sum before any reason."""
        return sum(line.list_minor for line in self.lines) + sum(fee.fee.price_minor for fee in self.fees)

    @property
    def goods_minor(self) -> int:
        """What the goods cost."""
        return sum(line.net_minor for line in self.lines)

    @property
    def total_minor(self) -> int:
        """What is to be paid."""
        return self.goods_minor + sum(fee.net_minor for fee in self.fees)

    @property
    def saving_minor(self) -> int:
        """What the customer saves."""
        return self.list_minor - self.total_minor
