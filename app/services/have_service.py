"""Services to members: passes, draws, redemptions, entitlements, memberships, actions; listed and had."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.member import MemberView
from app.domain.sale.facts import SaleTender
from app.domain.staff import Operator, Permission, not_permitted
from app.domain.tender import Settlement, Tendered
from app.domain.value.facts import Service, ServiceDeal
from app.domain.value.services import AtTill, Offered, have, services_of
from app.ports.store import UnitOfWork
from app.services.shared_rights import shared_leases
from app.services.stamp import Stamp
from app.services.value_desk import Counter, ValueDesk, holder_of


@dataclass(frozen=True, slots=True)
class ServiceRequest:
    """What the member wants; `price_minor` is what the screen showed, `tendered` pays for it."""

    operator: Operator
    view: MemberView
    service: Service
    about: str
    price_minor: int = 0
    tendered: Sequence[Tendered] = ()
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class HaveService:
    """Say what a member may have besides goods, and make it a fact."""

    desk: ValueDesk

    def offered(self, view: MemberView) -> tuple[Offered, ...]:
        """Everything the programme offers, each with why it may not be had now."""
        with self.desk.store.unit_of_work() as uow:
            return services_of(self._at(uow, view, self.desk.recorder.look(uow)))

    def __call__(self, request: ServiceRequest) -> ServiceDeal | Refused:
        """The posted service, or why not; nothing is kept of a refused one."""
        if not request.operator.may(Permission.SELL):
            return not_permitted(Permission.SELL)
        settlement = self.desk.settled(request.price_minor, request.tendered)
        if isinstance(settlement, Refused):
            return settlement
        with self.desk.store.unit_of_work() as uow:
            counter = self.desk.counter(uow, request.operator.id)
            if isinstance(counter, Refused):
                return counter
            made = self._build(uow, request, settlement, counter)
            if not isinstance(made, Refused):
                self.desk.post(uow, made, counter.stamp)
            uow.commit()
            return made

    def _build(
        self, uow: UnitOfWork, request: ServiceRequest, settlement: Settlement, counter: Counter
    ) -> ServiceDeal | Refused:
        if rests := self.desk.why_spend_rests(uow, request.view.wallet, counter.stamp):
            return Refused(rests)
        at = self._at(uow, request.view, counter.stamp)
        wanted = (request.service, request.about, request.is_trial)
        shown = next((each for each in services_of(at) if each.key == wanted), None)
        if shown and shown.price_minor != request.price_minor:
            return Refused(Why.PRICE_CHANGED, {"total_minor": shown.price_minor})
        dice = self.desk.recorder.dice()
        outcome = have(at, request.service, request.about, counter.id, dice, is_trial=request.is_trial)
        if isinstance(outcome, Refused):
            return outcome
        programme = self.desk.programme
        return ServiceDeal(
            id=counter.id,
            origin=counter.origin,
            currency=programme.currency,
            holder=holder_of(request.view),
            service=request.service,
            about=request.about,
            programme=programme.id,
            programme_version=programme.version,
            tenders=tuple(
                SaleTender(tender.kind, tender.type, applied, tender.given_minor, tender.reference)
                for tender, applied in zip(settlement.tendered, settlement.applied_minor, strict=True)
            ),
            taken=outcome.taken,
            brought=outcome.brought,
            shared=outcome.shared,
            prize=outcome.prize,
            is_trial=request.is_trial,
        )

    def _at(self, uow: UnitOfWork, view: MemberView, stamp: Stamp) -> AtTill:
        programme = self.desk.programme
        return AtTill(
            view,
            programme,
            stamp.moment,
            tuple(uow.ledger.leases(view.wallet)),
            shared_leases(uow, programme),
        )
