"""A member as the cashier sees them: person, card, and what the wallet holds here and elsewhere."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, MemberId, OperatorId, WalletId
from app.domain.journal import Kind
from app.domain.lease import held
from app.domain.ledger import Unit
from app.domain.member import Card, CardState, Holding, Member, MemberView
from app.domain.programme.model import Programme
from app.domain.programme.visits import measured_here
from app.domain.staff import Operator
from app.ports.directory import Directory
from app.ports.store import DealSummary, SaleSummary, Store, UnitOfWork
from app.ports.value_guard import ValueGuard, always_open
from app.services.care import due_here
from app.services.read_cards import card_of, cards_of, closed_wallet, why_refused
from app.services.read_people import member_of
from app.services.stamp import Recorder, Stamp

RECENT_PURCHASES = 20


def wallet_totals(uow: UnitOfWork, directory: Directory, wallet: WalletId) -> dict[Unit, int]:
    """All there is in the wallet by unit: as of the directory's mark, plus what this till has done since."""
    totals = dict(directory.balances(wallet))
    for unit, moved in uow.ledger.moved_since(wallet, directory.heard(wallet)).items():
        totals[unit] = totals.get(unit, 0) + moved
    return totals


def member_view(
    uow: UnitOfWork,
    directory: Directory,
    wallet: WalletId,
    member: Member | None,
    card: Card | None,
    stamp: Stamp,
    programme: Programme | None = None,
    *,
    value_rests: bool = False,
) -> MemberView:
    """The member with what this till has done since the directory's mark; `value_rests`: none is usable now."""
    leases = uow.ledger.leases(wallet)
    totals = wallet_totals(uow, directory, wallet)
    here = {lease.unit: held(leases, lease.unit, stamp.day) for lease in leases if lease.held}
    rests = value_rests or stamp.frozen or closed_wallet(uow, directory, wallet) is not None
    # A lease is fresher than the directory: what is held here is there at least.
    holdings = {
        unit: Holding(unit, max(totals.get(unit, 0), here.get(unit, 0)), 0 if rests else here.get(unit, 0))
        for unit in (*totals, *(here.keys() - totals.keys()))
    }
    if member:
        member = _as_of_now(uow, directory, member, programme, stamp.day)
    return MemberView(wallet, member, card, holdings)


def _as_of_now(uow: UnitOfWork, directory: Directory, member: Member, programme: Programme | None, day: str) -> Member:
    if programme is None:
        return member.as_of(day)
    since = uow.sales.visits_since(member.wallet, directory.followed(member.wallet))
    return measured_here(programme, member, since, day)


@dataclass(frozen=True, slots=True)
class MemberProfile:
    """Everything this till knows of a member: the view, all cards of the wallet, and what it bought here last.

    `deals` are the last top-ups, refunds of principal and transfers of the wallet at this till. `colleague` is the name
    of who looks after the member; the id of who is not among this till's people.
    """

    view: MemberView
    cards: Sequence[Card]
    purchases: Sequence[SaleSummary]
    deals: Sequence[DealSummary] = ()
    colleague: str = ""


@dataclass(frozen=True, slots=True)
class ViewMember:
    """Open a wallet by card or by member; under a `programme` with what the member is to be asked now."""

    store: Store
    directory: Directory
    recorder: Recorder
    guard: ValueGuard = always_open
    programme: Callable[[], Programme] | None = None

    def by_card(self, number: CardNumber) -> MemberView | Refused:
        """After a swipe. A frozen, lost or replaced card opens nothing."""
        with self.store.unit_of_work() as uow:
            card = card_of(uow, self.directory, number)
            member = member_of(uow, self.directory, card.member) if card and card.member else None
        if card is None:
            return Refused(Why.CARD_UNKNOWN)
        if card.state is not CardState.ACTIVE:
            return Refused(why_refused(card))
        return self._view(card.wallet, member, card)

    def by_member(self, member_id: MemberId) -> MemberView | Refused:
        """After a search; with the member's first active card, if there is one."""
        with self.store.unit_of_work() as uow:
            member = member_of(uow, self.directory, member_id)
            if member is None:
                return Refused(Why.MEMBER_UNKNOWN)
            cards = cards_of(uow, self.directory, member.wallet)
        return self._view(member.wallet, member, next((c for c in cards if c.state is CardState.ACTIVE), None))

    def again(self, view: MemberView) -> MemberView:
        """The same member or card as they are now; as they were where nothing opens the wallet any more."""
        member, card = view.member, view.card
        if member is None and card is None:
            return view
        fresh = self.by_member(member.id) if member else self.by_card(card.number) if card else view
        return view if isinstance(fresh, Refused) else fresh

    def full_profile(self, member_id: MemberId, operator: Operator) -> MemberView | Refused:
        """Everything of a member; each look is recorded (who, whom, when)."""
        view = self.by_member(member_id)
        if isinstance(view, Refused):
            return view
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            body = {"member": member_id, "operator": operator.id}
            self.recorder.record(uow, Kind.PROFILE_VIEWED, body, stamp)
            uow.commit()
        return view

    def profile(self, member_id: MemberId, operator: Operator) -> MemberProfile | Refused:
        """The full profile with cards and purchases, on record as `full_profile` is."""
        view = self.full_profile(member_id, operator)
        if isinstance(view, Refused):
            return view
        with self.store.unit_of_work() as uow:
            return self._profile(uow, view)

    def card_profile(self, view: MemberView) -> MemberProfile:
        """The same of a card without a name, looked at anew; it says nothing of anybody, so no look is recorded."""
        fresh = self._view(view.wallet, view.member, view.card)
        with self.store.unit_of_work() as uow:
            return self._profile(uow, fresh)

    def _profile(self, uow: UnitOfWork, view: MemberView) -> MemberProfile:
        return MemberProfile(
            view,
            tuple(cards_of(uow, self.directory, view.wallet)),
            tuple(uow.sales.recent_of(view.wallet, RECENT_PURCHASES)),
            tuple(uow.value.recent_of(view.wallet, RECENT_PURCHASES)),
            _colleague_of(uow, view.member),
        )

    def _view(self, wallet: WalletId, member: Member | None, card: Card | None) -> MemberView:
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.look(uow)
            rests = self.guard(uow.config, stamp.corrected_at) is not None
            programme = self.programme() if self.programme else None
            view = member_view(uow, self.directory, wallet, member, card, stamp, programme, value_rests=rests)
            if view.member is None or self.programme is None:
                return view
            due = due_here(uow, self.programme(), view.member, stamp.day)
            return replace(view, member=replace(view.member, follow_ups=due))


def _colleague_of(uow: UnitOfWork, member: Member | None) -> str:
    if member is None or not member.colleague:
        return ""
    person = uow.staff.operator(OperatorId(member.colleague))
    return person.name if person else member.colleague
