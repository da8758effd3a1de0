"""Policies that peers disagree on, each a setting with a default."""

from typing import Literal

from app.domain.programme.declare import Whole, part


@part
class Policies:
    """How the programme decides where schemes differ; the defaults are what most shops expect."""

    points_on: Literal["list", "discounted", "paid"] = "paid"
    """Points are earned on list prices, on prices after offers, or on what was paid with tender kinds that earn."""
    current_sale_counts_for_tier: bool = False
    """Whether a purchase that lifts the member earns by the new tier already: at a till by what was spent, how often
    and on how many days; what rests on averages and scores lifts afterwards."""
    return_reverses: Literal["amount", "item"] = "amount"
    """A return takes points back by its share of the amount, or as if the item had never been bought."""
    return_days: Whole = 0
    """Goods come back or are exchanged within so many days; later only a manager allows it; 0 = no limit."""
    undo_days: Whole = 0
    """A service that was a mistake is undone so many days later at the latest; 0 = on the same business day."""
    points_already_spent: Literal["debt", "off_refund"] = "debt"
    """Points that should go back and are spent become a debt, or come off the refund."""
    points_lot_order: Literal["oldest_expiry", "newest_first"] = "oldest_expiry"
    """Which points are used first."""
    stacking: Literal["best", "priority"] = "best"
    """The customer's best combination, or offers strictly by priority."""
    multipliers: Literal["best", "add", "multiply"] = "best"
    """Of several multipliers the best counts, or their extras add up, or they multiply."""
    coupons: Literal["automatic", "on_request"] = "automatic"
    """Coupons that save most are taken by themselves, or only those asked for."""
    first_gifts_offline: Literal["wait", "give"] = "wait"
    """First-come gifts while head office is out of reach: wait, or give."""
    tier_pause_days: Whole = 0
    """After a person took a tier away, rules give it back no sooner than so many days later; 0 = never."""
