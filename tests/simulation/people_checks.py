"""What must hold of members and of the tills' copies: at every moment, and when everything has arrived."""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from app.domain.errors import Refused
from app.domain.ids import CardNumber, ProductId, WalletId
from app.domain.ledger import BONUS, PRINCIPAL, Place, is_members
from app.domain.member import Card, CardState, Consent, Member
from app.domain.people.body import PEOPLE_KINDS, people_fact_from_body
from app.domain.people.facts import ConsentChange, Registration
from app.services.read_cards import why_refused
from app.services.read_people import member_of
from sync.office.storage.cards import cards_by_number
from sync.office.storage.merges import survivors, unsettled
from sync.office.storage.people import Registered, registered
from sync.office.storage.schema import accounts, cards, member_phones, members, stream_rows
from sync.office.storage.streams import head_of_rows, rows_there
from sync.protocol.streams import MEMBERS, ROW_STREAMS
from tests.simulation.headoffice import WALLETS, HeadOffice
from tests.simulation.member_till import MemberTill

# What head office sells.
GOODS = "ABCDE"


def assert_nobody_has_missed(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Whatever has a number up to a till's cursor is in its copy under that number, and what is gone is not."""
    told = office.world.database.read(_told)
    for till in tills:
        for stream in ROW_STREAMS:
            _assert_has_all(f"{till.name} {stream}", told[stream], *till.copy_of(stream))
        _assert_has_all(f"{till.name} {MEMBERS}", told[MEMBERS], *till.copy_of_members())


def assert_all_is_well(office: HeadOffice, tills: Sequence[MemberTill], *, phones_stay: bool) -> None:
    """Everything has arrived everywhere."""
    assert office.world.database.read(unsettled) == [], "something still lies in a wallet that has ended"
    _assert_one_wallet_a_phone(office, tills, phones_stay=phones_stay)
    _assert_value_is_there(office, tills)
    _assert_no_is_no(office, tills)


def assert_all_know_the_same(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Every till's copies are head office's rows, and so is what it makes of them at the counter."""
    for till in tills:
        _assert_copies_are_equal(office, till)
    _assert_members_are_known(office, tills)
    _assert_cards_open(office, tills)


def _told(connection: Connection) -> dict[str, dict[str, tuple[int, bool]]]:
    found: defaultdict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for stream, row_id, n, gone in connection.execute(
        select(stream_rows.c.stream, stream_rows.c.id, stream_rows.c.n, stream_rows.c.gone)
    ):
        found[stream][row_id] = (n, bool(gone))
    return found


def _assert_has_all(whose: str, told: dict[str, tuple[int, bool]], cursor: int, here: dict[str, int]) -> None:
    for row_id, (n, is_gone) in told.items():
        if n <= cursor:
            had = here.get(row_id)
            assert had == (None if is_gone else n), f"{whose} has read up to {cursor}, of {row_id} {n} it has {had}"


def _assert_copies_are_equal(office: HeadOffice, till: MemberTill) -> None:
    told = office.world.database.read(_told)
    for stream in ROW_STREAMS:
        there = office.world.database.read(partial(_rows, stream=stream))
        here = {row_id: json.loads(text) for row_id, text in till.contents_of(stream).items()}
        assert here == there, f"{till.name}: the copy of {stream} is another"
        head = office.world.database.read(partial(head_of_rows, stream=stream)).n
        assert till.copy_of(stream)[0] == head, f"{till.name}: {stream} is not read to its end"
    live = {row_id: n for row_id, (n, is_gone) in told[MEMBERS].items() if not is_gone}
    assert till.copy_of_members()[1] == live, f"{till.name}: the copy of the members is another"
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
        (event.id, people_fact_from_body(event.kind, event.body()))
        for till in tills
        for event in till.events()
        if event.kind in PEOPLE_KINDS
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
        for fact in registrations:
            assert ends[fact.wallet] in merged, f"{fact.phone} has two wallets"
    for till in tills:
        for wallet, phone in live:
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
    for one in _known(office).values():
        for till in tills:
            with till.store.unit_of_work() as uow:
                here = member_of(uow, till.directory, one.member.id)
            assert here is not None, f"{till.name} does not know {one.member.id}"
            assert _profile(here) == _profile(one.member), f"{till.name} knows {one.member.id} otherwise"


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
        for till in tills:
            view = till.view.by_card(card.number)
            whose = f"{till.name}: card {card.number}"
            if card.state is CardState.ACTIVE:
                assert not isinstance(view, Refused), f"{whose} is refused"
                assert view.wallet == card.wallet, f"{whose} opens another wallet"
            else:
                assert isinstance(view, Refused), f"{whose} opens a wallet, it is {card.state}"
                assert view.why is why_refused(card), f"{whose} is refused for another reason"


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
        if not events & lifted:
            said = known[end].member.consents[Consent.MESSAGES]
            assert not said.given, f"{end} has said no"
