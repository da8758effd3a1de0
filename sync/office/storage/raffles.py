"""Raffles: what was promised, who had tickets, who won."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from app.domain.ids import WalletId
from app.domain.ledger import Place, Unit, is_members
from app.domain.programme.drawing import Winner
from sync.office.storage.schema import accounts, raffles
from sync.office.storage.sets import insert_set

_KEEP = (
    "ON CONFLICT (raffle) DO UPDATE SET drawn_at = excluded.drawn_at, drawn_by = excluded.drawn_by, "
    "entries = excluded.entries, winners = excluded.winners"
)


@dataclass(frozen=True, slots=True)
class Raffle:
    """One raffle (`programme:draw`). Times are UTC ms, `drawn_at` 0 before; `entries` are tickets by wallet."""

    name: str
    seed: str
    promised_at: int
    drawn_at: int = 0
    drawn_by: str = ""
    entries: Mapping[str, int] = field(default_factory=dict)
    winners: Sequence[Winner] = ()


def find_raffle(connection: Connection, name: str) -> Raffle | None:
    """What is known of it."""
    row = connection.execute(select(raffles).where(raffles.c.raffle == name)).one_or_none()
    if row is None:
        return None
    won = tuple(Winner(*each) for each in json.loads(row.winners))
    return Raffle(name, row.seed, row.promised_at, row.drawn_at, row.drawn_by, json.loads(row.entries), won)


def keep_raffle(connection: Connection, raffle: Raffle) -> None:
    """Write it; a seed once promised stays."""
    won = json.dumps([[each.holder, each.ticket, each.prize] for each in raffle.winners])
    entries = json.dumps(dict(raffle.entries), sort_keys=True)
    row = (raffle.name, raffle.seed, raffle.promised_at, raffle.drawn_at, raffle.drawn_by, entries, won)
    insert_set(connection, raffles, [row], _KEEP)


def tickets_of(connection: Connection, unit: Unit) -> Mapping[WalletId, int]:
    """How many of a unit each wallet has, wherever they lie."""
    query = (
        select(accounts.c.wallet, accounts.c.place, func.sum(accounts.c.balance).label("held"))
        .where(accounts.c.unit == unit, accounts.c.balance > 0)
        .group_by(accounts.c.wallet, accounts.c.place)
    )
    held: dict[WalletId, int] = {}
    for row in connection.execute(query):
        if is_members(Place(row.place)):
            held[WalletId(row.wallet)] = held.get(WalletId(row.wallet), 0) + int(row.held)
    return held
