"""Answers to lease requests, kept under their id, so that a retry is told the same."""

from sqlalchemy import Connection, insert, select

from app.domain.ids import WalletId
from sync.office.storage.schema import lease_answers


def kept_answer(connection: Connection, wallet: WalletId, request_id: str) -> tuple[bytes, str] | None:
    """The hash of the request that had this id, and its answer (JSON)."""
    query = select(lease_answers.c.request_hash, lease_answers.c.answer).where(
        lease_answers.c.wallet == wallet, lease_answers.c.id == request_id
    )
    row = connection.execute(query).first()
    return (bytes(row.request_hash), row.answer) if row else None


def keep_answer(
    connection: Connection, wallet: WalletId, request_id: str, request_hash: bytes, answer: str, now_ms: int
) -> None:
    """Keep an answer for good."""
    connection.execute(
        insert(lease_answers).values(
            wallet=wallet, id=request_id, request_hash=request_hash, answer=answer, answered_at=now_ms
        )
    )
