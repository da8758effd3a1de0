"""What tills have told of members, and who of them is who at head office."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from app.domain.ids import WalletId
from app.domain.people.body import PEOPLE_KINDS, people_fact_of
from sync.office.storage.merges import survivors
from sync.office.storage.people import Registered, registered
from sync.office.storage.schema import members
from tests.simulation.headoffice import HeadOffice
from tests.simulation.member_till import MemberTill


def told_facts(tills: Sequence[MemberTill]) -> list[tuple[str, Any]]:
    """Everything tills have told of members, by the event's id."""
    return [
        (event.id, people_fact_of(event)) for till in tills for event in till.events() if event.kind in PEOPLE_KINDS
    ]


def survivors_of(office: HeadOffice, wallets: set[WalletId]) -> dict[WalletId, WalletId]:
    return office.world.database.read(lambda connection: survivors(connection, wallets))


def known_members(office: HeadOffice) -> dict[WalletId, Registered]:
    def look(connection: Connection) -> dict[WalletId, Registered]:
        return registered(connection, [WalletId(w) for w in connection.execute(select(members.c.wallet)).scalars()])

    return office.world.database.read(look)
