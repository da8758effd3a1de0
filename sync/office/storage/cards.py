"""Which card opens which wallet."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, select

from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.member import Card, CardState
from sync.office.storage.direct import Prepared
from sync.office.storage.schema import cards
from sync.office.storage.sets import insert_set, select_set

_KEEP = "ON CONFLICT (card) DO UPDATE SET wallet = excluded.wallet, member = excluded.member, state = excluded.state"
_COLUMNS = ("card", "wallet", "member", "state")
_ONE = select(cards).where(cards.c.card == bindparam("of_card"))
_OF_WALLET = select(cards).where(cards.c.wallet == bindparam("of_wallet")).order_by(cards.c.card)

_STATES = Prepared(select(cards.c.state).where(cards.c.wallet == bindparam("of_wallet")))
_STOPPED = select(cards).where(cards.c.state.in_((CardState.FROZEN, CardState.LOST))).order_by(cards.c.card)


def cards_by_number(connection: Connection, numbers: Iterable[CardNumber]) -> dict[CardNumber, Card]:
    """These cards as they are, nobody else's to change until the transaction ends; an unknown one is missing."""
    wanted = [(number,) for number in numbers]
    rows = select_set(connection, cards, ("card",), _COLUMNS, wanted, lock=True)
    return {card.number: card for card in map(_card, rows)}


def card_numbered(connection: Connection, number: CardNumber) -> Card | None:
    """The card with this number."""
    row = connection.execute(_ONE, {"of_card": number}).first()
    return _card(tuple(row)) if row else None


def cards_of_wallet(connection: Connection, wallet: WalletId) -> Sequence[Card]:
    """The cards that open a wallet, by number."""
    return [_card(tuple(row)) for row in connection.execute(_OF_WALLET, {"of_wallet": wallet})]


def cards_of_wallets(connection: Connection, wallets: Iterable[WalletId]) -> dict[WalletId, list[Card]]:
    """The same of many wallets at once; one without cards is missing."""
    found: dict[WalletId, list[Card]] = {}
    for row in select_set(connection, cards, ("wallet",), _COLUMNS, [(wallet,) for wallet in wallets]):
        card = _card(row)
        found.setdefault(card.wallet, []).append(card)
    return {wallet: sorted(listed, key=lambda card: card.number) for wallet, listed in found.items()}


def is_blocked(connection: Connection, wallet: WalletId) -> bool:
    """Whether every card of the wallet is stopped; a wallet without cards is not."""
    states = [state for (state,) in _STATES.rows(connection, of_wallet=wallet)]
    return bool(states) and CardState.ACTIVE not in states


def stopped_cards(connection: Connection) -> Sequence[Card]:
    """The cards that are frozen or lost, by number."""
    return [_card(tuple(row)) for row in connection.execute(_STOPPED)]


def keep_cards(connection: Connection, changed: Iterable[Card]) -> None:
    """The cards as they are now."""
    rows = sorted((card.number, card.wallet, card.member or "", card.state.value) for card in changed)
    insert_set(connection, cards, rows, _KEEP)


def _card(row: Sequence[str]) -> Card:
    number, wallet, member, state = row
    return Card(CardNumber(number), WalletId(wallet), MemberId(member) if member else None, CardState(state))
