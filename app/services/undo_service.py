"""Undo a service that was a mistake, whole; only the till that gave it can, as long as the programme says."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import EventId
from app.domain.member import MemberView
from app.domain.sale.facts import SaleTender
from app.domain.staff import Approval, Permission
from app.domain.value.facts import ServiceDeal
from app.domain.value.undoing import undoable, why_not_undone
from app.ports.store import UnitOfWork
from app.services.going_back import GoingBack, going_back
from app.services.pay_back import owe_at_providers
from app.services.refund_principal import PayOut, below_nothing, money_out
from app.services.value_desk import Counter, ValueDesk, holder_of, services_here


@dataclass(frozen=True, slots=True)
class UndoService:
    """Say what could be undone, and undo it."""

    desk: ValueDesk

    def undoable(self, view: MemberView) -> Sequence[GoingBack]:
        """The wallet's services here that may still be undone, newest first."""
        with self.desk.store.unit_of_work() as uow:
            return tuple(self._going_back(uow, deal) for deal in self._undoable(uow, view))

    def __call__(self, view: MemberView, of: EventId, out: PayOut | None, approval: Approval) -> ServiceDeal | Refused:
        """Undo the deal `of`; `out` is how the money goes out of one that was paid for."""
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.approved_counter(uow, view.wallet, approval, Permission.UNDO_SERVICE)
            if isinstance(counter, Refused):
                return counter
            deal = next((each for each in self._undoable(uow, view) if each.id == of), None)
            if deal is None:
                return Refused(Why.SERVICE_NOT_UNDONE)
            if refused := why_not_undone(deal, uow.ledger.leases(view.wallet)):
                return refused
            return self._post(uow, view, counter, self._going_back(uow, deal), out, approval)

    def _going_back(self, uow: UnitOfWork, deal: ServiceDeal) -> GoingBack:
        return going_back(uow, self.desk.programme, deal, deal.amount_minor)

    def _undoable(self, uow: UnitOfWork, view: MemberView) -> Sequence[ServiceDeal]:
        day = self.desk.recorder.look(uow).day
        return undoable(services_here(uow, view.wallet), day, self.desk.programme.policies.undo_days)

    def _post(
        self,
        uow: UnitOfWork,
        view: MemberView,
        counter: Counter,
        back: GoingBack,
        out: PayOut | None,
        approval: Approval,
    ) -> ServiceDeal | Refused:
        tenders: tuple[SaleTender, ...] = ()
        undone = back.deal
        if back.amount_minor:
            tender = money_out(self.desk, out, back.amount_minor) if out else Refused(Why.TENDER_UNKNOWN)
            if isinstance(tender, Refused):
                return tender
            tenders = (tender,)
        deal = ServiceDeal(
            id=counter.id,
            origin=counter.origin,
            currency=undone.currency,
            holder=holder_of(view),
            service=undone.service,
            about=undone.about,
            programme=undone.programme,
            programme_version=undone.programme_version,
            tenders=tuple(below_nothing(each) for each in tenders),
            taken=undone.brought,
            brought=undone.taken,
            shared=undone.shared,
            is_trial=undone.is_trial,
            undoes=undone.id,
            approval=approval,
            kept_minor=back.kept_minor,
        )
        self.desk.post(uow, deal, counter.stamp)
        kinds = {each.kind for each in tenders} if out and out.at_provider else set[str]()
        owe_at_providers(uow, self.desk.recorder, tenders, kinds, deal.id, approval.operator)
        uow.commit()
        return deal
