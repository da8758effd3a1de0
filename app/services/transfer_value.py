"""Transfer value from card to card: of what this till holds, above a limit only with approval."""

from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.member import MemberView
from app.domain.staff import Approval, Operator, Permission, not_permitted
from app.domain.stored_value import spendable
from app.domain.value.facts import Transfer
from app.domain.value.rules import in_proportion, over_cap
from app.ports.store import UnitOfWork
from app.services.change_settings import settings_in
from app.services.check_approval import check_approval
from app.services.value_desk import Counter, ValueDesk, holder_of


@dataclass(frozen=True, slots=True)
class TransferValue:
    """Move principal and bonus alike; every lot keeps its dates."""

    desk: ValueDesk

    def needs_approval(self, amount_minor: int) -> bool:
        """Whether a sum is above what a cashier may move."""
        with self.desk.store.unit_of_work() as uow:
            return amount_minor > settings_in(uow).value.transfer_limit_minor

    def __call__(
        self,
        operator: Operator,
        source: MemberView,
        target: MemberView,
        amount_minor: int,
        approval: Approval | None = None,
    ) -> Transfer | Refused:
        """The posted transfer, or why not."""
        if not operator.may(Permission.TOP_UP):
            return not_permitted(Permission.TOP_UP)
        with self.desk.store.unit_of_work() as uow:
            if refused := self._not_allowed(uow, source, target, amount_minor, approval):
                return refused
            counter = self.desk.counter(uow, operator.id)
            if isinstance(counter, Refused):
                return counter
            deal = self._build(uow, counter, source, target, amount_minor, approval)
            if not isinstance(deal, Refused):
                self.desk.post(uow, deal, counter.stamp)
            uow.commit()
            return deal

    def _not_allowed(
        self, uow: UnitOfWork, source: MemberView, target: MemberView, amount_minor: int, approval: Approval | None
    ) -> Refused | None:
        if amount_minor <= 0:
            return Refused(Why.AMOUNT_NOT_POSITIVE)
        if source.wallet == target.wallet:
            return Refused(Why.SAME_WALLET)
        if amount_minor <= settings_in(uow).value.transfer_limit_minor:
            return None
        if approval is None:
            return not_permitted(Permission.TRANSFER_VALUE)
        return check_approval(uow, approval, Permission.TRANSFER_VALUE)

    def _build(
        self,
        uow: UnitOfWork,
        counter: Counter,
        source: MemberView,
        target: MemberView,
        amount_minor: int,
        approval: Approval | None,
    ) -> Transfer | Refused:
        stamp = counter.stamp
        rests = self.desk.why_spend_rests(uow, source.wallet, stamp)
        rests = rests or self.desk.why_credit_rests(uow, target.wallet, stamp)
        if rests:
            return Refused(rests)
        leases = uow.ledger.leases(source.wallet)
        moved = in_proportion(leases, amount_minor, stamp.day)
        if moved is None:
            return Refused(Why.VALUE_ELSEWHERE, {"usable_minor": spendable(leases, stamp.day)})
        there = uow.ledger.leases(target.wallet)
        return Transfer(
            id=counter.id,
            origin=counter.origin,
            currency=self.desk.programme.currency,
            source=holder_of(source),
            target=holder_of(target),
            moved=moved,
            returned=over_cap(there, moved, self.desk.cap(uow.config)),
            approval=approval,
        )
