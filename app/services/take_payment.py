"""Take a payment outside the till: its id on record before anybody is asked, its outcome once it is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import PaymentId
from app.domain.journal import Json, Kind
from app.domain.payment import (
    Closing,
    Outcome,
    Payment,
    reversed_body,
    safe_reference,
    settled_body,
    started_body,
)
from app.domain.staff import Approval, Operator, Permission, not_permitted
from app.ports.payment import Answer
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_approval
from app.services.open_payments import note_payments, open_payments
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class TakePayment:
    """Every step is an event; between the steps the payment stands in the till's store, also when the till stops."""

    store: Store
    recorder: Recorder

    def __call__(self, operator: Operator, tender: str, amount_minor: int) -> Payment | Refused:
        """Begin: durable before anything is sent."""
        if not operator.may(Permission.SELL):
            return not_permitted(Permission.SELL)
        if amount_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        with self.store.unit_of_work() as uow:
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            stamp = self.recorder.stamp(uow)
            payment = Payment(PaymentId(self.recorder.new_id(stamp.at)), tender, amount_minor)
            self._record(uow, Kind.PAYMENT_STARTED, started_body(payment, shift.id, operator.id))
            uow.commit()
            return payment

    def open(self) -> Sequence[Payment]:
        """The payments that no sale has taken and nobody has given back."""
        with self.store.unit_of_work() as uow:
            return open_payments(uow.config)

    def settle(self, payment_id: PaymentId, answer: Answer) -> Payment | None:
        """Keep what came of it; the payment as it stands, None where it is over. An unknown outcome changes nothing."""
        with self.store.unit_of_work() as uow:
            payment = _find(uow, payment_id)
            if payment is None or payment.is_paid or answer.outcome is Outcome.UNKNOWN:
                return payment
            # A payment must be found in its sale again, so it always has a reference: its own id where there is none.
            reference = safe_reference(answer.reference) or payment.id if answer.outcome is Outcome.PAID else ""
            self._record(uow, Kind.PAYMENT_SETTLED, settled_body(payment, answer.outcome, reference))
            settled = _find(uow, payment_id)
            uow.commit()
            return settled

    def reversed(self, operator: Operator, payment_id: PaymentId) -> None:
        """It went back to the customer."""
        with self.store.unit_of_work() as uow:
            payment = _find(uow, payment_id)
            if payment is not None:
                self._record(uow, Kind.PAYMENT_REVERSED, reversed_body(payment, operator.id))
                uow.commit()

    def close(self, payment_id: PaymentId, how: Closing, approval: Approval) -> Payment | Refused | None:
        """Its provider does not say, so a manager does, with a reason: the payment as it stands, None if over."""
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.CLOSE_PAYMENT):
                return refused
            if not approval.reason.strip():
                return Refused(Why.REASON_MISSING)
            payment = _find(uow, payment_id)
            if payment is None or payment.is_paid is not (how is Closing.GIVEN_BACK):
                return payment
            self._record(uow, *_closed(payment, how, approval))
            closed = _find(uow, payment_id)
            uow.commit()
            return closed

    def _record(self, uow: UnitOfWork, kind: Kind, body: Json) -> None:
        self.recorder.record(uow, kind, body, self.recorder.stamp(uow))
        note_payments(uow.config, kind, body)


def _closed(payment: Payment, how: Closing, approval: Approval) -> tuple[Kind, Json]:
    if how is Closing.GIVEN_BACK:
        return Kind.PAYMENT_REVERSED, reversed_body(payment, approval.operator, approval)
    if how is Closing.PAID:
        return Kind.PAYMENT_SETTLED, settled_body(payment, Outcome.PAID, payment.id, approval)
    return Kind.PAYMENT_SETTLED, settled_body(payment, Outcome.REFUSED, "", approval)


def _find(uow: UnitOfWork, payment_id: PaymentId) -> Payment | None:
    return next((each for each in open_payments(uow.config) if each.id == payment_id), None)
