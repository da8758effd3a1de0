"""The lives of two members who are one person: one history, the better tiers, one first gift."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.ledger import ACCRUED
from app.domain.programme.lifecycle.standing import HeldTier, Reaction, Standing
from app.domain.programme.lifecycle.uniting import given_twice
from app.domain.programme.model import Programme
from app.domain.programme.spans import add_days
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.life import Life, forget_life, keep_awaited, keep_lives, lives_of


def unite_lives(connection: Connection, world: World, gone: WalletId, kept: WalletId) -> None:
    """What `gone` lived through is the survivor's; nothing of it is forgotten, and nothing given twice."""
    lives = lives_of(connection, [gone, kept])
    theirs, mine = lives[gone], lives[kept]
    if not theirs.is_known:
        return
    before, programme = {kept: mine.standing}, programme_now(connection, world)
    twice = given_twice(programme, mine.standing, theirs.standing, world.now()[:10])
    _await(connection, theirs, twice)
    mine.standing = _united(mine.standing, theirs.standing.after(twice), programme)
    mine.member = mine.member or theirs.member
    mine.is_silent = mine.is_silent or theirs.is_silent
    mine.met_with = dict(Counter(mine.met_with) + Counter(theirs.met_with))
    # What both did may lift the one: the next night looks.
    through = mine.standing.nights_through
    mine.due_on = add_days(through, 1) if through else mine.due_on or theirs.due_on
    mine.is_known = True
    keep_lives(connection, before, [mine])
    forget_life(connection, gone)


def _await(connection: Connection, theirs: Life, twice: Reaction) -> None:
    """What one person is given once is taken as soon as it lies here, before the rest moves on."""
    for change in twice.changes:
        wanted = (change.unit, change.lot, ACCRUED)
        theirs.awaited[wanted] = theirs.awaited.get(wanted, 0) - change.amount
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
