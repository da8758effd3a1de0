"""What the best-known member of the demo shop has besides money: of everything the programme knows, and its rights."""

from datetime import date, timedelta

from app.cli.demo.goods import bought_of
from app.cli.demo.holders import Holder, OwnedLot
from app.domain.ledger import Lot, Unit
from app.domain.member import DueFollowUp, TierHeld
from app.domain.pets import Pet
from app.domain.programme.lifecycle.limits import left_for_all, rights_of_everyone
from app.domain.programme.model import Programme
from app.domain.programme.rights import (
    coupon_unit,
    entitlement_unit,
    pass_unit,
    programme_wallet,
    spin_unit,
)
from app.domain.programme.spans import last_day

_HALF_A_YEAR = timedelta(days=180)
_PETS = ("咪咪", "旺财")
_MOST_COUPONS = 3


def belongings(programme: Programme, day: date) -> tuple[OwnedLot, ...]:
    """Coupons, visits, entitlements, spins and the rights of today, all of them at this till."""
    today = day.isoformat()
    lot = Lot("gift", "", (day + _HALF_A_YEAR).isoformat())
    units: dict[Unit, int] = {pass_unit(each.id): each.visits or 1 for each in programme.passes}
    units |= {entitlement_unit(each.id): 1 for each in programme.entitlements}
    units |= {spin_unit(each.id): 1 for each in programme.draws if each.kind == "entitlement" or each.drawn_on >= today}
    units |= rights_of_everyone(programme, today)
    return (*_coupons(programme, today), *(OwnedLot(unit, lot, count, count) for unit, count in units.items()))


def _coupons(programme: Programme, today: str) -> tuple[OwnedLot, ...]:
    """The programme's first coupons, one each; not those whose time is over."""
    lots = ((each, Lot("gift", each.lasts.starts, last_day(each.lasts, today))) for each in programme.coupons)
    running = [(each, lot) for each, lot in lots if not lot.expires_on or lot.expires_on >= today]
    return tuple(OwnedLot(coupon_unit(each.id), lot, 1, 1) for each, lot in running[:_MOST_COUPONS])


def shared_rights(programme: Programme, today: str) -> tuple[Holder, ...]:
    """The programme's own wallet, where it has limits for all or quotas of prizes: all of them lent to this till."""
    rights = left_for_all(programme, {}, today)
    lots = tuple(OwnedLot(unit, Lot("quota"), count, count) for unit, count in rights.items() if count > 0)
    return (Holder(programme_wallet(programme.id), None, (), lots),) if lots else ()


def due(programme: Programme, day: str) -> tuple[DueFollowUp, ...]:
    """The programme's first follow-up, due since a day."""
    return tuple(DueFollowUp(each.id, day, bought_of(each.goods)) for each in programme.follow_ups[:1])


def pets(programme: Programme) -> dict[str, str]:
    """Two pets, where the programme knows pets: the first and the second value of each field with choices."""
    declared = [each for each in programme.fields if each.of == "pet" and each.choices]
    found = (
        Pet(str(number), name, {each.id: each.choices[number % len(each.choices)] for each in declared})
        for number, name in enumerate(_PETS)
    )
    return {key: text for pet in found for key, text in pet.as_fields().items()} if declared else {}


def bought_tier(programme: Programme, day: date) -> tuple[TierHeld, ...]:
    """The first tier that is bought, for half a year."""
    bought = (tier for tier in programme.tiers if tier.bought and tier.ladder != programme.tiers[0].ladder)
    return tuple(TierHeld(tier.tier_id, (day + _HALF_A_YEAR).isoformat()) for tier in list(bought)[:1])
