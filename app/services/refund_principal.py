"""Pay principal out: the bonus goes back by the programme's formula; or undo a top-up that was a mistake."""

from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import EventId
from app.domain.lease import Take
from app.domain.ledger import PRINCIPAL
from app.domain.member import MemberView
from app.domain.sale.facts import SaleTender
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.domain.value.facts import PrincipalRefund, TopUp
from app.domain.value.rules import BonusBack, paid_out, undone, whole
from app.ports.store import UnitOfWork
from app.services.pay_back import owe_at_providers
from app.services.value_desk import Counter, ValueDesk, holder_of


@dataclass(frozen=True, slots=True)
class PayOut:
    """How the money goes out: a tender kind, with the number of the terminal's slip where it has one.

    Or, of what is undone, `at_provider`: back where the payment with this `reference` came from.
    """

    kind: str
    reference: str = ""
    at_provider: bool = False


def money_out(desk: ValueDesk, out: PayOut, amount_minor: int) -> SaleTender | Refused:
    """The tender that pays so much out (minor units, above 0), or why it cannot."""
    kind = desk.tender_kind(out.kind)
    if kind is None:
        return Refused(Why.TENDER_UNKNOWN)
    if why := desk.why_not_tender((Tendered(kind.id, kind.type, amount_minor, out.reference),)):
        return Refused(why)
    return SaleTender(kind.id, kind.type, amount_minor, amount_minor, out.reference.strip())


def below_nothing(tender: SaleTender) -> SaleTender:
    """The same as a tender of a service, where money that goes out is below nothing."""
    return replace(tender, amount_minor=-tender.amount_minor, given_minor=-tender.given_minor)


@dataclass(frozen=True, slots=True)
class RefundPrincipal:
    """Pay out what this till holds of a wallet's principal."""

    desk: ValueDesk

    def preview(self, view: MemberView, amount_minor: int) -> tuple[Take, ...] | Refused:
        """The lots that would go, principal and bonus."""
        with self.desk.store.unit_of_work() as uow:
            return self._taken(uow, view, amount_minor)

    def __call__(
        self, view: MemberView, amount_minor: int, out: PayOut, approval: Approval
    ) -> PrincipalRefund | Refused:
        """Pay `amount_minor` of principal out; the approval names who allowed it and why."""
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.approved_counter(uow, view.wallet, approval, Permission.REFUND_VALUE)
            if isinstance(counter, Refused):
                return counter
            taken = self._taken(uow, view, amount_minor)
            if isinstance(taken, Refused):
                return taken
            return self._post(uow, view, counter, (taken, None), out, approval)

    def paid_by(self, deal_id: EventId, kind: str) -> str:
        """The provider's reference of the one tender that paid for this deal; empty where it was paid otherwise."""
        with self.desk.store.unit_of_work() as uow:
            deal = uow.value.deal(deal_id)
        tenders = deal.tenders if deal else ()
        return tenders[0].reference if len(tenders) == 1 and tenders[0].kind == kind else ""

    def undo(self, view: MemberView, top_up_id: EventId, out: PayOut, approval: Approval) -> PrincipalRefund | Refused:
        """Take a top-up of this till back whole, as if it had never been."""
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.approved_counter(uow, view.wallet, approval, Permission.REFUND_VALUE)
            if isinstance(counter, Refused):
                return counter
            top_up = uow.value.deal(top_up_id)
            if not isinstance(top_up, TopUp) or top_up.holder.wallet != view.wallet:
                return Refused(Why.TOP_UP_UNKNOWN)
            taken = undone(uow.ledger.leases(view.wallet), top_up)
            if taken is None:
                return Refused(Why.TOP_UP_USED)
            return self._post(uow, view, counter, (taken, top_up), out, approval)

    def _taken(self, uow: UnitOfWork, view: MemberView, amount_minor: int) -> tuple[Take, ...] | Refused:
        if amount_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        leases = uow.ledger.leases(view.wallet)
        taken = paid_out(leases, amount_minor, BonusBack(self.desk.programme.stored_value.refund_bonus))
        return taken or Refused(Why.VALUE_ELSEWHERE, {"usable_minor": whole(leases, PRINCIPAL)})

    def _post(
        self,
        uow: UnitOfWork,
        view: MemberView,
        counter: Counter,
        what: tuple[tuple[Take, ...], TopUp | None],
        out: PayOut,
        approval: Approval,
    ) -> PrincipalRefund | Refused:
        taken, undoes = what
        amount = sum(part.amount for part in taken if part.unit == PRINCIPAL)
        tender = money_out(self.desk, out, amount)
        if isinstance(tender, Refused):
            return tender
        refund = PrincipalRefund(
            id=counter.id,
            origin=counter.origin,
            currency=self.desk.programme.currency,
            holder=holder_of(view),
            tender=tender,
            taken=taken,
            approval=approval,
            undoes=undoes.id if undoes else None,
            rights_back=undoes.rights if undoes else (),
            shared_back=undoes.shared if undoes else (),
            programme=undoes.programme if undoes else "",
        )
        self.desk.post(uow, refund, counter.stamp)
        kinds = {tender.kind} if undoes and out.at_provider else set()
        owe_at_providers(uow, self.desk.recorder, (refund.tender,), kinds, refund.id, approval.operator)
        uow.commit()
        return refund
