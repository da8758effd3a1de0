"""Money of a refund that goes back where it came from: at the provider that took it, not out of the drawer.

The refund owes it from its own transaction on, under an id made here. Asked for twice with that id it goes back once,
so the till asks until the provider has said yes, or a manager has found out otherwise and closes it under their name.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import PaymentId
from app.domain.journal import Json, Kind
from app.domain.sale.body import approval_to_json
from app.domain.staff import Approval

# The slot in the till's store; it says no more than the journal does, and `membertill verify` compares them.
OPEN_PAYBACKS = "open_paybacks"
_KINDS = frozenset({Kind.PAYBACK_STARTED, Kind.PAYBACK_SETTLED})


class Return(StrEnum):
    """How it ended: the provider gave it back, or somebody says that the customer has it another way."""

    DONE = "done"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Payback:
    """`amount_minor` of the payment with this provider's `reference` goes back; `about` is the refund that owes it."""

    id: PaymentId
    tender: str
    amount_minor: int
    reference: str
    about: str


def payback_started_body(payback: Payback, operator: str) -> Json:
    """The body of `payback_started`."""
    return {
        "payback": payback.id,
        "about": payback.about,
        "operator": operator,
        "tender": payback.tender,
        "amount": payback.amount_minor,
        "reference": payback.reference,
    }


def payback_settled_body(payback: Payback, how: Return, approval: Approval | None = None) -> Json:
    """The body of `payback_settled`; with an approval where a person has said so."""
    said_by = {"approval": approval_to_json(approval)} if approval else {}
    return {"payback": payback.id, "outcome": how.value, "amount": payback.amount_minor, **said_by}


def touches_paybacks(kind: Kind) -> bool:
    """Whether events of this kind can change what is owed."""
    return kind in _KINDS


def paybacks_after(paybacks: Sequence[Payback], kind: Kind, body: Json) -> Sequence[Payback]:
    """What is owed after an event, in the order in which it was begun."""
    if kind == Kind.PAYBACK_STARTED:
        owed = Payback(PaymentId(body["payback"]), body["tender"], body["amount"], body["reference"], body["about"])
        return (*paybacks, owed)
    if kind == Kind.PAYBACK_SETTLED:
        return tuple(each for each in paybacks if each.id != body["payback"])
    return paybacks


def paybacks_to_text(paybacks: Sequence[Payback]) -> str:
    """For the slot; empty where nothing is owed."""
    rows = [[each.id, each.tender, each.amount_minor, each.reference, each.about] for each in paybacks]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def paybacks_from_text(text: str | None) -> Sequence[Payback]:
    """From the slot."""
    return tuple(Payback(PaymentId(row[0]), *row[1:]) for row in json.loads(text)) if text else ()
