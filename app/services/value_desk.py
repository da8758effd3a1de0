"""What every deal with stored value needs: the counter it is done at, and how it becomes a fact."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.bookkeeping import deal_event_body, entries_of_deal
from app.domain.codes import is_swiped_card
from app.domain.errors import Refused, Why
from app.domain.ids import EventId, OperatorId, WalletId
from app.domain.member import MemberView
from app.domain.programme.model import Programme, TenderKind, TenderType
from app.domain.sale.facts import Origin
from app.domain.staff import Approval, Permission
from app.domain.tender import Settlement, Tendered, settle
from app.domain.value.body import kind_of_deal
from app.domain.value.facts import Holder, ServiceDeal, ValueDeal
from app.ports.directory import Directory
from app.ports.store import SlipKind, Store, UnitOfWork
from app.ports.value_guard import ValueCap, ValueGuard, always_open, no_cap
from app.services.check_approval import check_approval
from app.services.open_payments import note_payments
from app.services.programme_in_force import ProgrammeInForce
from app.services.read_cards import closed_wallet
from app.services.stamp import Recorder, Stamp, next_origin

_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Counter:
    """Where and when the next deal takes place."""

    id: EventId
    origin: Origin
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class ValueDesk:
    """Shared by the use cases of stored value."""

    store: Store
    directory: Directory
    recorder: Recorder
    rules: ProgrammeInForce
    guard: ValueGuard = always_open
    cap: ValueCap = no_cap

    @property
    def programme(self) -> Programme:
        """The programme in force."""
        return self.rules.programme

    def counter(self, uow: UnitOfWork, operator: OperatorId) -> Counter | Refused:
        """The counter; refused where no shift is open."""
        shift = uow.shifts.current()
        if shift is None:
            return Refused(Why.SHIFT_NOT_OPEN)
        stamp = self.recorder.stamp(uow)
        return Counter(self.recorder.new_id(stamp.at), next_origin(uow, shift, operator, stamp), stamp)

    def approved_counter(
        self, uow: UnitOfWork, wallet: WalletId, approval: Approval, permission: Permission
    ) -> Counter | Refused:
        """The counter for what somebody has to allow, with a reason, and what takes value out of the wallet."""
        if refused := check_approval(uow, approval, permission):
            return refused
        if not approval.reason.strip():
            return Refused(Why.REASON_MISSING)
        counter = self.counter(uow, approval.operator)
        if isinstance(counter, Counter) and (rests := self.why_spend_rests(uow, wallet, counter.stamp)):
            return Refused(rests)
        return counter

    def settled(self, price_minor: int, tendered: Sequence[Tendered]) -> Settlement | Refused:
        """How these tenders pay for value, whole."""
        if why := self.why_not_tender(tendered):
            return Refused(why)
        settlement = settle(price_minor, tendered)
        if isinstance(settlement, Settlement) and not settlement.is_paid:
            return Refused(Why.TENDER_SHORT, {"remaining_minor": settlement.remaining_minor})
        return settlement

    def why_credit_rests(self, uow: UnitOfWork, wallet: WalletId, stamp: Stamp) -> Why | None:
        """Why value may not be credited now. A silent line stops nobody from paying in."""
        if stamp.frozen:
            return Why.VALUE_FROZEN_BY_CLOCK
        rests = self.guard(uow.config, stamp.corrected_at)
        return closed_wallet(uow, self.directory, wallet) or (None if rests is Why.VALUE_FROZEN_BY_SILENCE else rests)

    def why_spend_rests(self, uow: UnitOfWork, wallet: WalletId, stamp: Stamp) -> Why | None:
        """Why value may not leave the wallet now."""
        return self.why_credit_rests(uow, wallet, stamp) or self.guard(uow.config, stamp.corrected_at)

    def why_not_tender(self, tendered: Iterable[Tendered]) -> Why | None:
        """Why these tenders cannot pay for value, or pay it out."""
        for tender in tendered:
            kind = self.tender_kind(tender.kind)
            if kind is None or kind.type is not tender.type:
                return Why.TENDER_UNKNOWN
            if kind.type is TenderType.STORED_VALUE:
                return Why.VALUE_NOT_FOR_VALUE
            if is_swiped_card(tender.reference):
                return Why.BANK_CARD
        return None

    def tender_kind(self, kind: str) -> TenderKind | None:
        """The tender of that name."""
        return self.programme.tender_kind(kind)

    def money_kinds(self) -> Sequence[TenderKind]:
        """The tenders that are money."""
        return [kind for kind in self.programme.tender_kinds if kind.type is not TenderType.STORED_VALUE]

    def post(self, uow: UnitOfWork, deal: ValueDeal, stamp: Stamp) -> None:
        """Entries, event, rows and slip, in the unit of work at hand."""
        entries = entries_of_deal(deal, uow.state().merchant)
        kind, body = kind_of_deal(deal), deal_event_body(deal, entries)
        event = self.recorder.record(uow, kind, body, stamp, deal.id)
        uow.ledger.post(event, entries)
        uow.value.record(event, deal)
        cash = any(tender.type is TenderType.CASH and tender.amount_minor for tender in deal.tenders)
        slip = SlipKind.SERVICE if isinstance(deal, ServiceDeal) else SlipKind.VALUE
        uow.spool.add(slip, deal.id, kick_drawer=cash)
        note_payments(uow.config, kind, body)


def services_here(uow: UnitOfWork, wallet: WalletId) -> list[ServiceDeal]:
    """The wallet's last services at this till, newest first."""
    deals = (uow.value.deal(each.id) for each in uow.value.recent_of(wallet, _LOOKED_AT))
    return [deal for deal in deals if isinstance(deal, ServiceDeal)]


def holder_of(view: MemberView) -> Holder:
    """Whose value it is."""
    member, card = view.member, view.card
    number = card.number if card else None
    return Holder(view.wallet, member.id, number, member.tier) if member else Holder(view.wallet, None, number)
