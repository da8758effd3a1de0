"""Pay the unused part of a pass or membership back, by the programme's policy; only the till that sold it can."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import EventId
from app.domain.lease import Lease, Take
from app.domain.member import MemberView
from app.domain.programme.rights import pass_unit
from app.domain.programme.spans import last_day
from app.domain.staff import Approval, Permission
from app.domain.value.facts import Service, ServiceDeal
from app.domain.value.unused import unused_of_membership, unused_of_pass
from app.ports.store import UnitOfWork
from app.services.going_back import GoingBack, going_back
from app.services.refund_principal import PayOut, below_nothing, money_out
from app.services.value_desk import Counter, ValueDesk, holder_of, services_here

_SOLD = {Service.PASS_SALE: Service.PASS_BACK, Service.MEMBERSHIP: Service.MEMBERSHIP_BACK}


@dataclass(frozen=True, slots=True)
class PayServiceBack:
    """Say what could go back, and pay it out."""

    desk: ValueDesk

    def unused(self, view: MemberView) -> Sequence[GoingBack]:
        """Passes and memberships of this wallet that were sold here and of which something is unused."""
        with self.desk.store.unit_of_work() as uow:
            return self._unused(uow, view)

    def __call__(
        self, view: MemberView, of: EventId, amount_minor: int, out: PayOut, approval: Approval
    ) -> ServiceDeal | Refused:
        """Pay back what is unused of the deal `of`; `amount_minor` is what the screen showed."""
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.approved_counter(uow, view.wallet, approval, Permission.REFUND_VALUE)
            if isinstance(counter, Refused):
                return counter
            found = next((each for each in self._unused(uow, view) if each.deal.id == of), None)
            if found is None:
                return Refused(Why.SERVICE_NOTHING_UNUSED)
            if found.amount_minor != amount_minor:
                return Refused(Why.PRICE_CHANGED, {"total_minor": found.amount_minor})
            return self._post(uow, view, counter, found, out, approval)

    def _post(
        self, uow: UnitOfWork, view: MemberView, counter: Counter, found: GoingBack, out: PayOut, approval: Approval
    ) -> ServiceDeal | Refused:
        tender = money_out(self.desk, out, found.amount_minor)
        if isinstance(tender, Refused):
            return tender
        sold = found.deal
        deal = ServiceDeal(
            id=counter.id,
            origin=counter.origin,
            currency=sold.currency,
            holder=holder_of(view),
            service=_SOLD[sold.service],
            about=sold.about,
            programme=sold.programme,
            programme_version=sold.programme_version,
            tenders=(below_nothing(tender),),
            taken=found.taken,
            of=sold.id,
            approval=approval,
            kept_minor=found.kept_minor,
        )
        self.desk.post(uow, deal, counter.stamp)
        uow.commit()
        return deal

    def _unused(self, uow: UnitOfWork, view: MemberView) -> list[GoingBack]:
        services = services_here(uow, view.wallet)
        gone = {name for deal in services for name in (deal.of, deal.undoes)}
        leases, day = uow.ledger.leases(view.wallet), self.desk.recorder.look(uow).day
        there = (deal for deal in services if not (deal.undoes or deal.id in gone))
        found = [self._unused_of(uow, deal, leases, day) for deal in there]
        return [each for each in found if each and each.amount_minor > 0]

    def _unused_of(self, uow: UnitOfWork, deal: ServiceDeal, leases: Sequence[Lease], day: str) -> GoingBack | None:
        programme, sold_on = self.desk.programme, deal.origin.business_date
        sold_pass = next((each for each in programme.passes if each.id == deal.about), None)
        if deal.service is Service.PASS_SALE and sold_pass:
            lots = [lease for lease in leases if _is_of(lease, deal) and lease.held > 0 and lease.lot.usable_on(day)]
            taken = tuple(Take(lease.unit, lease.lot, lease.held) for lease in lots)
            left, until = sum(part.amount for part in taken), max((part.lot.expires_on for part in taken), default="")
            amount = unused_of_pass(sold_pass, deal.amount_minor, left, sold_on, until, day) if left else 0
            return GoingBack(deal, amount, taken=taken)
        membership = next((each for each in programme.memberships if each.id == deal.about), None)
        if deal.service is Service.MEMBERSHIP and membership:
            lasting = membership.trial.lasts if deal.is_trial and membership.trial else membership.lasts
            until = last_day(lasting, sold_on)
            amount = unused_of_membership(membership, deal.amount_minor, sold_on, until, day)
            return going_back(uow, programme, deal, amount)
        return None


def _is_of(lease: Lease, deal: ServiceDeal) -> bool:
    return lease.unit == pass_unit(deal.about) and any(part.lot == lease.lot for part in deal.brought)
