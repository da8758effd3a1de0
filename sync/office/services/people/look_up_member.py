"""FIND: a member whom the till that asks does not carry, for the customer who stands there."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import CardNumber, WalletId
from sync.office.services.errors import UnknownTillError
from sync.office.services.streams.feed_rows import applied_of, followed_of, guest_rows
from sync.office.services.world import World
from sync.office.storage.cards import card_numbered
from sync.office.storage.chains import find_chain
from sync.office.storage.people import holder_of
from sync.office.storage.state import read_state
from sync.protocol.streams import Find, Found


@dataclass(frozen=True, slots=True)
class LookUpMember:
    """Read, nothing changed."""

    world: World

    def __call__(self, find: Find) -> Found:
        """The wallet that fits, or none."""
        return self.world.database.read(lambda connection: _found(connection, find))


def _found(connection: Connection, find: Find) -> Found:
    chain = find_chain(connection, find.till, find.epoch)
    if chain is None:
        raise UnknownTillError
    applied, followed = applied_of(connection, chain), followed_of(connection, chain)
    wallet = _wallet(connection, find)
    rows = tuple(guest_rows(connection, [wallet] if wallet else []))
    return Found(
        server_epoch=read_state(connection).server_epoch,
        rows=tuple(row for row in rows if row.content is not None),
        applied_seq=applied,
        followed_seq=followed,
    )


def _wallet(connection: Connection, find: Find) -> WalletId | None:
    if find.card:
        card = card_numbered(connection, CardNumber(find.card))
        return card.wallet if card else None
    if find.phone:
        return holder_of(connection, find.phone)
    return WalletId(find.wallet) if find.wallet else None
