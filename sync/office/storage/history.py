"""All that one head office knows of one till and its members, as rows: read here, written at another head office."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table, func, select

from app.domain.programme.rights import programme_wallet
from sync.office.storage.schema import (
    accounts,
    awaited,
    cards,
    chains,
    consents,
    disputes,
    enlisted,
    joining,
    journal,
    leases,
    life,
    marks,
    member_keys,
    member_wallets,
    members,
    merges,
    nights,
    parked,
    postings,
    reacted,
    replayed,
    standings,
    strays,
    suspense,
)
from sync.office.storage.sets import insert_set, select_set

# In this order: a posting's account is known before it.
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        chains, journal, member_keys, strays, suspense, parked, enlisted, reacted, nights, replayed, disputes,
        accounts, postings, leases, standings, life, marks, awaited, members, consents, merges, member_wallets, cards,
    )
}  # fmt: skip
# What lies there is the shop's own share of limits for all; a chain has its own. Totals once granted stay known.
_OF_PROGRAMMES = f"{programme_wallet('')}%"
_ROWS_AT_ONCE = 1_000
_LARGEST = 2**63
_AT_REST = {
    chains.c.seen_at: chains.c.enrolled_at.label("seen_at"),
    chains.c.said_seq: chains.c.last_seq.label("said_seq"),
}
# Whoever is known here has a row in one of these.
_KNOWN_BY = (accounts, leases, standings, members, merges, cards)


def rows_of_history(connection: Connection) -> Iterator[tuple[str, list[Any]]]:
    """Every row there is, by table and in key order, its binary values in hex.

    When a till was last heard is left out: each try to join says HELLO before, and must make the same file as the last.
    """
    for name, table in TABLES.items():
        query = select(*(_AT_REST.get(each, each) for each in table.c)).order_by(*table.primary_key.columns)
        if "wallet" in table.c and table is not leases:
            query = query.where(table.c.wallet.not_like(_OF_PROGRAMMES))
        for row in connection.execute(query).yield_per(_ROWS_AT_ONCE):
            yield name, [value.hex() if isinstance(value, bytes) else value for value in row]


def row_of_history(table: Table, values: list[Any]) -> tuple[Any, ...]:
    """A row as it was; ValueError where it is none of this table."""
    if len(values) != len(table.columns):
        raise ValueError(f"no row of {table.name}")
    return tuple(_value_of(column, value) for column, value in zip(table.columns, values, strict=True))


def _value_of(column: Column[Any], value: Any) -> Any:
    """As either database would take it, so that none of them has to refuse it."""
    if value is None and column.nullable:
        return None
    if isinstance(column.type, Integer):
        if type(value) is not int or not -_LARGEST <= value < _LARGEST:
            raise ValueError(f"no number for {column.name}")
        return value
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(f"no text for {column.name}")
    return bytes.fromhex(value) if isinstance(column.type, LargeBinary) else value


def write_rows(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    """Rows that are not there yet, all of one table."""
    insert_set(connection, table, list(rows))


def wallets_known(connection: Connection, wallets: Iterable[str]) -> frozenset[str]:
    """Those of these wallets of which something stands here."""
    wanted = [(wallet,) for wallet in wallets]
    found = (select_set(connection, table, ("wallet",), ("wallet",), wanted) for table in _KNOWN_BY)
    return frozenset(str(wallet) for rows in found for (wallet,) in rows)


def members_known(connection: Connection, who: Iterable[str]) -> frozenset[str]:
    """Those of these members who live here."""
    rows = select_set(connection, member_wallets, ("member",), ("member",), [(member,) for member in who])
    return frozenset(str(member) for (member,) in rows)


def keep_part(connection: Connection, digest: str, offset: int, content: bytes) -> None:
    """Keep a part of a file that comes in; one that is there already is left."""
    insert_set(connection, joining, [(digest, offset, content)], "ON CONFLICT DO NOTHING")


def received(connection: Connection, digest: str) -> int:
    """How many bytes of this file are there."""
    sizes = select(func.coalesce(func.sum(func.length(joining.c.content)), 0)).where(joining.c.digest == digest)
    return int(connection.execute(sizes).scalar_one())


def received_of_others(connection: Connection, digest: str) -> int:
    """How many bytes of other files are there."""
    sizes = select(func.coalesce(func.sum(func.length(joining.c.content)), 0)).where(joining.c.digest != digest)
    return int(connection.execute(sizes).scalar_one())


def parts_of(connection: Connection, digest: str) -> Iterator[bytes]:
    """The file, part by part."""
    offsets = connection.execute(
        select(joining.c.begins).where(joining.c.digest == digest).order_by(joining.c.begins)
    ).scalars()
    for offset in list(offsets):
        one = select(joining.c.content).where(joining.c.digest == digest, joining.c.begins == offset)
        yield bytes(connection.execute(one).scalar_one())


def forget_parts(connection: Connection, besides: str = "") -> None:
    """A shop that has joined needs them no more, and one that goes on begins again; `besides` this file."""
    connection.execute(joining.delete().where(joining.c.digest != besides))
