"""PULL of a stream of rows: settings, staff, programmes, catalogue, and the members that a till carries."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.ids import WalletId
from sync.office.services.errors import UnknownTillError
from sync.office.services.streams.tell_members import TellMembers
from sync.office.services.world import World
from sync.office.storage.chains import Chain, find_chain
from sync.office.storage.enlisted import enlisted_to
from sync.office.storage.member_feed import member_rows
from sync.office.storage.reacted import reacted_to
from sync.office.storage.regions import stream_of_till
from sync.office.storage.state import read_state
from sync.office.storage.streams import Head, StreamRow, head_of_rows, rows_after, rows_named
from sync.protocol.messages import Pull
from sync.protocol.streams import MEMBERS, Row, Rows, TooFar

# Whoever asks waits for no more of them; the rest follows by itself.
_TOLD_AT_ONCE = 2_000
# Members that changed since: beyond a fifth of all of them a file is quicker than rows.
_FEW, _SHARE = 5_000, 5


@dataclass(frozen=True, slots=True)
class FeedRows:
    """Answer a PULL."""

    world: World

    def __call__(self, pull: Pull) -> Rows | TooFar:
        """The next rows; none for a till that has not adopted the server epoch, which the answer names."""
        if pull.stream == MEMBERS:
            TellMembers(self.world)(_TOLD_AT_ONCE)
        return self.world.database.read(lambda connection: _page(connection, pull))


def applied_of(connection: Connection, chain: Chain) -> int:
    """Up to which of its events what a till told is posted and in the register of members."""
    return min(chain.applied_seq, enlisted_to(connection, chain))


def followed_of(connection: Connection, chain: Chain) -> int:
    """Up to which of its events what follows from them is in the register as well."""
    return min(applied_of(connection, chain), reacted_to(connection, chain))


def is_far(cursor: int, head: Head, *, is_members: bool, anew: bool = False) -> bool:
    """Whether the way from a cursor is too long, or no longer known; who reads `anew` had nothing to be gone."""
    if cursor > head.n or (0 < cursor < head.floor and not anew):
        return True
    return is_members and lags(cursor, head, _SHARE)


def lags(cursor: int, head: Head, share: int) -> bool:
    """Whether more members than a few, and than one in `share`, have changed behind a cursor."""
    return head.n - cursor > max(_FEW, head.live // share)


def member_contents(connection: Connection, wallets: Sequence[WalletId]) -> dict[str, dict[str, object]]:
    """Wallets as tills are to know them, by wallet; one that has ended is missing."""
    return {wallet: row.content() for wallet, row in member_rows(connection, wallets).items()}


def guest_rows(connection: Connection, wallets: Sequence[WalletId]) -> Iterator[Row]:
    """Wallets as a till is to know them that does not carry them, by their numbers in the stream of all."""
    numbers, contents = rows_named(connection, MEMBERS, wallets), member_contents(connection, wallets)
    for wallet in wallets:
        yield Row(id=wallet, n=numbers[wallet].n if wallet in numbers else 0, content=contents.get(wallet))


def _page(connection: Connection, pull: Pull) -> Rows | TooFar:
    chain = find_chain(connection, pull.till, pull.epoch)
    if chain is None:
        raise UnknownTillError
    is_members, epoch = pull.stream == MEMBERS, read_state(connection).server_epoch
    stream = stream_of_till(connection, pull.till) if is_members else pull.stream
    # Read before the rows: they hold all that this says, or more.
    head, applied = head_of_rows(connection, stream), applied_of(connection, chain)
    followed = followed_of(connection, chain)
    if pull.server_epoch == epoch and is_far(pull.cursor, head, is_members=is_members, anew=pull.anew):
        return TooFar(server_epoch=epoch, stream=stream)
    rows: Sequence[StreamRow] = ()
    cursor = pull.cursor
    if pull.server_epoch == epoch:
        rows = rows_after(connection, stream, pull.cursor, pull.limit + 1)
    page = rows[: pull.limit]
    told = _members(connection, page) if is_members else _told(page)
    # Somebody may have added to the stream meanwhile: then the sum is of another moment, and there is more to come.
    has_more = len(rows) > len(page) or head_of_rows(connection, stream).n != head.n
    if pull.server_epoch == epoch:
        # Who has all is at the head, also where the last changes were of rows that are forgotten by now.
        cursor = head.n if not has_more else page[-1].n if page else pull.cursor
    return Rows(
        server_epoch=epoch,
        stream=stream,
        rows=told,
        cursor=cursor,
        more=has_more,
        checkpoint=head.checkpoint,
        applied_seq=applied,
        followed_seq=followed,
        guests=_guests(connection, pull) if pull.guests and pull.server_epoch == epoch else (),
    )


def _guests(connection: Connection, pull: Pull) -> tuple[Row, ...]:
    """Whoever has changed of those whom the till has looked up, whatever it carries."""
    now = rows_named(connection, MEMBERS, [wallet for wallet, _ in pull.guests])
    changed = [wallet for wallet, n in pull.guests if wallet not in now or now[wallet].n != n]
    return tuple(guest_rows(connection, [WalletId(wallet) for wallet in changed]))


def _told(page: Sequence[StreamRow]) -> tuple[Row, ...]:
    return tuple(
        Row(id=row.id, n=row.n, content=None if row.content is None else json.loads(row.content)) for row in page
    )


def _members(connection: Connection, page: Sequence[StreamRow]) -> tuple[Row, ...]:
    found = member_contents(connection, [WalletId(row.id) for row in page if row.content is not None])
    return tuple(Row(id=row.id, n=row.n, content=found.get(row.id)) for row in page)
