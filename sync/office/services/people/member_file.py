"""Everything that is known of one member, for the member: who they are, what they allowed, hold, did and were told."""

import dataclasses
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.domain.ids import WalletId
from sync.office.services.life.lives import Lives
from sync.office.services.people.members_by_hand import named_wallet
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.cards import cards_of_wallet
from sync.office.storage.life import Life
from sync.office.storage.people import registered
from sync.office.storage.schema import messages


@dataclass(frozen=True, slots=True)
class MemberFile:
    """Read in one transaction; nothing is changed."""

    world: World

    def __call__(self, named: str) -> dict[str, Any]:
        """The file as plain data. `named`: id, wallet, phone or card; UnknownMemberError where nobody's."""
        return self.world.database.read(lambda connection: self._told(connection, named_wallet(connection, named)))

    def _told(self, connection: Connection, wallet: WalletId) -> dict[str, Any]:
        known = registered(connection, [wallet]).get(wallet)
        life = Lives(connection, self.world, [wallet]).life(wallet)
        programme = programme_now(connection, self.world)
        queued = connection.execute(select(messages).where(messages.c.wallet == wallet)).all()
        return {
            "wallet": wallet,
            "person": _plain(known.member) if known else {},
            "referrer": known.referrer if known else "",
            "cards": [[card.number, card.state.value] for card in cards_of_wallet(connection, wallet)],
            "tiers": {ladder: _plain(held) for ladder, held in life.standing.tiers.items()},
            "holds": [[unit, lot.key, amount] for (unit, lot), amount in sorted(_lots(life), key=str)],
            "history": [{"what": type(fact).__name__, **_plain(fact)} for fact in life.standing.history],
            "value_moved": [_plain(move) for move in life.standing.moves],
            "tier_history": [_plain(change) for change in life.standing.tier_history],
            "messages_waiting": [[row.message, row.about, row.day] for row in queued],
            "programme": [programme.id, programme.version] if programme else [],
        }


def _lots(life: Life) -> list[tuple[tuple[str, Any], int]]:
    return [(key, amount) for key, amount in life.standing.lots.items() if amount]


def _plain(part: Any) -> dict[str, Any]:
    """A frozen part as plain data, its empty fields left out; sets in order."""
    return {name: value for name, value in _listed(dataclasses.asdict(part)).items() if value not in ("", None, [], {})}


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _listed(each) for key, each in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(str(each) for each in value)
    if isinstance(value, tuple | list):
        return [_listed(each) for each in value]
    return value
