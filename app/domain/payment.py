"""Money that is moved outside the till: what was asked for, what came of it, and what no sale has taken yet.

The open payments are what the events say: started, then settled, then taken by a sale, a top-up or a service, or given
back. A payment that was started and never settled is one whose outcome nobody knows; the till asks for it by its id
until it does, or a manager has found out otherwise and closes it under their name.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from app.domain.codes.bank_card import holds_bank_card
from app.domain.ids import PaymentId
from app.domain.journal import Json, Kind
from app.domain.sale.body import approval_to_json, tender_from_json
from app.domain.staff import Approval
from app.domain.value.body import SERVICE_KINDS

# The slot in the till's store; it says no more than the journal does, and `membertill verify` compares them.
OPEN_PAYMENTS = "open_payments"
LONGEST_REFERENCE = 64
# What money is taken for: an event of these kinds uses up the payments among its tenders.
_TAKERS = frozenset({Kind.SALE, Kind.TOP_UP, *SERVICE_KINDS.values()})
_KINDS = _TAKERS | {Kind.PAYMENT_STARTED, Kind.PAYMENT_SETTLED, Kind.PAYMENT_REVERSED}


class Outcome(StrEnum):
    """What came of a payment. UNKNOWN is none of the others: it may have been paid, and it is asked for again."""

    PAID = "paid"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    UNKNOWN = "unknown"


class Closing(Enum):
    """What a manager has found out about a payment where its provider does not answer."""

    PAID = "paid"
    NOT_PAID = "not_paid"
    GIVEN_BACK = "given_back"


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment of `amount_minor` by a tender kind; `reference` is the provider's, once it is paid."""

    id: PaymentId
    tender: str
    amount_minor: int
    reference: str = ""
    is_paid: bool = False


def safe_reference(reference: str) -> str:
    """What may be kept of a provider's reference: never the number of a card, whatever the provider sends."""
    plain = "".join(char for char in reference if char.isprintable())[:LONGEST_REFERENCE].strip()
    return "" if holds_bank_card(plain) else plain


def started_body(payment: Payment, shift: str, operator: str) -> Json:
    """The body of `payment_started`."""
    return {
        "payment": payment.id,
        "shift": shift,
        "operator": operator,
        "tender": payment.tender,
        "amount": payment.amount_minor,
    }


def settled_body(payment: Payment, outcome: Outcome, reference: str, approval: Approval | None = None) -> Json:
    """The body of `payment_settled`; an unknown outcome settles nothing. With an approval, a person has said so."""
    return {
        "payment": payment.id,
        "outcome": outcome.value,
        "amount": payment.amount_minor,
        "reference": reference,
        **_said_by(approval),
    }


def reversed_body(payment: Payment, operator: str, approval: Approval | None = None) -> Json:
    """The body of `payment_reversed`: the whole amount went back. With an approval, a person has said so."""
    return {"payment": payment.id, "operator": operator, "amount": payment.amount_minor, **_said_by(approval)}


def touches_payments(kind: Kind) -> bool:
    """Whether events of this kind can change what is open."""
    return kind in _KINDS


def after_event(payments: Sequence[Payment], kind: Kind, body: Json) -> Sequence[Payment]:
    """The open payments after an event, in the order in which they were started."""
    if kind == Kind.PAYMENT_STARTED:
        return (*payments, Payment(PaymentId(body["payment"]), body["tender"], body["amount"]))
    if kind == Kind.PAYMENT_SETTLED:
        paid = body["outcome"] == Outcome.PAID
        kept = [each for each in payments if paid or each.id != body["payment"]]
        return tuple(_paid(each, body) if each.id == body["payment"] else each for each in kept)
    if kind == Kind.PAYMENT_REVERSED:
        return tuple(each for each in payments if each.id != body["payment"])
    if kind in _TAKERS:
        return _left_of(payments, body.get("tenders", ()))
    return payments


def payments_to_text(payments: Sequence[Payment]) -> str:
    """For the slot; empty where nothing is open."""
    rows = [[each.id, each.tender, each.amount_minor, each.reference, each.is_paid] for each in payments]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def payments_from_text(text: str | None) -> Sequence[Payment]:
    """From the slot."""
    return tuple(Payment(PaymentId(row[0]), *row[1:]) for row in json.loads(text)) if text else ()


def _paid(payment: Payment, body: Json) -> Payment:
    return replace(payment, reference=body["reference"], is_paid=True)


def _said_by(approval: Approval | None) -> Json:
    return {"approval": approval_to_json(approval)} if approval else {}


def _left_of(payments: Sequence[Payment], tenders: Sequence[Json]) -> Sequence[Payment]:
    taken = [(tender.kind, tender.given_minor, tender.reference) for tender in map(tender_from_json, tenders)]
    left: list[Payment] = []
    for payment in payments:
        tender = (payment.tender, payment.amount_minor, payment.reference)
        if payment.is_paid and tender in taken:
            taken.remove(tender)
        else:
            left.append(payment)
    return tuple(left)
