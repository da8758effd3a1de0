"""Builds a directory file from members, cards and balances: rows first, indexes after, whole or not at all."""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.ids import WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Member
from app.ports.directory import DirectoryMark
from app.storage.directory.facts import facts_text
from app.storage.directory.pinyin import readings, surname_length
from app.storage.directory.tables import INDEXES, TABLES, VERSION
from app.storage.places import sync_directory
from app.storage.sqlcipher import check_sqlite_version, connect_raw

# Nothing of a half-built file is ever used, so it needs no journal of its own.
_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE", "cache_size=-65536", "temp_store=MEMORY")


def build_directory(
    path: Path,
    key: bytes,
    mark: DirectoryMark,
    members: Iterable[Member] = (),
    cards: Iterable[Card] = (),
    balances: Iterable[tuple[WalletId, Unit, int]] = (),
) -> None:
    """Write a new directory file at `path`; about 20 s for a million members."""
    check_sqlite_version()
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    connection = connect_raw(draft, key, pragmas=_PRAGMAS)
    try:
        connection.execute("BEGIN")
        for statement in TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO mark VALUES (1, ?, ?, ?)", (VERSION, mark.cursor, mark.applied_seq))
        others: list[tuple[object, ...]] = []
        connection.executemany(f"INSERT INTO member VALUES ({', '.join('?' * 14)})", _member_rows(members, others))
        connection.executemany("INSERT INTO other_reading VALUES (?, ?, ?, ?)", others)
        connection.executemany(
            "INSERT INTO card VALUES (?, ?, ?, ?)",
            ((card.number, card.wallet, card.member, card.state.value) for card in cards),
        )
        connection.executemany("INSERT INTO balance VALUES (?, ?, ?)", balances)
        for statement in INDEXES:
            connection.execute(statement)
        connection.execute("COMMIT")
        # From now on one thread writes it while another reads it.
        connection.execute("PRAGMA journal_mode=WAL").fetchall()
    finally:
        connection.close()
    with draft.open("rb") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    sync_directory(path.parent)


def _member_rows(members: Iterable[Member], others: list[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    for pos, member in enumerate(members, start=1):
        ways = readings(member.name)
        initials, pinyin = (ways[0].initials, ways[0].pinyin) if ways else ("", "")
        others.extend((pos, way.initials, way.pinyin, member.last_visit_on) for way in ways[1:])
        yield (
            pos,
            member.id,
            member.wallet,
            member.name,
            member.name[surname_length(member.name) :],
            member.phone,
            member.tier,
            member.birthday,
            member.joined_on,
            member.last_visit_on,
            json.dumps(dict(member.measures), separators=(",", ":")) if member.measures else "",
            facts_text(member),
            initials,
            pinyin,
        )
