"""The facts that the bodies of shift, cash and lease events hold; sales and refunds have `app.domain.sale.body`."""

from collections.abc import Sequence

from app.domain.ids import OperatorId, ShiftId, WalletId
from app.domain.journal import Event, Json
from app.domain.lease import Grant
from app.domain.ledger import Lot, Unit
from app.domain.sale.body import approval_from_json
from app.domain.shift import CashDirection, CashMovement, ClosedShift, Shift


def shift_opened(event: Event, body: Json) -> Shift:
    """The shift that this event has opened."""
    return Shift(
        id=ShiftId(body["shift"]),
        number=body["number"],
        business_date=event.business_date,
        opened_at=event.recorded_at,
        opened_by=OperatorId(body["operator"]),
        float_minor=body["float"],
    )


def shift_closed(event: Event, body: Json, opened: Shift) -> ClosedShift:
    """The end of `opened` that this event records."""
    return ClosedShift(
        shift=opened,
        closed_at=event.recorded_at,
        closed_by=OperatorId(body["operator"]),
        counted_minor=body["counted"],
        expected_minor=body["figures"]["expected_cash"],
    )


def cash_moved(body: Json) -> tuple[ShiftId, CashMovement]:
    """The movement of cash, and in which shift."""
    approval = approval_from_json(body["approval"])
    movement = CashMovement(
        CashDirection(body["direction"]),
        body["amount"],
        approval.operator,
        approval.reason.strip(),
        body.get("receipt", ""),
    )
    return ShiftId(body["shift"]), movement


def grants(body: Json) -> Sequence[Grant]:
    """What head office has granted."""
    return [
        Grant(WalletId(wallet), Unit(unit), Lot.from_key(lot), total) for wallet, unit, lot, total in body["grants"]
    ]
