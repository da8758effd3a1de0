"""Entitlements that come with a tier: so many in each period while it is held, each period once."""

from app.domain.ledger import Lot
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing, Why
from app.domain.programme.model import EntitlementGrant, Programme
from app.domain.programme.rights import entitlement_unit
from app.domain.programme.spans import end_of_period, period_key

_CALENDAR = ("month", "quarter", "year")


def privileges(programme: Programme, standing: Standing, day: str) -> Reaction:
    """What the tiers held bring for the periods in which `day` lies, less what was given for them already."""
    changes: list[Change] = []
    marks: set[str] = set()
    for name, grant in _best(programme, standing).items():
        key = period_key(grant.per, day)
        given = _given(standing, name, key)
        if grant.count > given:
            lot = Lot(f"tier:{name}:{key}", "", end_of_period(grant.per, day) if grant.per in _CALENDAR else "")
            amount = grant.count - given
            changes.append(Change(entitlement_unit(name), lot, amount, Why.GIFT, day, name, key))
            marks |= {f"privilege:{name}:{key}:{number}" for number in range(given, grant.count)}
    return Reaction(tuple(changes), done=frozenset(marks))


def privileges_back(programme: Programme, standing: Standing, lost: str, day: str, number: str) -> Reaction:
    """What the lost tier had brought beyond the tiers held now, as far as it is still there."""
    changes: list[Change] = []
    marks: set[str] = set()
    best = _best(programme, standing)
    tier = next((each for each in programme.tiers if each.id == lost), None)
    for grant in tier.benefits.entitlements if tier else ():
        name, key = grant.entitlement, period_key(grant.per, day)
        kept = best[name].count if name in best else 0
        for (unit, lot), amount in standing.lots.items():
            if unit == entitlement_unit(name) and lot.origin == f"tier:{name}:{key}":
                over = min(amount, max(0, _given(standing, name, key) - kept))
                changes.append(Change(unit, lot, -over, Why.RETURNED, day, name, number))
                marks |= {f"privilege:{name}:{key}:{count}" for count in range(kept, kept + over)}
    return Reaction(tuple(change for change in changes if change.amount), undone=frozenset(marks))


def _best(programme: Programme, standing: Standing) -> dict[str, EntitlementGrant]:
    """Of the tiers held the better grant, entitlement by entitlement."""
    best: dict[str, EntitlementGrant] = {}
    held = standing.tier_ids()
    for tier in programme.tiers:
        if tier.tier_id in held:
            for grant in tier.benefits.entitlements:
                if grant.entitlement not in best or best[grant.entitlement].count < grant.count:
                    best[grant.entitlement] = grant
    return best


def _given(standing: Standing, name: str, key: str) -> int:
    before = f"privilege:{name}:{key}:"
    return sum(mark.startswith(before) for mark in standing.done)
