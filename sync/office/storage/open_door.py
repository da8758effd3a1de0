"""Who may come in by the open door, and what each call was answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from sync.office.storage.schema import open_calls, open_tokens
from sync.office.storage.sets import insert_set

_TOKEN = select(open_tokens).where(open_tokens.c.name == bindparam("of_name"))
_CALL = select(open_calls.c.request_hash, open_calls.c.answer).where(open_calls.c.call == bindparam("of_call"))


@dataclass(frozen=True, slots=True)
class Token:
    """A caller: its Ed25519 key (public half), what it may tell (`scopes`), and for whom it posts.

    Times are UTC ms; `closed_at` 0 = open.
    """

    name: str
    public_key: bytes
    scopes: frozenset[str]
    merchant: str
    made_at: int
    expires_at: int
    closed_at: int = 0

    def is_good(self, now_ms: int) -> bool:
        """Whether it is neither closed nor past its time."""
        return not self.closed_at and now_ms < self.expires_at


def keep_token(connection: Connection, token: Token) -> bool:
    """Keep a new one; False where its name is taken."""
    if find_token(connection, token.name) is not None:
        return False
    scopes = " ".join(sorted(token.scopes))
    row = (
        token.name, token.public_key.hex(), scopes, token.merchant, token.made_at, token.expires_at, token.closed_at,
    )  # fmt: skip
    insert_set(connection, open_tokens, [row])
    return True


def find_token(connection: Connection, name: str) -> Token | None:
    """The one of this name."""
    return next(map(_token, connection.execute(_TOKEN, {"of_name": name})), None)


def all_tokens(connection: Connection) -> Sequence[Token]:
    """All of them, by name."""
    return [_token(row) for row in connection.execute(select(open_tokens).order_by(open_tokens.c.name))]


def close_token(connection: Connection, name: str, now_ms: int) -> bool:
    """From now on nobody comes in by it; False where there is no open one of this name."""
    open_one = update(open_tokens).where(open_tokens.c.name == name, open_tokens.c.closed_at == 0)
    return connection.execute(open_one.values(closed_at=now_ms)).rowcount > 0


def answered(connection: Connection, call: str) -> tuple[bytes, str] | None:
    """The hash of the request that had this name, and its answer (JSON)."""
    row = connection.execute(_CALL, {"of_call": call}).first()
    return (bytes(row[0]), str(row[1])) if row else None


def keep_answered(connection: Connection, call: str, request_hash: bytes, answer: str, now_ms: int) -> None:
    """Keep an answer for good."""
    insert_set(connection, open_calls, [(call, request_hash, answer, now_ms)])


def _token(row: Row[Any]) -> Token:
    return Token(
        name=row.name,
        public_key=bytes.fromhex(row.public_key),
        scopes=frozenset(row.scopes.split()),
        merchant=row.merchant,
        made_at=row.made_at,
        expires_at=row.expires_at,
        closed_at=row.closed_at,
    )
