"""Print: slips wait in the spool, are laid out when their turn comes, and say 补打 when printed again.

Printing comes after the commit; a dead printer never undoes or holds up a sale.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import SaleId, ShiftId
from app.domain.receipt.page import Page
from app.domain.staff import Approval, Operator, Permission
from app.ports.store import Slip, SlipKind, SlipState, Store
from app.services.check_approval import check_own_or_approval
from app.services.lay_out_slip import LayOutSlip


@dataclass(frozen=True, slots=True)
class PrintSlips:
    """Queue slips and account for them."""

    store: Store
    lay_out: LayOutSlip

    def waiting(self) -> Sequence[Slip]:
        """Slips not printed yet, oldest first; BEGUN ones were cut short."""
        with self.store.unit_of_work() as uow:
            return uow.spool.waiting()

    def next(self) -> tuple[Slip, Page | None] | None:
        """The slip whose turn it is, laid out (None for a drawer pulse); None when nothing waits."""
        with self.store.unit_of_work() as uow:
            slip = uow.spool.next()
            if slip is None:
                return None
            return slip, self.lay_out.page(uow, slip) if slip.kind is not SlipKind.DRAWER else None

    def mark(self, slip_id: int, state: SlipState) -> None:
        """Note how printing went."""
        with self.store.unit_of_work() as uow:
            uow.spool.mark(slip_id, state)
            uow.commit()

    def drop(self, slip_id: int) -> None:
        """A person decided that this slip shall not be printed."""
        self.mark(slip_id, SlipState.DROPPED)

    def reprint(self, kind: SlipKind, about: str) -> int:
        """Queue a slip once more, marked as a reprint; its id in the spool."""
        with self.store.unit_of_work() as uow:
            slip_id = uow.spool.add(kind, about, is_reprint=True)
            uow.commit()
            return slip_id

    def gift(self, sale: SaleId, *, is_reprint: bool) -> int:
        """Queue the slip without prices that goes with a present; its id in the spool."""
        with self.store.unit_of_work() as uow:
            slip_id = uow.spool.add(SlipKind.GIFT, sale, is_reprint=is_reprint)
            uow.commit()
            return slip_id

    def shift_slip(self, shift: ShiftId, *, is_reprint: bool) -> int:
        """Queue the slip with which a closed shift's drawer is handed over; its id in the spool."""
        with self.store.unit_of_work() as uow:
            slip_id = uow.spool.add(SlipKind.SHIFT, shift, is_reprint=is_reprint)
            uow.commit()
            return slip_id

    def test_preview(self) -> Page:
        """The test page, for a printer that is being set up."""
        return self.preview(SlipKind.TEST, "")

    def x_report(self, operator: Operator, approval: Approval | None = None) -> int | Refused:
        """Queue the X report of the open shift; not for who counts the drawer blind, unless it was approved."""
        with self.store.unit_of_work() as uow:
            if refused := check_own_or_approval(uow, operator, Permission.READ_X, approval):
                return refused
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            slip_id = uow.spool.add(SlipKind.X_REPORT, shift.id, content=self.lay_out.x_content(uow, shift, operator))
            uow.commit()
            return slip_id

    def preview(self, kind: SlipKind, about: str) -> Page:
        """The slip as it would print, for the screen."""
        with self.store.unit_of_work() as uow:
            return self.lay_out.page(uow, Slip(0, kind, about, SlipState.WAITING, False, False, 0))

    def page_of(self, slip: Slip) -> Page:
        """A waiting slip as it will print, for the screen."""
        with self.store.unit_of_work() as uow:
            return self.lay_out.page(uow, slip)
