"""What a basket costs: the customer's best, exact, explained. The rules stand in ADR 0016."""

from app.domain.pricing.engine import points_taken, price, price_if_quick, price_items_only
from app.domain.pricing.live import Held, Withheld
from app.domain.pricing.result import (
    Bound,
    CouponState,
    HeldCoupon,
    PricedBasket,
    PricedFee,
    PricedLine,
    Proved,
)

__all__ = [
    "Bound",
    "CouponState",
    "Held",
    "HeldCoupon",
    "PricedBasket",
    "PricedFee",
    "PricedLine",
    "Proved",
    "Withheld",
    "points_taken",
    "price",
    "price_if_quick",
    "price_items_only",
]
