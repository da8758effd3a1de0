"""Answers to lease requests, kept under their id, so that a retry is told the same."""

from sqlalchemy import Connection, bindparam, select

from app.domain.ids import WalletId
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import lease_answers
from sync.office.storage.sets import insert_set

_KEPT = Prepared(
    select(lease_answers.c.request_hash, lease_answers.c.answer).where(
        lease_answers.c.wallet == bindparam("of_wallet"), lease_answers.c.id == bindparam("of_id")
    )
)


def kept_answer(connection: Connection, wallet: WalletId, request_id: str) -> tuple[bytes, str] | None:
    """The hash of the request that had this id, and its answer (JSON)."""
    row = _KEPT.row(connection, of_wallet=wallet, of_id=request_id)
    return (bytes(row[0]), str(row[1])) if row else None


def keep_answer(
    connection: Connection, wallet: WalletId, request_id: str, request_hash: bytes, answer: str, now_ms: int
) -> None:
    """Keep an answer for good."""
    insert_set(connection, lease_answers, [(wallet, request_id, request_hash, answer, now_ms)])
