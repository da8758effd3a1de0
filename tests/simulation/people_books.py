"""Members' wallets when everything has arrived: one for each phone, with all that is theirs, given once."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.domain.ids import WalletId
from app.domain.ledger import BONUS, PRINCIPAL, Place, is_members
from app.domain.people.facts import ProfileChange, Registration
from app.domain.programme.rights import GROWTH
from sync.office.storage.schema import accounts, member_phones, members
from tests.simulation.headoffice import WALLETS, HeadOffice
from tests.simulation.member_till import MemberTill
from tests.simulation.people_told import known_members, survivors_of, told_facts

# What a birthday brings.
BIRTHDAY_GROWTH = 7


def assert_one_wallet_a_phone(office: HeadOffice, tills: Sequence[MemberTill], *, phones_stay: bool) -> None:
    def look(connection: Connection) -> tuple[dict[str, WalletId], list[tuple[WalletId, str]]]:
        held = {str(phone): WalletId(wallet) for phone, wallet in connection.execute(select(member_phones))}
        live = connection.execute(select(members.c.wallet, members.c.phone).where(members.c.phone != "")).all()
        return held, [(WalletId(wallet), phone) for wallet, phone in live]

    held, live = office.world.database.read(look)
    for wallet, phone in live:
        assert held.get(phone) == wallet, f"{phone} leads to {held.get(phone)}, and {wallet} has it"
    registrations = [fact for _, fact in told_facts(tills) if isinstance(fact, Registration)]
    ends = survivors_of(office, {fact.wallet for fact in registrations} | set(held.values()))
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


def assert_value_is_there(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Of each person all that tills credited and did not spend, and nothing else; what tills say of it too."""
    moved: defaultdict[tuple[WalletId, str], int] = defaultdict(int)
    wallets = {fact.wallet for _, fact in told_facts(tills) if isinstance(fact, Registration)}
    for till in tills:
        for (wallet, unit), amount in till.watch.credited.items():
            moved[WalletId(wallet), unit] += amount
        for (wallet, unit), amount in till.watch.spent.items():
            moved[WalletId(wallet), unit] -= amount
    wallets |= {wallet for wallet, _ in moved}
    ends = survivors_of(office, wallets)
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


def assert_given_once(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Everybody has one welcome, however often they were registered, and one birthday in the year there was."""
    registrations = [fact for _, fact in told_facts(tills) if isinstance(fact, Registration)]
    ends, known = survivors_of(office, {fact.wallet for fact in registrations}), known_members(office)

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
    for _, fact in told_facts(tills):
        if isinstance(fact, Registration | ProfileChange):
            told = fact.birthday if isinstance(fact, Registration) else fact.own.get("birthday", "")
            birthdays[ends.get(fact.wallet, fact.wallet)].add(told)
    for end, days in birthdays.items():
        if end in known and len(days) == 1 and "" not in days:
            assert held[end, GROWTH] == BIRTHDAY_GROWTH, f"{end} had no birthday"
