"""Care of members: what they are to be asked now, follow-ups ticked off, complaints from the first word to the last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId, ProductId, WalletId
from app.domain.journal import Kind
from app.domain.member import DueFollowUp, Member, MemberView
from app.domain.people.care import Care, CareStep, Complaint, care_to_body, complaints_in
from app.domain.programme.lifecycle.facts import Bought
from app.domain.programme.lifecycle.follow_ups import follow_ups_due
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.sale.then import sold_lines
from app.domain.staff import Operator, Permission, not_permitted
from app.ports.store import SaleSummary, Store, UnitOfWork
from app.services.stamp import Recorder

_LAST_SALES = 20


def due_here(uow: UnitOfWork, programme: Programme, member: Member, day: str) -> tuple[DueFollowUp, ...]:
    """What to ask the member on an ISO day: as the directory says and this till's own sales do, less what was asked."""
    told = {due.key: _by_name(uow, due) for due in member.follow_ups if due.due_on <= day}
    if programme.follow_ups:
        told |= {due.key: due for due in _from_own_sales(uow, programme, member, day)}
    if not told:
        return ()
    done = uow.care.followed_up(member.wallet)
    return tuple(sorted((due for key, due in told.items() if key not in done), key=lambda due: due.due_on))


@dataclass(frozen=True, slots=True)
class CareForMember:
    """Note each step of care: an event."""

    store: Store
    recorder: Recorder

    def tick_off(self, operator: Operator, view: MemberView, due: DueFollowUp, note: str) -> MemberView | Refused:
        """The member was asked; the view without that follow-up."""
        kept = self._note(operator, view, due.key, CareStep.FOLLOWED_UP, note)
        if isinstance(kept, Refused) or view.member is None:
            return kept if isinstance(kept, Refused) else view
        left = tuple(each for each in view.member.follow_ups if each.key != due.key)
        return replace(view, member=replace(view.member, follow_ups=left))

    def complain(self, operator: Operator, view: MemberView, text: str) -> Care | Refused:
        """The member is not content: what they said."""
        return self._note(operator, view, "", CareStep.COMPLAINED, text)

    def go_on(
        self,
        operator: Operator,
        complaint: Complaint,
        step: CareStep,
        note: str = "",
        to: OperatorId | None = None,
    ) -> Care | Refused:
        """The next step of a complaint."""
        first = complaint.steps[0].care
        care = Care(first.member, first.wallet, complaint.key, step, operator.id, note.strip(), to)
        return self._keep(operator, care)

    def complaints(self, wallet: WalletId | None = None) -> Sequence[Complaint]:
        """The complaints noted at this till, open ones first: of one wallet, or the last of all."""
        with self.store.unit_of_work() as uow:
            return complaints_in(uow.care.complaint_steps(wallet))

    def _note(self, operator: Operator, view: MemberView, key: str, step: CareStep, note: str) -> Care | Refused:
        if view.member is None:
            return Refused(Why.MEMBER_UNKNOWN)
        return self._keep(operator, Care(view.member.id, view.wallet, key, step, operator.id, note.strip()))

    def _keep(self, operator: Operator, care: Care) -> Care | Refused:
        if not operator.may(Permission.SELL):
            return not_permitted(Permission.SELL)
        if care.step is CareStep.COMPLAINED and not care.note:
            return Refused(Why.REASON_MISSING)
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            event_id = self.recorder.new_id(stamp.at)
            care = replace(care, key=care.key or event_id)
            event = self.recorder.record(uow, Kind.CARE, care_to_body(care), stamp, event_id)
            uow.care.record(event, care)
            uow.commit()
            return care


def _from_own_sales(uow: UnitOfWork, programme: Programme, member: Member, day: str) -> Sequence[DueFollowUp]:
    """What follows from the last sales of this till; a product is called as it was on the receipt."""
    sales = [uow.sales.sale(each.id) for each in uow.sales.recent_of(member.wallet, _LAST_SALES) if not _is_back(each)]
    kept = [sale for sale in sales if sale]
    standing = Standing(
        joined_on=member.joined_on,
        birthday=member.birthday,
        kind=member.kind,
        gender=member.gender,
        identified=member.identified,
        tags=member.tags,
        fields=member.fields,
        history=tuple(_bought(sale) for sale in reversed(kept)),
    )
    names = {line.product: line.name for sale in kept for line in sale.lines}
    due = follow_ups_due(programme, standing, day)
    return [replace(each, about=names.get(ProductId(each.about), each.about)) for each in due]


def _by_name(uow: UnitOfWork, due: DueFollowUp) -> DueFollowUp:
    """Head office names the product of a sale by its number; the cashier is told its name."""
    product = uow.products.by_id(ProductId(due.about)) if due.sale and due.about else None
    return replace(due, about=product.name) if product else due


def _is_back(sale: SaleSummary) -> bool:
    return sale.refunded_minor >= sale.total_minor > 0


def _bought(sale: Sale) -> Bought:
    return Bought(sale.id, Moment(sale.origin.business_date), sold_lines(sale, sale.lines), ())
