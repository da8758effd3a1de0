"""Policies that peers disagree on, each a setting with a default."""

from typing import Literal

from app.domain.programme.declare import Whole, part


@part
class Policies:
    """How the programme decides where schemes differ; the defaults are what most shops expect."""

    points_on: Literal["list", "discounted", "paid"] = "paid"
    current_sale_counts_for_tier: bool = False
    return_reverses: Literal["amount", "item"] = "amount"
    points_already_spent: Literal["debt", "off_refund"] = "debt"
    points_lot_order: Literal["oldest_expiry", "newest_first"] = "oldest_expiry"
    stacking: Literal["best", "priority"] = "best"
    multipliers: Literal["best", "add", "multiply"] = "best"
    coupons: Literal["automatic", "on_request"] = "automatic"
    first_gifts_offline: Literal["wait", "give"] = "wait"
    tier_pause_days: Whole = 0
