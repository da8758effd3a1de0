"""Pay an advance on the refund of another till's sale, while there is no line to hear of the sale.

What was sold is not known here, so nothing of the sale is refunded: cash leaves the drawer at the house's risk, up to
the cap of such refunds, and head office tells a person. A sale that is known here is refunded, not paid on in advance.
"""

import re
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.sale.body import approval_to_json
from app.domain.shift import CashDirection, CashMovement
from app.domain.staff import Approval, Permission
from app.ports.store import SlipKind, Store, UnitOfWork
from app.services.change_settings import settings_in
from app.services.check_approval import check_approval
from app.services.stamp import Recorder

_RECEIPT = re.compile(r"([^-\s]\S*)-([0-9]{1,9})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class AdvanceRefund:
    """Recorded as cash out of the drawer that names the receipt."""

    store: Store
    recorder: Recorder

    def most(self) -> int:
        """The most that may be paid on one receipt (minor units)."""
        with self.store.unit_of_work() as uow:
            return settings_in(uow).leases.refund_at_risk_minor

    def paid_on(self, number: str) -> int:
        """What was paid here in advance on this receipt (minor units): it goes back into the drawer with the refund."""
        _, receipt = _as_printed(number)
        with self.store.unit_of_work() as uow:
            return uow.shifts.advanced_on(receipt) if receipt else 0

    def __call__(self, approval: Approval, number: str, goods: str, amount_minor: int) -> CashMovement | Refused:
        """Pay `amount_minor` on the receipt `number` for `goods`, in the words of whoever takes them back."""
        till, receipt = _as_printed(number)
        goods = goods.strip()
        if amount_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        if not goods or not approval.reason.strip():
            return Refused(Why.REASON_MISSING)
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.REFUND_AT_RISK):
                return refused
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            if refused := _why_none(uow, till, receipt) or _why_over_cap(uow, receipt, amount_minor):
                return refused
            stamp = self.recorder.stamp(uow)
            told = replace(approval, reason=f"{goods}: {approval.reason.strip()}")
            movement = CashMovement(CashDirection.PAID_OUT, amount_minor, told.operator, told.reason, receipt)
            body = {
                "shift": shift.id,
                "direction": movement.direction.value,
                "amount": amount_minor,
                "approval": approval_to_json(told),
                "receipt": receipt,
            }
            event = self.recorder.record(uow, Kind.CASH_MOVEMENT, body, stamp)
            uow.shifts.move_cash(event, shift.id, movement)
            uow.spool.add(SlipKind.DRAWER, event.id, kick_drawer=True)
            uow.commit()
            return movement


def paid_at_risk(uow: UnitOfWork, receipt: str) -> int:
    """What went back of a sale so far at the house's risk: refunds without the right to them, and advances."""
    sale_id = uow.sales.find(receipt)
    refunds = uow.sales.refunds_of(sale_id) if sale_id else ()
    at_risk = (each.total_minor for each in refunds if each.approval.permission is Permission.REFUND_AT_RISK)
    return sum(at_risk) + uow.shifts.advanced_on(receipt)


def _as_printed(number: str) -> tuple[str, str]:
    """The till, and the receipt's number in the one way that it is printed, for the cap is by receipt; empty: none."""
    found = _RECEIPT.fullmatch(number.strip().upper())
    return (found[1], f"{found[1]}-{int(found[2])}-{int(found[3]):06d}") if found else ("", "")


def _why_none(uow: UnitOfWork, till: str, receipt: str) -> Refused | None:
    """What this till knows it refunds, line by line, if need be at risk; and its own sales it knows."""
    if uow.sales.find(receipt):
        return Refused(Why.REFUND_KNOWN_HERE, {"receipt": receipt})
    return None if receipt and till != uow.state().till else Refused(Why.SALE_UNKNOWN)


def _why_over_cap(uow: UnitOfWork, receipt: str, amount_minor: int) -> Refused | None:
    cap = settings_in(uow).leases.refund_at_risk_minor
    if paid_at_risk(uow, receipt) + amount_minor > cap:
        return Refused(Why.REFUND_CAPPED, {"amount_minor": cap})
    return None
