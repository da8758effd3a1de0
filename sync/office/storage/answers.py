"""Answers to lease requests, kept under their id, so that a retry is told the same."""

from sqlalchemy import Connection, bindparam, insert, select

from app.domain.ids import WalletId
from sync.office.storage.schema import lease_answers

_KEPT = select(lease_answers.c.request_hash, lease_answers.c.answer).where(
    lease_answers.c.wallet == bindparam("of_wallet"), lease_answers.c.id == bindparam("of_id")
)
_KEEP = insert(lease_answers)


def kept_answer(connection: Connection, wallet: WalletId, request_id: str) -> tuple[bytes, str] | None:
    """The hash of the request that had this id, and its answer (JSON)."""
    row = connection.execute(_KEPT, {"of_wallet": wallet, "of_id": request_id}).first()
    return (bytes(row.request_hash), row.answer) if row else None


def keep_answer(
    connection: Connection, wallet: WalletId, request_id: str, request_hash: bytes, answer: str, now_ms: int
) -> None:
    """Keep an answer for good."""
    kept = {"wallet": wallet, "id": request_id, "request_hash": request_hash, "answer": answer, "answered_at": now_ms}
    connection.execute(_KEEP, kept)
