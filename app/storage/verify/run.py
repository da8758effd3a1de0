"""Runs all checks over a till's files, beside a running till or without one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from app.domain.ids import EventId, TillId
from app.domain.journal import Event, Kind
from app.ports.store import StoreUnavailableError
from app.storage.journal_frames import HeaderDamagedError
from app.storage.keys import StoreKey
from app.storage.places import SECOND_JOURNAL, TILL_DB
from app.storage.second_journal import read_second_journal
from app.storage.sqlcipher import open_reader
from app.storage.till.schema import column_names, event
from app.storage.verify.care import CareCheck
from app.storage.verify.chain import ChainCheck
from app.storage.verify.drawer import CashCheck, ShiftCheck
from app.storage.verify.finding import Check, Finding, Seen, read_or_none
from app.storage.verify.ledger import LeaseCheck, PostingCheck
from app.storage.verify.paybacks import PaybackCheck
from app.storage.verify.payments import PaymentCheck
from app.storage.verify.people import PeopleCheck
from app.storage.verify.sales import ReceiptCheck, RefundCheck, SaleCheck
from app.storage.verify.second import SecondJournalCheck
from app.storage.verify.state import StateCheck
from app.storage.verify.value import CardsCheck, ValueCheck

_EVENTS = f"SELECT {', '.join(column_names(event))} FROM event ORDER BY pos"


def verify_files(data_dir: Path, key: StoreKey, second_dir: Path | None = None) -> list[Finding]:
    """Everything that is wrong with a till's files; empty when the books are right. Changes nothing."""
    path = data_dir / TILL_DB
    if not path.exists():
        return [Finding(TILL_DB, 0, "the file is missing")]
    second = (second_dir or data_dir) / SECOND_JOURNAL
    findings: list[Finding] = []
    engine = open_reader(path, key.for_till_db())
    try:
        with engine.connect() as connection:
            findings += _damaged_pages(connection)
            for finding in verify_till(connection, second, key):
                findings.append(finding)
    except (StoreUnavailableError, dbapi2.Error) as error:
        findings.append(Finding(TILL_DB, findings[-1].seq if findings else 0, str(error)))
    finally:
        engine.dispose()
    return findings


def verify_till(connection: Connection, second: Path, key: StoreKey) -> Iterator[Finding]:
    """All findings in the order of the journal, those that only show at the end last. One read transaction."""
    with ExitStack() as held:
        held.enter_context(_any_text(connection))
        raw: Any = connection.connection.driver_connection
        if not connection.in_transaction():
            held.enter_context(connection.begin())
        checks = _checks(raw)
        try:
            frames = held.enter_context(read_second_journal(second, key))
        except FileNotFoundError:
            yield Finding("second_journal", 0, "the file is missing")
        except HeaderDamagedError:
            yield Finding("second_journal", 0, "neither header can be read: damaged, or of another key")
        else:
            checks.append(SecondJournalCheck(frames))
        yield from _walk(raw, checks)


def _checks(raw: Any) -> list[Check]:
    chain, receipts, shifts = ChainCheck(), ReceiptCheck(), ShiftCheck(raw)
    return [
        chain,
        PostingCheck(raw),
        LeaseCheck(raw),
        SaleCheck(raw),
        RefundCheck(raw),
        ValueCheck(raw),
        CardsCheck(raw),
        PeopleCheck(raw),
        CareCheck(raw),
        receipts,
        CashCheck(raw),
        shifts,
        PaymentCheck(raw),
        PaybackCheck(raw),
        StateCheck(raw, chain, receipts, shifts),
    ]


def _walk(raw: Any, checks: list[Check]) -> Iterator[Finding]:
    is_empty = True
    for row in raw.execute(_EVENTS):
        is_empty = False
        seen = _seen(row)
        for check in checks:
            yield from check.see(seen)
    if is_empty:
        yield Finding("event", 0, "the journal is empty")
        return
    for check in checks:
        yield from check.finish()


def _seen(row: Any) -> Seen:
    pos, till, epoch, seq, event_id, kind, version, recorded_at, business_date, payload, prev_hash, own_hash, key = row
    stored = Event(
        till=TillId(till),
        epoch=epoch,
        seq=seq,
        id=EventId(event_id),
        kind=cast("Kind", kind),  # perhaps none we know: the chain check says so
        version=version,
        recorded_at=recorded_at,
        business_date=business_date,
        payload=payload,
        prev_hash=prev_hash,
        hash=own_hash,
        key=key,
    )
    return Seen(pos, stored, read_or_none(stored.body))


@contextmanager
def _any_text(connection: Connection) -> Iterator[None]:
    """Let damaged text through, so that a check can name it instead of the driver failing on it."""
    raw: Any = connection.connection.driver_connection
    before = raw.text_factory
    raw.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        raw.text_factory = before


def _damaged_pages(connection: Connection) -> Iterator[Finding]:
    """Pages whose seal is broken; SQLCipher checks every page of the file."""
    complaints = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    if complaints:  # a checkpoint may have been at work: once more
        complaints = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    connection.rollback()
    for (complaint,) in complaints:
        yield Finding(TILL_DB, 0, str(complaint))
