"""A single shop's members in the tiers that its own head office has given them since (stream `standings`)."""

import json
from dataclasses import replace

from app.domain.ids import TierId
from app.domain.member import Member, TierHeld
from app.ports.store import UnitOfWork

STREAM = "standings"


def in_office_tiers(uow: UnitOfWork, member: Member) -> Member:
    """The member with head office's word on tiers; one that it never knew of stays as it was known here."""
    row = uow.fed.row(STREAM, member.wallet)
    if row is None:
        return member
    told = json.loads(row.content)
    more = tuple(TierHeld(TierId(tier), until) for tier, until in told["more"])
    spoken_of = {*told["had"], *(held.tier for held in more)}
    kept = tuple(held for held in member.more_tiers if held.tier not in spoken_of)
    member = replace(member, more_tiers=(*kept, *more))
    tier, until = told["main"] or (None, "")
    if member.tier in {None, tier, *told["had"]}:
        member = replace(member, tier=TierId(tier) if tier else None, tier_until=until)
    return member


def forget_office_tiers(uow: UnitOfWork) -> bool:
    """Another head office speaks from now on; whether there was anything to forget."""
    wallets = list(uow.fed.rows(STREAM))
    for wallet in wallets:
        uow.fed.remove(STREAM, wallet)
    return bool(wallets)
