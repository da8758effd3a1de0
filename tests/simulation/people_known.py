"""What each till makes of members and cards at its counter: who they are, which tier they hold, which card opens."""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import Connection, select

from app.domain.errors import Refused
from app.domain.ids import CardNumber, WalletId
from app.domain.member import Card, CardState, Member
from app.services.read_cards import why_refused
from app.services.read_people import member_of
from sync.office.storage.cards import cards_by_number
from sync.office.storage.member_feed import member_rows
from sync.office.storage.regions import regions_of_shops, shops_of_tills
from sync.office.storage.schema import cards
from tests.simulation.headoffice import HeadOffice
from tests.simulation.member_till import MemberTill
from tests.simulation.people_told import known_members


def assert_members_are_known(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    known = known_members(office)
    rows = office.world.database.read(lambda connection: member_rows(connection, list(known)))
    regions, shops = office.world.database.read(lambda c: (regions_of_shops(c), shops_of_tills(c)))
    for till in tills:
        carried, region = till.copy_of_members().rows, regions.get(till.name, "")
        homes = {wallet: regions.get(shops.get(one.till, ""), "") for wallet, one in known.items()}
        lives_here = {wallet for wallet, home in homes.items() if not region or home in ("", region)}
        assert lives_here <= set(carried), f"{till.name} lacks members of its region"
        for one in (each for wallet, each in known.items() if wallet in carried):
            with till.store.unit_of_work() as uow:
                here = member_of(uow, till.directory, one.member.id)
            assert here is not None, f"{till.name} does not know {one.member.id}"
            assert _profile(here) == _profile(one.member), f"{till.name} knows {one.member.id} otherwise"
            tier, _ = rows[one.member.wallet].tiers.get("main", ("", ""))
            assert (here.tier or "") == tier, f"{till.name} takes {one.member.id} for {here.tier}, not {tier}"


def assert_cards_open(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """A card opens the same wallet everywhere, and one that is stopped opens none anywhere."""

    def look(connection: Connection) -> list[Card]:
        numbers = [CardNumber(number) for number in connection.execute(select(cards.c.card)).scalars()]
        return list(cards_by_number(connection, numbers).values())

    for card in office.world.database.read(look):
        for till in (each for each in tills if card.wallet in each.copy_of_members().rows):
            view = till.view.by_card(card.number)
            whose = f"{till.name}: card {card.number}"
            if card.state is CardState.ACTIVE:
                assert not isinstance(view, Refused), f"{whose} is refused"
                assert view.wallet == card.wallet, f"{whose} opens another wallet"
            else:
                assert isinstance(view, Refused), f"{whose} opens a wallet, it is {card.state}"
                assert view.why is why_refused(card), f"{whose} is refused for another reason"


def assert_guests_are_known(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Whom a till has looked up it knows as they are by now, or no more."""
    for till in tills:
        wallets = [WalletId(wallet) for wallet, _ in till.guests()]
        rows = office.world.database.read(partial(member_rows, wallets=wallets))
        for wallet in wallets:
            assert wallet in rows, f"{till.name} still has {wallet} as a guest, it has ended"
            told, here = dict(rows[wallet].cards), till.directory.cards_of(wallet)
            opens = {card.number: card.state.value for card in here}
            assert opens == told, f"{till.name} has a guest whose cards are {told}, not {opens}"


def _profile(who: Member) -> tuple[object, ...]:
    return (
        who.wallet, who.name, who.phone, who.birthday, who.gender, who.joined_on, dict(who.fields), dict(who.consents)
    )  # fmt: skip
