"""Which wallet somebody means who names a member, a card or a phone."""

from sqlalchemy import Connection

from app.domain.ids import CardNumber, WalletId
from app.domain.member import CardState
from sync.office.storage.cards import cards_by_number
from sync.office.storage.life import wallet_of
from sync.office.storage.merges import survivors
from sync.office.storage.people import holder_of
from sync.protocol.open_door import Who


def find_wallet(connection: Connection, who: Who) -> WalletId | None:
    """The wallet by now, of members that became one the survivor's; a card that is stopped opens none."""
    if who.member is not None:
        found = wallet_of(connection, who.member)
    elif who.phone is not None:
        found = holder_of(connection, who.phone)
    else:
        card = next(iter(cards_by_number(connection, [CardNumber(who.card or "")]).values()), None)
        found = card.wallet if card is not None and card.state is CardState.ACTIVE else None
    return survivors(connection, [found])[found] if found is not None else None
