"""The nights of all tills: each summary with its signature, and what was answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sync.office.storage.chains import Chain
from sync.office.storage.schema import nights
from sync.office.storage.sets import insert_set

_KEEP = (
    "ON CONFLICT (till, epoch, night) DO UPDATE SET summary = excluded.summary, signature = excluded.signature, "
    "verdict = excluded.verdict, answer_signature = excluded.answer_signature, answer_key = excluded.answer_key, "
    "heard_at = excluded.heard_at"
)


@dataclass(frozen=True, slots=True)
class Night:
    """One night of one chain: both texts, each with its signature (hex); heard at (UTC ms)."""

    till: str
    epoch: int
    night: str
    summary: str
    signature: str
    verdict: str
    answer_signature: str
    answer_key: str
    heard_at: int


def keep_night(connection: Connection, night: Night) -> None:
    """Keep it, instead of what was said of the same night before."""
    row = tuple(getattr(night, column.name) for column in nights.columns)
    insert_set(connection, nights, [row], _KEEP)


def all_nights(connection: Connection) -> Iterator[Night]:
    """Every night of every chain."""
    for row in connection.execute(select(nights).execution_options(yield_per=500)):
        yield Night(*row)


def nights_of(connection: Connection, chain: Chain, limit: int) -> Sequence[Night]:
    """The chain's last nights, newest first."""
    query = (
        select(nights)
        .where(nights.c.till == chain.till, nights.c.epoch == chain.epoch)
        .order_by(nights.c.night.desc())
        .limit(limit)
    )
    return [Night(*row) for row in connection.execute(query)]
