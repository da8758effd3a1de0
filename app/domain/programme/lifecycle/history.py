"""What a member's history says of purchases, of what came back of them, and of tiers reached."""

from app.domain.programme.lifecycle.facts import Bought, Returned
from app.domain.programme.lifecycle.standing import HeldTier, Standing, TierCause


def purchase(standing: Standing, number: str) -> Bought | None:
    """The purchase with this number, or None."""
    return next((fact for fact in standing.history if isinstance(fact, Bought) and fact.number == number), None)


def came_back(standing: Standing, sale: str) -> int:
    """What came back of a sale so far (minor units)."""
    return sum(fact.amount_minor for fact in standing.history if isinstance(fact, Returned) and fact.sale == sale)


def is_whole(standing: Standing, bought: Bought, returned: Returned) -> bool:
    """Whether nothing of the purchase is left with this return."""
    return came_back(standing, bought.number) + returned.amount_minor >= bought.net_minor


def has_kept_a_purchase(standing: Standing) -> bool:
    """Whether there is a purchase that did not come back whole."""
    return first_kept_purchase(standing) is not None


def first_kept_purchase(standing: Standing) -> Bought | None:
    """The first purchase that did not come back whole, or None."""
    return next(
        (
            fact
            for fact in standing.history
            if isinstance(fact, Bought) and (not fact.net_minor or came_back(standing, fact.number) < fact.net_minor)
        ),
        None,
    )


def reaching(standing: Standing, held: HeldTier) -> str:
    """Names this very reaching of a tier: one that was undone and is reached again the same day is another."""
    undone = sum(
        each.cause is TierCause.UNDONE and each.before == held.tier and (not each.after or each.after.tier != held.tier)
        for each in standing.tier_history
    )
    return f"{held.tier}:{held.since}" + (f"#{undone}" if undone else "")
