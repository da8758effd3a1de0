"""Read cards: the directory's copy, with what was changed at this till over it until the directory has heard of it."""

from collections.abc import Sequence

from app.domain.errors import Why
from app.domain.ids import CardNumber, WalletId
from app.domain.member import Card, CardState
from app.ports.directory import Directory
from app.ports.store import UnitOfWork

_WHY_REFUSED = {
    CardState.FROZEN: Why.CARD_FROZEN,
    CardState.LOST: Why.CARD_LOST,
    CardState.REPLACED: Why.CARD_REPLACED,
}


def card_of(uow: UnitOfWork, directory: Directory, number: CardNumber) -> Card | None:
    """The card with this number."""
    told = uow.cards.card(number, directory.mark().applied_seq)
    if told:  # unless the directory has heard of this wallet since
        told = uow.cards.card(number, directory.heard(told.wallet))
    return told or directory.card(number)


def cards_of(uow: UnitOfWork, directory: Directory, wallet: WalletId) -> Sequence[Card]:
    """The cards that open a wallet, by number."""
    cards = {card.number: card for card in directory.cards_of(wallet)}
    cards.update((card.number, card) for card in uow.cards.of_wallet(wallet, directory.heard(wallet)))
    return [cards[number] for number in sorted(cards)]


def closed_wallet(uow: UnitOfWork, directory: Directory, wallet: WalletId) -> Why | None:
    """Why stored value of the wallet may not be spent: it has cards and none of them is active."""
    cards = cards_of(uow, directory, wallet)
    if not cards or any(card.state is CardState.ACTIVE for card in cards):
        return None
    return why_refused(cards[0])


def why_refused(card: Card) -> Why:
    """Why a card that is not active opens nothing."""
    return _WHY_REFUSED[card.state]
