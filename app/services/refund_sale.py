"""Refund parts of a sale: what it did is reversed in proportion; more than was sold never goes back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.bookkeeping import entries_of_refund, refund_event_body
from app.domain.errors import Refused, Why
from app.domain.ids import MemberId, SaleId, TillId
from app.domain.journal import Json, Kind
from app.domain.programme.model import Programme, TenderType
from app.domain.programme.spans import add_days
from app.domain.sale.elsewhere import holds_right, right_wallet, sale_taken_over, sale_taken_over_body
from app.domain.sale.facts import Refund
from app.domain.sale.refund import Refundable, build_refund, refundable
from app.domain.staff import Approval, Permission
from app.ports.directory import Directory
from app.ports.store import SaleSummary, SlipKind, Store, UnitOfWork
from app.services.advance_refund import paid_at_risk
from app.services.change_settings import settings_in
from app.services.check_approval import check_approval
from app.services.pay_back import owe_at_providers
from app.services.read_people import member_of
from app.services.stamp import Recorder, next_origin

RECENT = 50


@dataclass(frozen=True, slots=True)
class RecentSale:
    """One line in a list of recent sales, with the name its member has now; empty where there is none."""

    sale: SaleSummary
    member_name: str


@dataclass(frozen=True, slots=True)
class RefundSale:
    """Find a sale, see what may still go back, and refund it."""

    store: Store
    directory: Directory
    recorder: Recorder
    programme: Callable[[], Programme] | None = None

    def recent(self) -> tuple[RecentSale, ...]:
        """The last sales of this till, newest first."""
        with self.store.unit_of_work() as uow:
            sales = uow.sales.recent(RECENT)
            names = {member: self._name(uow, member) for member in dict.fromkeys(sale.member for sale in sales)}
            return tuple(RecentSale(sale, names[sale.member]) for sale in sales)

    def _name(self, uow: UnitOfWork, member_id: MemberId | None) -> str:
        member = member_of(uow, self.directory, member_id) if member_id else None
        return member.name if member else ""

    def find(self, receipt_number: str, *, at_risk: bool = False) -> Refundable | Refused:
        """What may still go back of the sale with this receipt number; `at_risk`: as far as is known here."""
        with self.store.unit_of_work() as uow:
            sale_id = uow.sales.find(receipt_number.strip().upper())
            left = self._left(uow, sale_id, at_risk=at_risk) if sale_id else Refused(Why.SALE_UNKNOWN)
            if isinstance(left, Refused) or left.sale.member is None:
                return left
            return replace(left, member_name=self._name(uow, left.sale.member.member))

    def holds_right(self, till: TillId, sale_id: SaleId) -> bool:
        """Whether head office has lent this till the right to refund that sale."""
        with self.store.unit_of_work() as uow:
            return holds_right(uow.ledger.leases(right_wallet(till, sale_id)), is_own=False)

    def take_over(self, sale: Json, refunds: Sequence[Json]) -> None:
        """Keep the facts of a sale whose right is here now, with every refund of it so far, as head office has them."""
        body = sale_taken_over_body(sale, refunds)
        taken, _ = sale_taken_over(body)
        with self.store.unit_of_work() as uow:
            event = self.recorder.record(uow, Kind.SALE_TAKEN_OVER, body, self.recorder.stamp(uow))
            uow.sales.take_over(event, taken)
            uow.commit()

    def __call__(
        self,
        sale_id: SaleId,
        quantities: Mapping[int, int],
        approval: Approval,
        by_provider: Collection[str] = (),
    ) -> Refund | Refused:
        """Refund `quantities` (thousandths by line number); the approval names who allowed it and why.

        What was paid by the tender kinds `by_provider` is then owed at their providers (`PayBack`). An approval to
        refund at risk does without the right to it, up to a cap: the house stands for it (protocol section 1).
        """
        at_risk = approval.permission is Permission.REFUND_AT_RISK
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, approval.permission if at_risk else Permission.REFUND):
                return refused
            shift = uow.shifts.current()
            if shift is None:
                return Refused(Why.SHIFT_NOT_OPEN)
            left = self._left(uow, sale_id, at_risk=at_risk)
            if isinstance(left, Refused):
                return left
            stamp = self.recorder.stamp(uow)
            if refused := self._why_too_late(uow, left.sale.origin.business_date, stamp.day, approval):
                return refused
            refund = build_refund(
                left,
                quantities,
                refund_id=SaleId(self.recorder.new_id(stamp.at)),
                origin=next_origin(uow, shift, approval.operator, stamp),
                approval=approval,
            )
            if isinstance(refund, Refused):
                return refund
            if refused := _why_over_cap(uow, refund):
                return refused
            entries = entries_of_refund(refund, uow.state().merchant)
            event = self.recorder.record(uow, Kind.REFUND, refund_event_body(refund, entries), stamp, refund.id)
            uow.ledger.post(event, entries)
            uow.sales.record_refund(event, refund)
            cash = any(tender.type is TenderType.CASH and tender.amount_minor for tender in refund.tenders)
            uow.spool.add(SlipKind.REFUND, refund.id, kick_drawer=cash)
            owe_at_providers(uow, self.recorder, refund.tenders, by_provider, refund.id, approval.operator)
            uow.commit()
            return refund

    def _why_too_late(self, uow: UnitOfWork, sold_on: str, day: str, approval: Approval) -> Refused | None:
        """Behind the days that the programme gives, a manager has to allow it."""
        days = self.programme().policies.return_days if self.programme else 0
        approver = uow.staff.operator(approval.approved_by)
        if not days or day <= add_days(sold_on, days) or (approver and approver.may(Permission.LATE_REFUND)):
            return None
        return Refused(Why.REFUND_TOO_LATE, {"days": days})

    def _left(self, uow: UnitOfWork, sale_id: SaleId, *, at_risk: bool) -> Refundable | Refused:
        """What is left, with what decides about the points."""
        left = _left(uow, sale_id, at_risk=at_risk)
        if isinstance(left, Refused) or left.sale.member is None:
            return left
        programme = self.programme() if self.programme else None
        return replace(left, leases=tuple(uow.ledger.leases(left.sale.member.wallet)), programme=programme)


def _why_over_cap(uow: UnitOfWork, refund: Refund) -> Refused | None:
    """What may go back of a sale at the house's risk has a cap, over all its refunds and advances here."""
    if refund.approval.permission is not Permission.REFUND_AT_RISK:
        return None
    cap = settings_in(uow).leases.refund_at_risk_minor
    if refund.total_minor + paid_at_risk(uow, refund.sale_receipt_number) <= cap:
        return None
    return Refused(Why.REFUND_CAPPED, {"amount_minor": cap})


def _left(uow: UnitOfWork, sale_id: SaleId, *, at_risk: bool) -> Refundable | Refused:
    sale = uow.sales.sale(sale_id)
    if sale is None:
        return Refused(Why.SALE_UNKNOWN)
    till = sale.origin.till
    is_own = till == uow.state().till
    if not at_risk and not holds_right(uow.ledger.leases(right_wallet(till, sale_id)), is_own=is_own):
        return Refused(Why.REFUND_ELSEWHERE, {"receipt": sale.origin.receipt_number})
    return refundable(sale, uow.sales.refunds_of(sale_id))
