"""Check a PIN: five wrong ones lock it for 15 minutes, also across a restart."""

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId
from app.domain.staff import PIN_LOCK_MS, PIN_TRIES, Operator
from app.ports.pins import PinHasher
from app.ports.store import UnitOfWork


def check_pin(uow: UnitOfWork, hasher: PinHasher, operator_id: OperatorId, pin: str, now_ms: int) -> Operator | Refused:
    """The operator whose PIN it is, or why not. The caller commits, so that a wrong try is remembered."""
    record = uow.staff.pin_record(operator_id)
    if record is None:
        return Refused(Why.OPERATOR_UNKNOWN)
    # Never for longer than a lock lasts: one set under a clock that ran ahead must not hold for years.
    if now_ms < record.locked_until <= now_ms + PIN_LOCK_MS:
        return Refused(Why.PIN_LOCKED, {"minutes": _minutes(record.locked_until - now_ms)})
    if hasher.verify(record.pin_hash, pin):
        if record.failures or record.locked_until:
            uow.staff.save_tries(operator_id, 0, 0)
        return record.operator
    failures = record.failures + 1
    if failures >= PIN_TRIES:
        uow.staff.save_tries(operator_id, 0, now_ms + PIN_LOCK_MS)
        return Refused(Why.PIN_LOCKED, {"minutes": _minutes(PIN_LOCK_MS)})
    uow.staff.save_tries(operator_id, failures, 0)
    return Refused(Why.PIN_WRONG, {"tries_left": PIN_TRIES - failures})


def _minutes(milliseconds: int) -> int:
    return -(-milliseconds // 60_000)
