"""Cards changed at this till: read over the directory's copy until that has heard of it."""

from collections.abc import Sequence

from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.journal import Event
from app.domain.member import Card, CardState
from app.storage.till.schema import card, insert_rows
from app.storage.till.work import Row, Work

_CHANGE = (
    insert_rows(card) + " ON CONFLICT DO UPDATE SET wallet = excluded.wallet, member = excluded.member, "
    "state = excluded.state, changed = excluded.changed"
)
_CARD = "SELECT number, wallet, member, state FROM card WHERE number = ? AND changed > ?"
_OF_WALLET = "SELECT number, wallet, member, state FROM card WHERE wallet = ? AND changed > ? ORDER BY number"


class CardTable:
    """Fits `app.ports.store.Cards`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def change(self, event: Event, cards: Sequence[Card]) -> None:
        """Keep each card as it is now."""
        for each in cards:
            self._work.write(_CHANGE, *card_row(self._work.pos_of(event.seq), each))

    def card(self, number: CardNumber, since_seq: int) -> Card | None:
        """The card, if it was changed here after `since_seq`."""
        row = self._work.row(_CARD, number, self._work.pos_of(since_seq))
        return _card(row) if row else None

    def of_wallet(self, wallet: WalletId, since_seq: int) -> Sequence[Card]:
        """The wallet's cards that were changed here after `since_seq`."""
        return [_card(row) for row in self._work.rows(_OF_WALLET, wallet, self._work.pos_of(since_seq))]


def card_row(pos: int, changed: Card) -> tuple[object, ...]:
    """The row of table `card`."""
    return (changed.number, changed.wallet, changed.member, changed.state.value, pos)


def _card(row: Row) -> Card:
    number, wallet, member, state = row
    return Card(CardNumber(number), WalletId(wallet), MemberId(member) if member else None, CardState(state))
