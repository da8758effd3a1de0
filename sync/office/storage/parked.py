"""Events that are kept and could not be posted, until somebody posts or closes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, select, update

from app.domain.ids import TillId, WalletId
from app.domain.lease.office import Fact, Rule
from sync.office.storage.schema import parked
from sync.office.storage.sets import insert_set

FOLLOW_UP = "follow-up:"
NIGHT = "night:"


class Ending(StrEnum):
    """What became of a parked event; OPEN: nothing yet."""

    OPEN = ""
    POSTED = "posted"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Parked:
    """One parked event; `source` names it for ever, `stray_hash` is empty where it stands in the chain (UTC ms).

    `why`: what went wrong, where that is more than its rule says.
    """

    till: TillId
    source: str
    epoch: int
    seq: int
    stray_hash: bytes
    rule: Rule
    parked_at: int
    why: str = ""


def park(connection: Connection, facts: Sequence[Fact], now_ms: int) -> None:
    """Keep note of what cannot be posted; what is known already stays as it is."""
    rows = [
        (
            fact.till, fact.source, fact.epoch, fact.seq, fact.branch, fact.fault.value, now_ms, Ending.OPEN.value,
            "", "", "", 0,
        )
        for fact in facts
        if fact.fault is not None
    ]  # fmt: skip
    insert_set(connection, parked, rows, "ON CONFLICT (till, source) DO NOTHING")


def park_follow_up(connection: Connection, till: str, epoch: int, seq: int, now_ms: int, why: str) -> None:
    """An event that is posted, and of which something unexpected kept what follows from it from being posted."""
    source = f"{FOLLOW_UP}{till}:{epoch}:{seq}"
    row = (till, source, epoch, seq, b"", Rule.NOT_FOLLOWED_UP.value, now_ms, Ending.OPEN.value, "", "", why[:500], 0)
    insert_set(connection, parked, [row], "ON CONFLICT (till, source) DO NOTHING")


def park_night(connection: Connection, wallet: WalletId, now_ms: int, why: str) -> None:
    """A member whose night went wrong; every later night tries again."""
    row = (
        "",
        f"{NIGHT}{wallet}",
        0,
        0,
        b"",
        Rule.NOT_FOLLOWED_UP.value,
        now_ms,
        Ending.OPEN.value,
        "",
        "",
        why[:500],
        0,
    )
    again = "ON CONFLICT (till, source) DO UPDATE SET ending = '', reason = excluded.reason, ended_at = 0"
    insert_set(connection, parked, [row], again)


def end_parked_nights(connection: Connection, wallets: Iterable[WalletId], now_ms: int) -> None:
    """These have gone through."""
    for wallet in sorted(set(wallets)):
        if event := lock_parked(connection, "", f"{NIGHT}{wallet}"):
            end_parked(connection, event, Ending.POSTED, now_ms)


def parked_nights(connection: Connection) -> frozenset[WalletId]:
    """Whose nights have gone wrong."""
    return frozenset(WalletId(each.source.removeprefix(NIGHT)) for each in open_parked_of(connection, ""))


def open_parked(connection: Connection) -> Sequence[Parked]:
    """Everything that waits for somebody, by till and age."""
    query = select(parked).where(parked.c.ending == Ending.OPEN).order_by(parked.c.till, parked.c.epoch, parked.c.seq)
    return tuple(map(_parked, connection.execute(query)))


def open_parked_of(connection: Connection, till: str) -> Sequence[Parked]:
    """What waits of one till, by age."""
    where = (parked.c.till == till, parked.c.ending == Ending.OPEN)
    return tuple(map(_parked, connection.execute(select(parked).where(*where).order_by(parked.c.epoch, parked.c.seq))))


def lock_parked(connection: Connection, till: str, source: str) -> Parked | None:
    """One that waits, nobody else's until the transaction ends."""
    where = (parked.c.till == till, parked.c.source == source, parked.c.ending == Ending.OPEN)
    row = connection.execute(select(parked).where(*where).with_for_update()).first()
    return _parked(row) if row else None


def end_parked(
    connection: Connection, of: Parked, ending: Ending, now_ms: int, persons: Sequence[str] = ("",), reason: str = ""
) -> None:
    """It waits no longer."""
    connection.execute(
        update(parked)
        .where(parked.c.till == of.till, parked.c.source == of.source)
        .values(
            ending=ending.value,
            first_person=persons[0],
            second_person=persons[-1],
            reason=reason,
            ended_at=now_ms,
        )
    )


def _parked(row: Row[Any]) -> Parked:
    return Parked(
        TillId(row.till),
        row.source,
        row.epoch,
        row.seq,
        bytes(row.stray_hash),
        Rule(row.rule),
        row.parked_at,
        row.reason,
    )
