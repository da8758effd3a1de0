"""Who of the staff looks after which members, and who has handed theirs on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from app.domain.ids import MemberId, WalletId
from sync.office.storage.schema import hand_overs, members
from sync.office.storage.sets import insert_set

_THEIRS = select(members.c.wallet, members.c.member, members.c.name, members.c.phone).where(
    members.c.colleague == bindparam("of_colleague")
)
_COUNTS = select(members.c.colleague, func.count().label("theirs")).where(members.c.colleague != "")
_HAND_ON = (
    update(members)
    .where(members.c.colleague == bindparam("of_colleague"))
    .values(colleague=bindparam("to_colleague"))
    .returning(members.c.wallet)
)


@dataclass(frozen=True, slots=True)
class LookedAfter:
    """A member of a colleague's."""

    wallet: WalletId
    member: MemberId
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """All members of one colleague became another's: why, by whose word, how many, when (UTC ms)."""

    id: str
    gone: str
    taker: str
    reason: str
    person: str
    members: int
    handed_at: int


def members_by_colleague(connection: Connection) -> Mapping[str, int]:
    """How many members each colleague looks after."""
    return {row.colleague: int(row.theirs) for row in connection.execute(_COUNTS.group_by(members.c.colleague))}


def members_of_colleague(connection: Connection, colleague: str) -> Sequence[LookedAfter]:
    """All of them, by name."""
    rows = connection.execute(_THEIRS.order_by(members.c.name, members.c.wallet), {"of_colleague": colleague})
    return [LookedAfter(WalletId(row.wallet), MemberId(row.member), row.name, row.phone) for row in rows]


def hand_members_on(connection: Connection, gone: str, taker: str) -> Sequence[WalletId]:
    """From now on they are the taker's: whose wallets these are."""
    found = connection.execute(_HAND_ON, {"of_colleague": gone, "to_colleague": taker})
    return [WalletId(row.wallet) for row in found]


def keep_hand_over(connection: Connection, made: HandOver) -> None:
    """Who said so, and why."""
    row = (made.id, made.gone, made.taker, made.reason, made.person, made.members, made.handed_at)
    insert_set(connection, hand_overs, [row])
