"""The lives of two members who are one person: one history, the better tiers, one first gift."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.ledger import ACCRUED, OFFICE, Lot, Place, Unit
from app.domain.programme.lifecycle.facts import Joined
from app.domain.programme.lifecycle.standing import HeldTier, Standing
from app.domain.programme.model import Programme
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.ledger import credits_at
from sync.office.storage.life import Life, forget_life, keep_awaited, keep_lives, lives_of


def unite_lives(connection: Connection, world: World, gone: WalletId, kept: WalletId) -> None:
    """What `gone` lived through is the survivor's; nothing of it is forgotten, and nothing given twice."""
    lives = lives_of(connection, [gone, kept])
    theirs, mine = lives[gone], lives[kept]
    if not theirs.is_known:
        return
    before = {kept: mine.standing}
    _take_second_welcome_back(connection, mine, theirs)
    mine.standing = _united(mine.standing, theirs.standing, programme_now(connection, world))
    mine.member = mine.member or theirs.member
    mine.is_silent = mine.is_silent or theirs.is_silent
    mine.due_on = min(filter(None, (mine.due_on, theirs.due_on)), default="")
    mine.is_known = True
    keep_lives(connection, before, [mine])
    forget_life(connection, gone)


def _take_second_welcome_back(connection: Connection, mine: Life, theirs: Life) -> None:
    """Where both were welcomed, what the second welcome brought is taken as soon as it lies here."""
    if not any(isinstance(fact, Joined) for fact in mine.standing.history):
        return
    for fact in theirs.standing.history:
        if isinstance(fact, Joined):
            given = credits_at(connection, theirs.wallet, f"reaction:{fact.number}", OFFICE)
            for (unit, lot), amount in given.items():
                wanted: tuple[Unit, Lot, Place] = (unit, Lot.from_key(lot), ACCRUED)
                theirs.awaited[wanted] = theirs.awaited.get(wanted, 0) + amount
    keep_awaited(connection, [theirs])


def _united(mine: Standing, theirs: Standing, programme: Programme | None) -> Standing:
    return replace(
        mine,
        joined_on=min(filter(None, (mine.joined_on, theirs.joined_on)), default=""),
        birthday=mine.birthday or theirs.birthday,
        gender=mine.gender or theirs.gender,
        identified=mine.identified or theirs.identified,
        tags=mine.tags | theirs.tags,
        fields={**theirs.fields, **mine.fields},
        tiers=_better(mine.tiers, theirs.tiers, programme),
        history=(*mine.history, *theirs.history),
        moves=(*mine.moves, *theirs.moves),
        tier_history=(*mine.tier_history, *theirs.tier_history),
        done=mine.done | theirs.done,
        nights_through=mine.nights_through or theirs.nights_through,
    )


def _better(
    mine: Mapping[str, HeldTier], theirs: Mapping[str, HeldTier], programme: Programme | None
) -> dict[str, HeldTier]:
    """Of each ladder the higher tier; the survivor's where nobody can tell."""
    order = {tier.tier_id: place for place, tier in enumerate(programme.tiers)} if programme else {}
    best = {**theirs, **mine}
    for ladder, held in theirs.items():
        if order.get(held.tier, -1) > order.get(best[ladder].tier, -1):
            best[ladder] = held
    return best
