"""Name slips: which receipt a waiting slip is, so that a person knows it again."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.ids import EventId, SaleId, ShiftId
from app.domain.sale.facts import Refund, Sale
from app.ports.store import Slip, SlipKind, Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class SlipName:
    """The number printed on the slip, when it came to be (ms) and its sum; None where it has none."""

    number: str
    at: int | None = None
    total_minor: int | None = None


@dataclass(frozen=True, slots=True)
class NameSlips:
    """Read what slips are about."""

    store: Store

    def __call__(self, slips: Iterable[Slip]) -> dict[int, SlipName]:
        """By the slip's id in the spool; those that have no number are left out."""
        with self.store.unit_of_work() as uow:
            named = ((slip.id, _name(uow, slip)) for slip in slips)
            return {slip_id: name for slip_id, name in named if name}


def _name(uow: UnitOfWork, slip: Slip) -> SlipName | None:
    posted: Sale | Refund | None
    match slip.kind:
        case SlipKind.SALE | SlipKind.GIFT:
            posted = uow.sales.sale(SaleId(slip.about))
        case SlipKind.REFUND:
            posted = uow.sales.refund(SaleId(slip.about))
        case SlipKind.VALUE | SlipKind.SERVICE:
            deal = uow.value.deal(EventId(slip.about))
            return SlipName(deal.origin.receipt_number, deal.origin.at, deal.amount_minor) if deal else None
        case SlipKind.Z_REPORT:
            event = uow.journal.event(EventId(slip.about))
            return SlipName(str(event.body()["number"]), event.recorded_at) if event else None
        case SlipKind.SHIFT:
            closed = uow.shifts.closed(ShiftId(slip.about))
            return SlipName(str(closed.shift.number), closed.closed_at) if closed else None
        case _:
            return None
    if posted is None:
        return None
    return SlipName(posted.origin.receipt_number, posted.origin.at, posted.total_minor)
