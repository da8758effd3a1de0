"""Looks members, cards and balances up: fits `app.ports.directory.Directory`. Plain SQL over one index each."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.ids import CardNumber, MemberId, TierId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, CardState, Member
from app.ports.directory import DirectoryMark
from app.ports.store import StoreUnavailableError
from app.storage.directory import queries
from app.storage.directory.facts import with_facts
from app.storage.directory.pinyin import spelled
from app.storage.directory.tables import VERSION
from app.storage.sqlcipher import check_sqlite_version, condition_of, connect_raw

_PRAGMAS = ("query_only=ON", "temp_store=MEMORY", "busy_timeout=5000")


class DirectoryReader:
    """One directory file, read only; `switch_to` takes the next copy."""

    def __init__(self, path: Path, key: bytes, ended: int = 0) -> None:
        self._path, self._ended = path, ended
        self._connection = _connect(path, key)

    def switch_to(self, path: Path, key: bytes) -> None:
        """Read another file from now on; the old one stays in use where the new one cannot be opened."""
        connection = _connect(path, key)
        self._connection.close()
        self._path, self._connection, self._ended = path, connection, 0

    def count_ended_epoch(self, events: int) -> None:
        """An epoch of this till has ended after so many events: the mark lies that much further back."""
        self._ended += events

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def mark(self) -> DirectoryMark:
        """How fresh the copy is."""
        cursor, applied_seq = self._rows("SELECT cursor, applied_seq FROM mark")[0]
        return DirectoryMark(cursor, applied_seq - self._ended)

    def heard(self, wallet: WalletId) -> int:
        """The last event of this till that what is said here of the wallet has in it."""
        return self._told("applied_seq", wallet)

    def followed(self, wallet: WalletId) -> int:
        """The last event of this till that is in what is said here of the member's tiers and measures."""
        return self._told("followed_seq", wallet)

    def card(self, number: CardNumber) -> Card | None:
        """The card with this number."""
        rows = self._rows(queries.CARD, number)
        return _card(rows[0]) if rows else None

    def cards_of(self, wallet: WalletId) -> Sequence[Card]:
        """The cards that open a wallet."""
        return [_card(row) for row in self._rows(queries.CARDS_OF, wallet)]

    def member(self, member_id: MemberId) -> Member | None:
        """One member."""
        rows = self._rows(queries.MEMBER, member_id)
        return _member(rows[0]) if rows else None

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        """All there is in the wallet, by unit, wherever it lies, as of the mark."""
        return {Unit(unit): amount for unit, amount in self._rows(queries.BALANCES, wallet)}

    def by_phone(self, phone: str, limit: int) -> Sequence[Member]:
        """With exactly this phone number, the last visitor first."""
        return self._members(queries.BY_PHONE, phone, limit)

    def by_last_four(self, digits: str, limit: int, surname: str = "") -> Sequence[Member]:
        """Whose phone ends in these four digits; with this surname where given."""
        return self._members(queries.BY_LAST_FOUR, digits, surname, _behind(surname), limit)

    def by_name(self, prefix: str, limit: int) -> Sequence[Member]:
        """Whose name, or given name, begins with `prefix`; the whole name first."""
        wanted = prefix.strip()
        return self._members(queries.BY_NAME, wanted, _behind(wanted), limit) if wanted else []

    def by_initials(self, letters: str, limit: int) -> Sequence[Member]:
        """Whose pinyin initials begin with `letters` (zs -> 张三); exactly these first, the last visitor first."""
        wanted = spelled(letters)
        return self._members(queries.BY_INITIALS, wanted, _behind(wanted), limit) if wanted else []

    def by_pinyin(self, letters: str, limit: int) -> Sequence[Member]:
        """Whose full pinyin begins with `letters`."""
        wanted = spelled(letters)
        return self._members(queries.BY_PINYIN, wanted, _behind(wanted), limit) if wanted else []

    def _members(self, sql: str, *values: object) -> Sequence[Member]:
        return [_member(row) for row in self._rows(sql, *values)]

    def _told(self, column: str, wallet: WalletId) -> int:
        rows = self._rows(f"SELECT {column} FROM holder WHERE wallet = ?", wallet)
        if not rows or rows[0][0] is None:
            rows = self._rows(f"SELECT {column} FROM mark")
        return int(rows[0][0]) - self._ended

    def _rows(self, sql: str, *values: object) -> list[Any]:
        try:
            rows: list[Any] = self._connection.execute(sql, values).fetchall()
        except dbapi2.Error as error:
            raise condition_of(error, self._path.parent) or error from error
        return rows


def _connect(path: Path, key: bytes) -> Any:
    check_sqlite_version()
    if not path.exists():
        raise StoreUnavailableError(f"the directory {path} is missing; fetch it again")
    try:
        connection = connect_raw(path, key, pragmas=_PRAGMAS)
        row = connection.execute("SELECT version FROM mark").fetchone()
    except dbapi2.Error as error:
        raise condition_of(error, path.parent) or error from error
    if row is None or row[0] != VERSION:
        connection.close()
        raise StoreUnavailableError(f"the directory {path} is of another version; fetch it again")
    return connection


def _behind(prefix: str) -> str:
    """The first text behind all that begin with `prefix`."""
    return prefix + "\U0010ffff"


def _card(row: Any) -> Card:
    number, wallet, member, state = row
    return Card(CardNumber(number), WalletId(wallet), MemberId(member) if member else None, CardState(state))


def _member(row: Any) -> Member:
    member_id, wallet, name, phone, tier, birthday, joined_on, last_visit_on, measures, facts = row
    member = Member(
        id=MemberId(member_id),
        wallet=WalletId(wallet),
        name=name,
        phone=phone,
        tier=TierId(tier) if tier else None,
        birthday=birthday,
        joined_on=joined_on,
        last_visit_on=last_visit_on,
        measures=json.loads(measures) if measures else {},
    )
    return with_facts(member, facts) if facts else member
