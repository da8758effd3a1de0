"""Members and cards with their opening balances from a table: checked as a whole, then written as a whole.

What a wallet opens with is an entry against its own house row, so the books balance from the first day. The member
begins their life here in the tier they had.
"""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from app.domain.ids import CardNumber, MemberId, MerchantId, TierId, TillId, WalletId
from app.domain.lease.office import Account, Line
from app.domain.ledger import BONUS, OFFICE, OPENED, POINTS, PRINCIPAL, EntryKind, Lot, Posting, Unit
from app.domain.member import Card, Member
from app.domain.people.checks import fault_in_profile, plain_birthday, plain_phone
from app.domain.programme.lifecycle.growth import GROWTH_LOT
from app.domain.programme.lifecycle.ladders import begins
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.rights import GROWTH
from app.domain.programme.spans import add_days
from sync.office.services.errors import RecoveryError
from sync.office.services.programmes import programme_now
from sync.office.services.streams.import_catalogue import Imported
from sync.office.services.streams.table_file import Mistake, Table, TableColumn, money, one_of, read_table, words
from sync.office.services.world import World
from sync.office.storage.cards import cards_by_number, keep_cards
from sync.office.storage.ledger import write_changes, write_lines
from sync.office.storage.life import Life, keep_lives
from sync.office.storage.member_feed import announce_members
from sync.office.storage.people import Registered, add_registered, phones_taken
from sync.office.storage.state import Mode, read_state

# Who registered them: no till.
_ORIGIN = TillId("import")
_OPENING = "opening"
_MOST = 10**9
_AT_ONCE = 1_000

Progress = Callable[[int], None]


def _day(cell: str) -> str:
    return datetime.date.fromisoformat(plain_birthday(cell)).isoformat()


def _count(cell: str) -> int:
    count = int(cell)
    if not cell.isdecimal() or count > _MOST:
        raise ValueError
    return count


def _card(cell: str) -> str:
    if not 4 <= len(cell) <= 64 or not cell.isascii() or not cell.isalnum():
        raise ValueError
    return cell


_NAME = "a text of at most 40 characters"
_DATE = "a day like 2026-12-01, or nothing"
_COUNT = "a whole number, or nothing"
_COLUMNS = (
    TableColumn("name", words(40), _NAME, ""),
    TableColumn("phone", words(20), "a phone number, or nothing", ""),
    TableColumn("card", _card, "letters and digits, or nothing", ""),
    TableColumn("birthday", _day, _DATE, ""),
    TableColumn("gender", one_of(("female", "male")), "female, male or nothing", ""),
    TableColumn("colleague", words(60), "the id of who looks after them, or nothing", ""),
    TableColumn("kind", one_of(("person", "company")), "person or company", "person"),
    TableColumn("joined_on", _day, _DATE, ""),
    TableColumn("tier", words(60), "a tier of the programme in force, or nothing", ""),
    TableColumn("tier_since", _day, _DATE, ""),
    TableColumn("principal", money, "a sum like 128.00, or nothing", 0),
    TableColumn("bonus", money, "a sum like 128.00, or nothing", 0),
    TableColumn("points", _count, _COUNT, 0),
    TableColumn("points_until", _day, _DATE, ""),
    TableColumn("growth", _count, _COUNT, 0),
)


@dataclass(frozen=True, slots=True)
class ImportMembers:
    """Read a table of members and cards. A row without name and phone is a card that nobody has put a name to."""

    world: World

    def __call__(
        self, data: bytes, *, is_trial: bool = False, merchant: str = "", progress: Progress = lambda _done: None
    ) -> Imported:
        """Write it, or for a trial only say what would be; TableError with every mistake, RecoveryError.

        `merchant` has issued the balances (nothing = head office's own). `progress` hears how many rows are written;
        what it raises breaks off, and nothing is kept.
        """
        table = read_table(data, _COLUMNS)
        today = self.world.now()[:10]

        def work(connection: Connection) -> None:
            state = read_state(connection)
            if state.mode is not Mode.NORMAL:
                raise RecoveryError
            programme = programme_now(connection, self.world)
            _check(connection, table, programme, today)
            if not is_trial:
                writer = _Writer(connection, self.world, programme, MerchantId(merchant) or state.merchant, today)
                writer.write([values for _, values in table.rows], progress)

        if is_trial:
            self.world.database.read(work)
        else:
            self.world.database.write(work)
        return Imported(len(table.rows), 0, 0, 0)


def _check(connection: Connection, table: Table, programme: Programme | None, today: str) -> None:
    """TableError with all that is wrong, in the file and beside what is here already."""
    for _, values in table.rows:
        values["phone"] = plain_phone(values["phone"])
    table.refuse_twice("phone")
    table.refuse_twice("card")
    phones = phones_taken(connection, [values["phone"] for _, values in table.rows if values["phone"]])
    cards = cards_by_number(connection, [CardNumber(values["card"]) for _, values in table.rows if values["card"]])
    tiers = {each.id for each in programme.tiers} if programme else set[str]()
    for line, values in table.rows:
        table.mistakes += (Mistake(line, *fault) for fault in _faults(values, today))
        if values["phone"] in phones:
            table.mistakes.append(Mistake(line, "phone", values["phone"], "another one: a member here has it"))
        if values["card"] in cards:
            table.mistakes.append(Mistake(line, "card", values["card"], "another one: it is in use here"))
        if values["tier"] and values["tier"] not in tiers:
            table.mistakes.append(Mistake(line, "tier", values["tier"], f"one of {', '.join(sorted(tiers)) or 'none'}"))
    table.check()


def _faults(values: Mapping[str, Any], today: str) -> list[tuple[str, str, str]]:
    """(column, found, expected) of what cannot stand together in a row."""
    is_named = bool(values["name"] or values["phone"])
    faults = []
    if is_named and fault_in_profile({"phone": values["phone"]}, today):
        faults.append(("phone", values["phone"], "a phone number"))
    if is_named and not values["name"]:
        faults.append(("name", "", "a name, for there is a phone"))
    if not is_named and not values["card"]:
        faults.append(("card", "", "a card, or name and phone"))
    if not is_named and (values["tier"] or values["growth"]):
        faults.append(("tier", values["tier"], "nothing: a card without a member is in no tier"))
    faults += [(day, values[day], "a day that has been") for day in ("birthday", "joined_on") if values[day] > today]
    return faults


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes rows in sets, all in one transaction."""

    connection: Connection
    world: World
    programme: Programme | None
    merchant: MerchantId
    today: str

    def write(self, rows: Sequence[Mapping[str, Any]], progress: Progress) -> None:
        source = f"{_OPENING}:{self.world.new_id()}"
        for start in range(0, len(rows), _AT_ONCE):
            people = [self._person(values) for values in rows[start : start + _AT_ONCE]]
            add_registered(self.connection, [each for each, _ in people if each.is_named])
            keep_cards(self.connection, [card for each, values in people for card in _cards(each, values)])
            self._open(source, people)
            self._begin(people)
            announce_members(self.connection, [each.member.wallet for each, _ in people])
            progress(start + len(people))

    def _person(self, values: Mapping[str, Any]) -> tuple[Registered, Mapping[str, Any]]:
        member = Member(
            id=MemberId(self.world.new_id()),
            wallet=WalletId(self.world.new_id()),
            name=values["name"],
            phone=values["phone"],
            birthday=values["birthday"],
            joined_on=values["joined_on"] or self.today,
            kind=values["kind"],
            gender=values["gender"],
            colleague=values["colleague"],
        )
        return Registered(member, "", _ORIGIN, self.world.clock.now_ms()), values

    def _open(self, source: str, people: Sequence[tuple[Registered, Mapping[str, Any]]]) -> None:
        """The opening entries."""
        lines: list[Line] = []
        changes: dict[Account, int] = {}
        for one, values in people:
            wallet = one.member.wallet
            for unit, lot, amount in _balances(values):
                for place, part in ((OFFICE, amount), (OPENED, -amount)):
                    posting = Posting(wallet, unit, lot, place, part, self.merchant)
                    lines.append(Line(source, EntryKind.ADJUSTMENT, posting))
                    changes[wallet, unit, lot.key, place] = part
        write_changes(self.connection, changes)
        write_lines(self.connection, lines, self.world.clock.now_ms())

    def _begin(self, people: Sequence[tuple[Registered, Mapping[str, Any]]]) -> None:
        """Their lives here."""
        lives = [self._life(one.member, values) for one, values in people if one.is_named]
        keep_lives(self.connection, {life.wallet: Standing() for life in lives}, lives)

    def _life(self, member: Member, values: Mapping[str, Any]) -> Life:
        tier = self.programme.tier(TierId(values["tier"])) if self.programme and values["tier"] else None
        held = {tier.ladder: begins(tier, values["tier_since"] or self.today)} if tier else {}
        standing = replace(
            Standing(),
            joined_on=member.joined_on,
            birthday=member.birthday,
            kind=member.kind,
            gender=member.gender,
            tiers=held,
            nights_through=add_days(self.today, -1),
        )
        return Life(member.wallet, standing, member.id, due_on=self.today, is_known=True)


def _cards(one: Registered, values: Mapping[str, Any]) -> list[Card]:
    if not values["card"]:
        return []
    return [Card(CardNumber(values["card"]), one.member.wallet, one.member.id if one.is_named else None)]


def _balances(values: Mapping[str, Any]) -> list[tuple[Unit, Lot, int]]:
    opening = Lot(_OPENING)
    found = [
        (PRINCIPAL, opening, values["principal"]),
        (BONUS, opening, values["bonus"]),
        (POINTS, Lot(_OPENING, "", values["points_until"]), values["points"]),
        (GROWTH, GROWTH_LOT, values["growth"]),
    ]
    return [(unit, lot, amount) for unit, lot, amount in found if amount]
