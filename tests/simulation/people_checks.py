"""What must hold of members and of the tills' copies: at every moment, and when everything has arrived."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from app.domain.errors import Refused
from app.domain.ids import CardNumber, ProductId, WalletId
from app.domain.ledger import BONUS, PRINCIPAL, Place, is_members
from app.domain.member import Card, CardState, Consent, Member
from app.domain.people.body import PEOPLE_KINDS, people_fact_of
from app.domain.people.facts import ConsentChange, Erasure, ProfileChange, Registration
from app.domain.programme.rights import GROWTH
from app.services.read_cards import why_refused
from app.services.read_people import member_of
from sync.office.storage.cards import cards_by_number
from sync.office.storage.chains import find_chain
from sync.office.storage.enlisted import enlisted_to
from sync.office.storage.member_feed import member_rows
from sync.office.storage.merges import survivors, unsettled
from sync.office.storage.parked import open_parked, parked_nights
from sync.office.storage.people import Registered, registered
from sync.office.storage.regions import regions_of_shops, shops_of_tills, stream_of_till
from sync.office.storage.schema import accounts, cards, erased, member_phones, members, stream_rows
from sync.office.storage.state import read_state
from sync.office.storage.streams import head_of_rows, rows_there
from sync.protocol.streams import ROW_STREAMS
from tests.simulation.headoffice import WALLETS, HeadOffice
from tests.simulation.member_till import CopyHere, MemberTill

# What head office sells, and what a birthday brings.
GOODS = "ABCDE"
BIRTHDAY_GROWTH = 7

# By stream and row: its number, and whether it is gone.
Told = dict[str, dict[str, tuple[int, bool]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Head office at one moment: its rows by stream, and of each till the stream it carries and what is enlisted."""

    told: Told
    epoch: str
    carried: dict[str, str]
    heard: dict[str, int]


def assert_nobody_has_missed(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Whatever has a number up to a till's cursor is in its copy under that number, and what is gone is not.

    And whom a till has registered it knows, as it has told of them, until head office has heard of it.
    """
    seen = office.world.database.read(partial(_seen, names=[till.name for till in tills]))
    for till in tills:
        for stream in ROW_STREAMS:
            copy = till.copy_of(stream)
            if copy.server_epoch == seen.epoch:
                _assert_has_all(f"{till.name} {stream}", seen.told.get(stream, {}), copy)
        copy, carries = till.copy_of_members(), seen.carried[till.name]
        if copy.server_epoch == seen.epoch and copy.stream == carries:
            _assert_has_all(f"{till.name} {carries}", seen.told.get(carries, {}), copy)
        _assert_own_facts_stand(till, seen.heard[till.name])


def _assert_own_facts_stand(till: MemberTill, heard: int) -> None:
    for who, (name, is_registered) in till.own_people(heard).items():
        with till.store.unit_of_work() as uow:
            here = member_of(uow, till.directory, who)
        assert here or not is_registered, f"{till.name} has registered {who} and knows them no more"
        assert here is None or here.name == name, f"{till.name} calls {who} {here.name}, and has told of {name}"


def _seen(connection: Connection, names: Sequence[str]) -> Seen:
    return Seen(
        _told(connection),
        read_state(connection).server_epoch,
        {name: stream_of_till(connection, name) for name in names},
        {name: _heard_of(connection, name) for name in names},
    )


def assert_all_is_well(office: HeadOffice, tills: Sequence[MemberTill], *, phones_stay: bool) -> None:
    """Everything has arrived everywhere."""
    assert office.world.database.read(unsettled) == [], "something still lies in a wallet that has ended"
    assert not office.world.database.read(parked_nights), "nights went wrong"
    assert not office.world.database.read(open_parked), "events could not be followed up"
    _assert_one_wallet_a_phone(office, tills, phones_stay=phones_stay)
    _assert_value_is_there(office, tills)
    _assert_no_is_no(office, tills)
    _assert_given_once(office, tills)
    _assert_forgotten_is_forgotten(office, tills)


def assert_all_know_the_same(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Every till's copies are head office's rows, and so is what it makes of them at the counter."""
    for till in tills:
        _assert_copies_are_equal(office, till)
    _assert_members_are_known(office, tills)
    _assert_cards_open(office, tills)
    _assert_guests_are_known(office, tills)


def _told(connection: Connection) -> Told:
    found: defaultdict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for stream, row_id, n, gone in connection.execute(
        select(stream_rows.c.stream, stream_rows.c.id, stream_rows.c.n, stream_rows.c.gone)
    ):
        found[stream][row_id] = (n, bool(gone))
    return found


def _carried(office: HeadOffice, till: MemberTill) -> str:
    """The stream of the members that a till carries."""
    return office.world.database.read(partial(stream_of_till, till=till.name))


def _heard_of(connection: Connection, till: str) -> int:
    """Up to which of a till's events the register has what it tells."""
    chain = find_chain(connection, till, 1)
    return enlisted_to(connection, chain) if chain else 0


def _assert_has_all(whose: str, told: dict[str, tuple[int, bool]], copy: CopyHere) -> None:
    for row_id, (n, is_gone) in told.items():
        if n <= copy.cursor:
            had = copy.rows.get(row_id)
            assert had == (None if is_gone else n), f"{whose}: read up to {copy.cursor}, of {row_id} {n} it has {had}"


def _assert_copies_are_equal(office: HeadOffice, till: MemberTill) -> None:
    told = office.world.database.read(_told)
    for stream in ROW_STREAMS:
        there = office.world.database.read(partial(_rows, stream=stream))
        here = {row_id: json.loads(text) for row_id, text in till.contents_of(stream).items()}
        assert here == there, f"{till.name}: the copy of {stream} is another"
        head = office.world.database.read(partial(head_of_rows, stream=stream)).n
        assert till.copy_of(stream).cursor == head, f"{till.name}: {stream} is not read to its end"
    live = {row_id: n for row_id, (n, is_gone) in told[_carried(office, till)].items() if not is_gone}
    assert till.copy_of_members().rows == live, f"{till.name}: the copy of the members is another"
    told_prices = {name: json.loads(text)["price_minor"] for name, text in till.contents_of("catalogue").items()}
    with till.store.unit_of_work() as uow:
        goods = [uow.products.by_id(ProductId(name)) for name in GOODS]
    prices = {product.id: product.price_minor for product in goods if product}
    assert prices == told_prices, f"{till.name}: goods are sold at other prices"


def _rows(connection: Connection, stream: str) -> dict[str, object]:
    return {row_id: json.loads(text) for row_id, text in rows_there(connection, stream).items()}


def _ends(office: HeadOffice, wallets: set[WalletId]) -> dict[WalletId, WalletId]:
    return office.world.database.read(lambda connection: survivors(connection, wallets))


def _facts(tills: Sequence[MemberTill]) -> list[tuple[str, Any]]:
    """Everything tills have told of members, by the event's id."""
    return [
        (event.id, people_fact_of(event)) for till in tills for event in till.events() if event.kind in PEOPLE_KINDS
    ]


def _assert_one_wallet_a_phone(office: HeadOffice, tills: Sequence[MemberTill], *, phones_stay: bool) -> None:
    def look(connection: Connection) -> tuple[dict[str, WalletId], list[tuple[WalletId, str]]]:
        held = {str(phone): WalletId(wallet) for phone, wallet in connection.execute(select(member_phones))}
        live = connection.execute(select(members.c.wallet, members.c.phone).where(members.c.phone != "")).all()
        return held, [(WalletId(wallet), phone) for wallet, phone in live]

    held, live = office.world.database.read(look)
    for wallet, phone in live:
        assert held.get(phone) == wallet, f"{phone} leads to {held.get(phone)}, and {wallet} has it"
    registrations = [fact for _, fact in _facts(tills) if isinstance(fact, Registration)]
    ends = _ends(office, {fact.wallet for fact in registrations} | set(held.values()))
    assert all(ends[wallet] == wallet for wallet in held.values()), "a phone leads to a wallet that has ended"
    if phones_stay:
        merged = {held.get(fact.phone) for fact in registrations}
        known = {wallet for wallet, _ in live}
        for fact in (each for each in registrations if ends[each.wallet] in known):
            assert ends[fact.wallet] in merged, f"{fact.phone} has two wallets"
    for till in tills:
        carried = till.copy_of_members().rows
        for wallet, phone in live:
            if wallet in carried:
                assert [who.wallet for who in till.found(phone)] == [wallet], f"{till.name} knows {phone} otherwise"


def _assert_value_is_there(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Of each person all that tills credited and did not spend, and nothing else; what tills say of it too."""
    moved: defaultdict[tuple[WalletId, str], int] = defaultdict(int)
    wallets = {fact.wallet for _, fact in _facts(tills) if isinstance(fact, Registration)}
    for till in tills:
        for (wallet, unit), amount in till.watch.credited.items():
            moved[WalletId(wallet), unit] += amount
        for (wallet, unit), amount in till.watch.spent.items():
            moved[WalletId(wallet), unit] -= amount
    wallets |= {wallet for wallet, _ in moved}
    ends = _ends(office, wallets)
    expected: defaultdict[tuple[WalletId, str], int] = defaultdict(int)
    for (wallet, unit), amount in moved.items():
        if unit in {PRINCIPAL, BONUS} and amount:
            expected[ends[wallet], unit] += amount

    def look(connection: Connection) -> dict[tuple[WalletId, str], int]:
        found: defaultdict[tuple[WalletId, str], int] = defaultdict(int)
        for wallet, unit, place, balance in connection.execute(
            select(accounts.c.wallet, accounts.c.unit, accounts.c.place, accounts.c.balance)
        ):
            if wallet not in WALLETS and unit in {PRINCIPAL, BONUS} and is_members(Place(place)):
                found[WalletId(wallet), unit] += balance
        return found

    there = {account: amount for account, amount in office.world.database.read(look).items() if amount}
    assert there == {account: amount for account, amount in expected.items() if amount}, "value was lost or made"


def _known(office: HeadOffice) -> dict[WalletId, Registered]:
    def look(connection: Connection) -> dict[WalletId, Registered]:
        return registered(connection, [WalletId(w) for w in connection.execute(select(members.c.wallet)).scalars()])

    return office.world.database.read(look)


def _assert_members_are_known(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    known = _known(office)
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


def _profile(who: Member) -> tuple[object, ...]:
    return (
        who.wallet, who.name, who.phone, who.birthday, who.gender, who.joined_on, dict(who.fields), dict(who.consents)
    )  # fmt: skip


def _assert_cards_open(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
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


def _assert_guests_are_known(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Whom a till has looked up it knows as they are by now, or no more."""
    for till in tills:
        wallets = [WalletId(wallet) for wallet, _ in till.guests()]
        rows = office.world.database.read(partial(member_rows, wallets=wallets))
        for wallet in wallets:
            assert wallet in rows, f"{till.name} still has {wallet} as a guest, it has ended"
            told, here = dict(rows[wallet].cards), till.directory.cards_of(wallet)
            opens = {card.number: card.state.value for card in here}
            assert opens == told, f"{till.name} has a guest whose cards are {told}, not {opens}"


def _assert_no_is_no(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Who has said no, and never yes to somebody who knew of a no, is asked for nothing."""
    noes: defaultdict[WalletId, set[str]] = defaultdict(set)
    lifted: set[str] = set()
    for event, fact in _facts(tills):
        if isinstance(fact, Registration) and fact.consents.get(Consent.MESSAGES) is False:
            noes[fact.wallet].add(event)
        if isinstance(fact, ConsentChange):
            if not fact.given:
                noes[fact.wallet].add(event)
            elif fact.over:
                lifted.add(fact.over)
    ends, known = _ends(office, set(noes)), _known(office)
    groups: defaultdict[WalletId, set[str]] = defaultdict(set)
    for wallet, events in noes.items():
        groups[ends[wallet]] |= events
    for end, events in groups.items():
        if end in known and not events & lifted:
            said = known[end].member.consents[Consent.MESSAGES]
            assert not said.given, f"{end} has said no"


def _assert_given_once(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Everybody has one welcome, however often they were registered, and one birthday in the year there was."""
    registrations = [fact for _, fact in _facts(tills) if isinstance(fact, Registration)]
    ends, known = _ends(office, {fact.wallet for fact in registrations}), _known(office)

    def look(connection: Connection) -> dict[tuple[str, str], int]:
        found: defaultdict[tuple[str, str], int] = defaultdict(int)
        for wallet, unit, place, balance in connection.execute(
            select(accounts.c.wallet, accounts.c.unit, accounts.c.place, accounts.c.balance)
        ):
            if is_members(Place(place)):
                found[wallet, unit] += balance
        return found

    held = office.world.database.read(look)
    for end in {end for end in ends.values() if end in known}:
        assert held[end, "coupon:welcome"] == 1, f"{end} was welcomed {held[end, 'coupon:welcome']} times"
        assert held[end, GROWTH] in (0, BIRTHDAY_GROWTH), f"{end} had {held[end, GROWTH]} for one birthday"
    birthdays: defaultdict[WalletId, set[str]] = defaultdict(set)
    for _, fact in _facts(tills):
        if isinstance(fact, Registration | ProfileChange):
            told = fact.birthday if isinstance(fact, Registration) else fact.own.get("birthday", "")
            birthdays[ends.get(fact.wallet, fact.wallet)].add(told)
    for end, days in birthdays.items():
        if end in known and len(days) == 1 and "" not in days:
            assert held[end, GROWTH] == BIRTHDAY_GROWTH, f"{end} had no birthday"


def _assert_forgotten_is_forgotten(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Of whoever wanted to be forgotten nobody knows a name, whatever tills that had not heard have told since."""
    forgotten = set(office.world.database.read(lambda c: c.execute(select(erased.c.wallet)).scalars().all()))
    told, known = [fact for _, fact in _facts(tills)], _known(office)
    assert not forgotten & set(known), f"head office still knows {forgotten & set(known)}"
    ends = _ends(office, {fact.wallet for fact in told if isinstance(fact, Registration | Erasure)})
    for fact in told:
        if isinstance(fact, Erasure):
            assert ends[fact.wallet] in forgotten | set(known), f"{fact.wallet} is neither forgotten nor somebody"
        if isinstance(fact, Registration) and ends[fact.wallet] in forgotten:
            for till in tills:
                with till.store.unit_of_work() as uow:
                    here = member_of(uow, till.directory, fact.member)
                assert here is None or not here.name, f"{till.name} still knows {fact.member}"
