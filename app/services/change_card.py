"""Issue, replace, stop and release cards: on record, in force at once, the wallet stays what it is."""

from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber
from app.domain.journal import Kind
from app.domain.member import Card, CardState, MemberView
from app.domain.staff import Approval, Permission
from app.domain.value.body import card_change_to_body
from app.domain.value.facts import CardChange, CardStep
from app.ports.directory import Directory
from app.ports.store import Store, UnitOfWork
from app.services.check_approval import check_approval
from app.services.codes_in_force import CodesInForce
from app.services.new_card import free_card_number
from app.services.read_cards import card_of, why_refused
from app.services.stamp import Recorder

_STATES = {
    CardStep.LOSE: CardState.LOST,
    CardStep.FREEZE: CardState.FROZEN,
    CardStep.RELEASE: CardState.ACTIVE,
}


def permission_for(step: CardStep) -> Permission:
    """A card is stopped by anybody behind the counter, at once; giving one out, or letting it go, is another matter."""
    return Permission.STOP_CARD if step in {CardStep.LOSE, CardStep.FREEZE} else Permission.CHANGE_CARD


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """The one way to change cards at the till."""

    store: Store
    directory: Directory
    recorder: Recorder
    codes: CodesInForce

    def issue(self, view: MemberView, number: str, approval: Approval) -> Card | Refused:
        """One more card for a wallet."""
        with self.store.unit_of_work() as uow:
            card = self._new_card(uow, view, number)
            return card if isinstance(card, Refused) else self._keep(uow, CardStep.ISSUE, (card,), approval)

    def replace(self, view: MemberView, old: CardNumber, number: str, approval: Approval) -> Card | Refused:
        """A new card in place of `old`, which opens nothing from now on; both name the same wallet."""
        with self.store.unit_of_work() as uow:
            gone = self._own_card(uow, view, old)
            card = self._new_card(uow, view, number)
            for each in (gone, card):
                if isinstance(each, Refused):
                    return each
            assert isinstance(gone, Card)
            assert isinstance(card, Card)
            if gone.state is CardState.REPLACED:
                return Refused(why_refused(gone))
            return self._keep(uow, CardStep.REPLACE, (card, replace(gone, state=CardState.REPLACED)), approval)

    def mark(self, view: MemberView, number: CardNumber, step: CardStep, approval: Approval) -> Card | Refused:
        """Report a card lost, freeze it, or let it be used again; a replaced card stays replaced."""
        with self.store.unit_of_work() as uow:
            card = self._own_card(uow, view, number)
            if isinstance(card, Refused):
                return card
            if card.state is CardState.REPLACED:
                return Refused(why_refused(card))
            return self._keep(uow, step, (replace(card, state=_STATES[step]),), approval)

    def _own_card(self, uow: UnitOfWork, view: MemberView, number: CardNumber) -> Card | Refused:
        card = card_of(uow, self.directory, number)
        return card if card and card.wallet == view.wallet else Refused(Why.CARD_UNKNOWN)

    def _new_card(self, uow: UnitOfWork, view: MemberView, text: str) -> Card | Refused:
        number = free_card_number(uow, self.directory, self.codes, text)
        if isinstance(number, Refused):
            return number
        return Card(number, view.wallet, view.member.id if view.member else None)

    def _keep(self, uow: UnitOfWork, step: CardStep, cards: tuple[Card, ...], approval: Approval) -> Card | Refused:
        if refused := check_approval(uow, approval, permission_for(step)):
            return refused
        change = CardChange(step, cards, approval)
        event = self.recorder.record(uow, Kind.CARD_CHANGED, card_change_to_body(change), self.recorder.stamp(uow))
        uow.cards.change(event, cards)
        uow.commit()
        return cards[0]
