"""What tills hear of members: after each change of the register, one row of all a till needs to know of a wallet.

A row says what is now, not what was changed: a till that missed some takes the latest and has all of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.ledger import Place, is_members
from app.domain.member import Card, Consent, Decision
from sync.office.storage.announced import announce
from sync.office.storage.cards import cards_of_wallets
from sync.office.storage.life import Person
from sync.office.storage.merges import merges_of
from sync.office.storage.people import Registered, registered
from sync.office.storage.schema import accounts, standings
from sync.office.storage.sets import select_set

ORDINARY_KIND = "person"
_NOBODY = Person()


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A wallet as tills know it; `member` is empty where nobody is named, `name` where only a change was ever told.

    `tiers`: (tier, until) by ladder. `consents`: (given, told by). `cards`: (number, state). `balances`: all there is
    by unit, as head office's books stand. `follow_ups`: (id, due on, product, sale, pet), due or still to come.
    `measures` are as of the day `measured_on`, `drops` the day and the value they fall to by time alone.
    """

    wallet: str
    member: str = ""
    name: str = ""
    phone: str = ""
    birthday: str = ""
    gender: str = ""
    kind: str = ORDINARY_KIND
    fields: Mapping[str, str] = field(default_factory=dict)
    joined_on: str = ""
    tiers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    consents: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    cards: tuple[tuple[str, str], ...] = ()
    balances: Mapping[str, int] = field(default_factory=dict)
    follow_ups: tuple[tuple[str, str, str, str, str], ...] = ()
    identified: bool = False
    tags: tuple[str, ...] = ()
    measures: Mapping[str, int] = field(default_factory=dict)
    measured_on: str = ""
    drops: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    last_visit_on: str = ""
    colleague: str = ""

    def content(self) -> dict[str, object]:
        """The row as it travels (JSON): nothing of what is empty, or as with nearly everybody."""
        told = {name: value for name in self.__slots__ if (value := getattr(self, name))}
        if self.kind == ORDINARY_KIND:
            del told["kind"]
        return told


def announce_members(connection: Connection, wallets: Iterable[WalletId]) -> None:
    """These wallets are other than they were: tills are told soon (`sync.office.services.streams.tell_members`)."""
    announce(connection, wallets)


def member_rows(connection: Connection, wallets: Sequence[WalletId]) -> dict[WalletId, MemberRow]:
    """These wallets as tills are to know them; one that has ended, or that nothing is known of, is missing."""
    known, ended = registered(connection, wallets), merges_of(connection, wallets)
    opening = cards_of_wallets(connection, wallets)
    cards = {wallet: opening.get(wallet, []) for wallet in wallets if wallet not in ended}
    people, balances = _people_of(connection, wallets), _balances_of(connection, wallets)
    return {
        wallet: _row(wallet, known.get(wallet), opens, people.get(wallet, _NOBODY), balances.get(wallet, {}))
        for wallet, opens in cards.items()
        if opens or wallet in known
    }


def _row(
    wallet: WalletId,
    known: Registered | None,
    cards: Sequence[Card],
    person: Person,
    balances: dict[str, int],
) -> MemberRow:
    opens = tuple((card.number, card.state.value) for card in cards)
    if known is None:
        return MemberRow(wallet=wallet, cards=opens, balances=balances)
    who = known.member
    return MemberRow(
        wallet=wallet,
        member=who.id,
        name=who.name,
        phone=who.phone,
        birthday=who.birthday,
        gender=who.gender,
        colleague=who.colleague,
        kind=who.kind,
        fields=dict(who.fields),
        joined_on=who.joined_on,
        tiers={ladder: (held.tier, held.until) for ladder, held in person.tiers.items()},
        follow_ups=tuple((due.follow_up, due.due_on, due.about, due.sale, due.pet) for due in person.follow_ups),
        consents=_consents(who.consents),
        identified=person.identified,
        tags=tuple(sorted(person.tags)),
        measures=dict(person.told.measures),
        measured_on=person.told.measured_on,
        drops=dict(person.told.drops),
        last_visit_on=person.told.last_visit_on,
        cards=opens,
        balances=balances,
    )


def _consents(consents: Mapping[Consent, Decision]) -> dict[str, tuple[bool, str]]:
    return {consent.value: (said.given, said.told_by) for consent, said in consents.items()}


def _people_of(connection: Connection, wallets: Sequence[WalletId]) -> dict[WalletId, Person]:
    wanted = [(wallet,) for wallet in wallets]
    return {
        WalletId(wallet): Person.model_validate_json(person)
        for wallet, person in select_set(connection, standings, ("wallet",), ("wallet", "person"), wanted)
    }


def _balances_of(connection: Connection, wallets: Sequence[WalletId]) -> dict[WalletId, dict[str, int]]:
    found: dict[WalletId, dict[str, int]] = {}
    columns = ("wallet", "unit", "place", "balance")
    for wallet, unit, place, balance in select_set(
        connection, accounts, ("wallet",), columns, [(wallet,) for wallet in wallets]
    ):
        if is_members(Place(place)) and balance:
            held = found.setdefault(WalletId(wallet), {})
            held[unit] = held.get(unit, 0) + int(balance)
    return found
