"""Two members are one person: the one survives, everything of the other's moves to it, part by part as it comes back.

Head office posts only on what lies with it (protocol section 3, rule 10). What tills hold of the wallet that ends is
recalled, and moved when it is here; so is whatever a till that has not heard puts into it later. Each step may be
broken off and done again.
"""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

from app.domain.ids import MemberId, WalletId
from app.domain.lease.office import Line
from app.domain.ledger import ACCRUED, EXPIRED, OFFICE, TRANSFERRED, EntryKind, Lot, Place, Posting, Unit
from app.domain.people.facts import stricter
from sync.office.services.ledger.recall import recall_whole_wallet
from sync.office.services.people.unite_friends import unite_friends
from sync.office.services.people.unite_lives import unite_lives
from sync.office.services.world import World
from sync.office.storage.cards import cards_of_wallet, keep_cards
from sync.office.storage.erased import lift_erased
from sync.office.storage.ledger import leases_of_wallet, write_changes, write_lines
from sync.office.storage.life import Life, keep_awaited, lives_of
from sync.office.storage.member_keys import hand_keys_on
from sync.office.storage.merges import Merged, keep_merge, merges_of, note_recalled, survivors, unsettled
from sync.office.storage.minted import change_minted, lock_minted, minted_of
from sync.office.storage.people import (
    Registered,
    forget_registered,
    hand_phone_on,
    keep_registered,
    lock_registered,
    move_members,
)
from sync.office.storage.state import Mode, read_state


@dataclass(frozen=True, slots=True)
class SettleMerges:
    """Move what has come back since of wallets that have ended."""

    world: World

    def __call__(self) -> int:
        """How many wallets were looked at; 0 while head office waits for its tills after a restore."""
        if self.world.database.read(read_state).mode is not Mode.NORMAL:
            return 0
        wallets = self.world.database.read(
            lambda connection: [w for w in unsettled(connection) if _has_news(connection, w)]
        )
        for wallet in wallets:
            self._settle(wallet)
        return len(wallets)

    def _settle(self, wallet: WalletId) -> None:
        self.world.database.write_upload(lambda connection: carry_over(connection, self.world, wallet))


def merge_wallets(
    connection: Connection, world: World, gone: tuple[MemberId, WalletId], kept: WalletId, reason: str
) -> None:
    """`gone` ends in `kept`; neither has ended before."""
    member, wallet = gone
    keep_merge(connection, Merged(wallet, member, kept, reason, "", world.clock.now_ms()))
    hand_keys_on(connection, wallet, kept)
    _unite_people(connection, member, wallet, kept, unite_friends(connection, world, wallet, kept))
    whose = lock_registered(connection, kept)
    keep_cards(
        connection,
        [
            replace(card, wallet=kept, member=whose.member.id if whose else card.member)
            for card in cards_of_wallet(connection, wallet)
        ],
    )
    unite_lives(connection, world, wallet, kept)
    carry_over(connection, world, wallet)


def carry_over(connection: Connection, world: World, wallet: WalletId) -> None:
    """Move everything that lies here of a wallet that has ended, and ask for the rest."""
    kept = survivors(connection, [wallet])[wallet]
    life = lives_of(connection, [wallet])[wallet]
    books = _Books(connection, world, wallet)
    _take_awaited(connection, books, life)
    counted = _settle_rights(connection, books, life, kept)
    for (unit, lot), amount in sorted(life.at_office.items(), key=lambda part: (part[0][0], part[0][1].key)):
        if amount > 0 and unit not in counted:
            books.move(EntryKind.TRANSFER, wallet, unit, lot, -amount, TRANSFERRED)
            books.move(EntryKind.TRANSFER, kept, unit, lot, amount, TRANSFERRED)
    books.write()
    held = _held(connection, wallet)
    if held != merges_of(connection, [wallet])[wallet].recalled:
        note_recalled(connection, wallet, held)
        recall_whole_wallet(connection, read_state(connection), wallet)


def _has_news(connection: Connection, wallet: WalletId) -> bool:
    """Whether something of the wallet lies here, or with a till that was not asked for it."""
    life = lives_of(connection, [wallet])[wallet]
    held = _held(connection, wallet)
    return any(life.at_office.values()) or held != merges_of(connection, [wallet])[wallet].recalled


def _held(connection: Connection, wallet: WalletId) -> str:
    held = leases_of_wallet(connection, wallet)
    return "\n".join(f"{place} {unit} {lot} {amount}" for place, unit, lot, amount in held)


def _unite_people(connection: Connection, member: MemberId, wallet: WalletId, kept: WalletId, referrer: str) -> None:
    mine, theirs = lock_registered(connection, kept), lock_registered(connection, wallet)
    if theirs is not None:
        hand_phone_on(connection, theirs.member.phone, wallet, kept)
        forget_registered(connection, wallet)
        lift_erased(connection, kept)
        keep_registered(connection, replace(_united(mine, theirs, kept), referrer=referrer))
    move_members(connection, [member], kept)


def _united(mine: Registered | None, theirs: Registered, kept: WalletId) -> Registered:
    """The survivor, with what only the other one had told."""
    other = theirs.member
    if mine is None:
        return replace(theirs, member=replace(other, wallet=kept))
    who = mine.member
    united = replace(
        who,
        name=who.name or other.name,
        phone=who.phone or other.phone,
        birthday=who.birthday or other.birthday,
        gender=who.gender or other.gender,
        colleague=who.colleague or other.colleague,
        fields={**other.fields, **who.fields},
        consents=stricter(who.consents, other.consents),
        joined_on=min(filter(None, (who.joined_on, other.joined_on)), default=""),
    )
    return replace(mine, member=united)


def _take_awaited(connection: Connection, books: "_Books", life: Life) -> None:
    """What was to be taken once it is back is taken before the rest moves on."""
    for (unit, lot, house), amount in list(life.awaited.items()):
        here = min(amount, life.at_office.get((unit, lot), 0))
        books.move(
            EntryKind.ADJUSTMENT if house == EXPIRED else EntryKind.REVERSAL, life.wallet, unit, lot, -here, house
        )
        life.at_office[unit, lot] = life.at_office.get((unit, lot), 0) - here
        life.awaited[unit, lot, house] = min(amount - here, life.leased.get((unit, lot), 0))
    keep_awaited(connection, [life])


def _settle_rights(connection: Connection, books: "_Books", life: Life, kept: WalletId) -> set[Unit]:
    """One person has the counted rights of one: what lies unused ends, what was used counts for the survivor."""
    minted = minted_of(connection, life.wallet)
    for unit, made in sorted(minted.items()):
        lots = {lot: amount for (held, lot), amount in life.at_office.items() if held == unit and amount > 0}
        lent = sum(amount for (held, _), amount in life.leased.items() if held == unit)
        for lot, amount in lots.items():
            books.move(EntryKind.ADJUSTMENT, life.wallet, unit, lot, -amount, ACCRUED)
        used = max(0, made - sum(lots.values()) - lent)
        if used:
            counted = lock_minted(connection, kept, [unit])[unit]
            change_minted(connection, kept, unit, counted + used)
        change_minted(connection, life.wallet, unit, lent)
    return set(minted)


class _Books:
    """Postings of one step: each member's part against a house row of its own wallet."""

    def __init__(self, connection: Connection, world: World, wallet: WalletId) -> None:
        self._connection, self._world = connection, world
        self._merchant = read_state(connection).merchant
        self._source = f"merge:{wallet}:{world.new_id()}"
        self._lines: list[Line] = []

    def move(self, kind: EntryKind, wallet: WalletId, unit: Unit, lot: Lot, amount: int, house: Place) -> None:
        """`amount` to what lies here of the wallet (below 0: from it), the house row gives or takes."""
        if amount:
            for place, part in ((OFFICE, amount), (house, -amount)):
                self._lines.append(Line(self._source, kind, Posting(wallet, unit, lot, place, part, self._merchant)))

    def write(self) -> None:
        """Into the books."""
        changes: dict[tuple[WalletId, Unit, str, Place], int] = {}
        for line in self._lines:
            at = line.posting
            account = (at.wallet, at.unit, at.lot.key, at.place)
            changes[account] = changes.get(account, 0) + at.amount
        write_changes(self._connection, changes)
        write_lines(self._connection, self._lines, self._world.clock.now_ms())
