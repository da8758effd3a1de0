"""Pay back at the provider what came from there: owed from the refund's own transaction on, until it is back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import PaymentId
from app.domain.journal import Json, Kind
from app.domain.payback import (
    OPEN_PAYBACKS,
    Payback,
    Return,
    payback_settled_body,
    payback_started_body,
    paybacks_after,
    paybacks_from_text,
    paybacks_to_text,
)
from app.domain.programme.model import TenderType
from app.domain.sale.facts import SaleTender
from app.domain.staff import Approval, Permission
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_approval
from app.services.stamp import Recorder


@dataclass(frozen=True, slots=True)
class PayBack:
    """What refunds owe at providers. Begun by `owe_at_providers`, ended here."""

    store: Store
    recorder: Recorder

    def open(self, about: str = "") -> Sequence[Payback]:
        """What is not back yet: of one refund, or of all."""
        with self.store.unit_of_work() as uow:
            owed = _owed(uow)
        return tuple(each for each in owed if about in {"", each.about})

    def is_back(self, payback_id: PaymentId) -> None:
        """The provider has given it back."""
        with self.store.unit_of_work() as uow:
            payback = _find(uow, payback_id)
            if payback:
                _record(uow, self.recorder, Kind.PAYBACK_SETTLED, payback_settled_body(payback, Return.DONE))
                uow.commit()

    def close(self, payback_id: PaymentId, approval: Approval) -> Refused | None:
        """The customer has it another way; the approval names who says so and how."""
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.CLOSE_PAYMENT):
                return refused
            if not approval.reason.strip():
                return Refused(Why.REASON_MISSING)
            payback = _find(uow, payback_id)
            if payback:
                body = payback_settled_body(payback, Return.OTHERWISE, approval)
                _record(uow, self.recorder, Kind.PAYBACK_SETTLED, body)
                uow.commit()
            return None


def owe_at_providers(
    uow: UnitOfWork,
    recorder: Recorder,
    tenders: Iterable[SaleTender],
    kinds: Collection[str],
    about: str,
    operator: str,
) -> None:
    """Put on record, with the refund `about` in the unit of work at hand, what goes back at the providers of `kinds`.

    Only what has a provider's reference can go back there; anything else the cashier pays out as ever.
    """
    for tender in tenders:
        if tender.kind in kinds and tender.type is TenderType.EXTERNAL and tender.reference and tender.amount_minor:
            identity = PaymentId(recorder.new_id(recorder.stamp(uow).at))
            payback = Payback(identity, tender.kind, tender.amount_minor, tender.reference, about)
            _record(uow, recorder, Kind.PAYBACK_STARTED, payback_started_body(payback, operator))


def _record(uow: UnitOfWork, recorder: Recorder, kind: Kind, body: Json) -> None:
    recorder.record(uow, kind, body, recorder.stamp(uow))
    uow.config.put(OPEN_PAYBACKS, paybacks_to_text(paybacks_after(_owed(uow), kind, body)))


def _owed(uow: UnitOfWork) -> Sequence[Payback]:
    return paybacks_from_text(uow.config.get(OPEN_PAYBACKS))


def _find(uow: UnitOfWork, payback_id: PaymentId) -> Payback | None:
    return next((each for each in _owed(uow) if each.id == payback_id), None)
