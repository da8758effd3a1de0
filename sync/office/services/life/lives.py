"""Members' lives at head office: what follows from a fact or a night is posted, kept, and told.

Head office posts only on what lies with it. What it should take and a till holds is recalled and taken once it is back
(protocol section 3, rule 10); what is spent meanwhile was the member's to spend.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from app.domain.ids import MerchantId, WalletId
from app.domain.lease.office import Account, Line
from app.domain.ledger import (
    ACCRUED,
    EXPIRED,
    OFFICE,
    OWED,
    POINTS_DEBT,
    REDEEMED,
    RESERVE,
    EntryKind,
    Lot,
    Place,
    Posting,
    Unit,
)
from app.domain.member import DueFollowUp
from app.domain.programme.lifecycle.facts import Fact
from app.domain.programme.lifecycle.follow_ups import follow_ups_ahead
from app.domain.programme.lifecycle.foresight import Foresight
from app.domain.programme.lifecycle.limits import left_for_all, marks_of_rights
from app.domain.programme.lifecycle.messages_ahead import NEVER
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import office_reaction, react
from app.domain.programme.lifecycle.standing import NOTHING, Change, Note, Reaction, Why
from app.domain.programme.lifecycle.telling import Told, told_to_tills
from app.domain.programme.lifecycle.undoing import marks_used
from app.domain.programme.publishing import Publication, in_force
from app.domain.programme.rights import programme_wallet
from app.domain.programme.spans import add_days
from sync.office.services.ledger.recall import recall_from_others
from sync.office.services.life.happening import Happening
from sync.office.services.programmes import parsed
from sync.office.services.world import World
from sync.office.storage.announced import note_moved
from sync.office.storage.ledger import lots_at_office, write_changes, write_lines
from sync.office.storage.life import (
    Life,
    forget_messages,
    keep_awaited,
    keep_lives,
    lives_of,
    lots_of,
    queue_messages,
)
from sync.office.storage.member_feed import announce_members
from sync.office.storage.programmes import publications
from sync.office.storage.state import read_state

_KINDS = {
    Why.EARNED: EntryKind.ACCRUAL,
    Why.ACTION: EntryKind.ACCRUAL,
    Why.GIFT: EntryKind.ACCRUAL,
    Why.DEBT_PAID: EntryKind.ACCRUAL,
    Why.RETURNED: EntryKind.REVERSAL,
    Why.REVERTED: EntryKind.REVERSAL,
    Why.SPENT: EntryKind.REDEMPTION,
}


# Business days outside of these are no clock's: thousands of nights would be worked for one event.
_FIRST_DAY, _MOST_DAYS_AHEAD = "2000-01-01", 366


class FarDayError(Exception):
    """No till can have meant the day on which this is said to have happened."""


class LentOutError(Exception):
    """What is needed of this unit lies at a till."""

    def __init__(self, wallet: WalletId, unit: Unit) -> None:
        super().__init__(unit)
        self.wallet, self.unit = wallet, unit


@dataclass(slots=True)
class _Written:
    """What one transaction adds up to."""

    lines: list[Line] = field(default_factory=list)
    changes: dict[Account, int] = field(default_factory=dict)
    recalls: set[tuple[WalletId, Unit]] = field(default_factory=set)
    notes: list[tuple[WalletId, Note]] = field(default_factory=list)


class Lives:
    """The lives of some wallets in one transaction: read, changed, and written by `keep`."""

    def __init__(self, connection: Connection, world: World, wallets: Iterable[WalletId]) -> None:
        self._connection, self._world = connection, world
        self._known = publications(connection)
        self._state = read_state(connection)
        self._lives = lives_of(connection, wallets)
        self._before = {wallet: life.standing for wallet, life in self._lives.items()}
        self._awaiting = {wallet for wallet, life in self._lives.items() if life.awaited}
        self._written = _Written()
        self._foresights: dict[int, Foresight] = {}
        self._left: dict[str, dict[Unit, int]] = {}
        self._today = world.now()[:10]
        for life in self._lives.values():
            self._collect(life)

    def life(self, wallet: WalletId) -> Life:
        """The life of one of them."""
        return self._lives[wallet]

    def publication_on(self, day: str) -> Publication | None:
        """The programme version in force on a day; None where there is none yet."""
        return in_force(self._known, f"{day} 23:59")

    def publication_of(self, programme: tuple[str, int], day: str) -> Publication | None:
        """The version that a fact was made under if it was published, else the one in force on its day."""
        own = (each for each in self._known if (each.programme, each.version) == programme)
        return next(own, None) or self.publication_on(day) or next(iter(self._known), None)

    def told(self, life: Life, each: Happening, fact: Fact, by: Publication, merchant: MerchantId) -> None:
        """A till has told a fact and has posted its moves: what else follows is posted here; once. FarDayError."""
        if any(seen.number == fact.number for seen in life.standing.history):
            return
        if not _FIRST_DAY <= fact.moment.day <= add_days(self._today, _MOST_DAYS_AHEAD):
            raise FarDayError(fact.moment.day)
        self.nights(life, fact.moment.day)
        # The till's own postings are in the books already: only what is remembered of them is new.
        lots = life.standing.lots
        used = marks_of_rights(each.rights, fact.number)
        free = marks_used(life.standing, each.undoes) if each.undoes else frozenset[str]()
        counter = Reaction(each.moves, done=used, undone=free)
        life.standing = replace(life.standing.after(counter), lots=lots)
        self._react(life, fact, by, merchant)

    def decided(self, life: Life, fact: Fact, by: Publication) -> None:
        """A person has decided something here."""
        self.nights(life, fact.moment.day)
        self._react(life, fact, by, self._state.merchant)

    def happened(self, life: Life, fact: Fact, by: Publication, merchant: MerchantId) -> Reaction:
        """Something befell the member at no till: everything that follows is posted here; once.

        LentOutError where it uses what a till holds; nothing may be kept then.
        """
        if any(seen.number == fact.number for seen in life.standing.history):
            return NOTHING
        self.nights(life, fact.moment.day)
        reaction = react(parsed(by.text), life.standing, fact, self._shared(by))
        for change in reaction.changes:
            if change.why is Why.SPENT and life.at_office.get((change.unit, change.lot), 0) + change.amount < 0:
                raise LentOutError(life.wallet, change.unit)
        self._follow(life, fact, reaction, by, merchant)
        return reaction

    def _react(self, life: Life, fact: Fact, by: Publication, merchant: MerchantId) -> None:
        reaction = office_reaction(parsed(by.text), life.standing, fact, self._shared(by))
        self._follow(life, fact, reaction, by, merchant)

    def _follow(self, life: Life, fact: Fact, reaction: Reaction, by: Publication, merchant: MerchantId) -> None:
        self._post(life, reaction, f"reaction:{fact.number}", merchant, by)
        life.standing = replace(life.standing.after(reaction, fact), lots=lots_of(life))
        life.is_known = True
        life.due_on = add_days(life.standing.nights_through, 1) if life.standing.nights_through else life.due_on

    def nights(self, life: Life, through: str) -> None:
        """Work every night up to `through` on which something happens; those between are passed by."""
        while life.is_known and life.due_on <= through and life.standing.nights_through < through:
            begun = add_days(life.standing.nights_through, 1) if life.standing.nights_through else through
            night = max(life.due_on, begun)
            by = self.publication_on(night)
            if by is not None:
                eve = replace(life.standing, nights_through=add_days(night, -1))
                after, reaction = nights(parsed(by.text), eve, night, self._shared(by))
                self._post(life, reaction, f"night:{night}", self._state.merchant, by)
                self._written.notes += [(life.wallet, note) for note in reaction.notes if not life.is_silent]
                life.standing = replace(after, lots=lots_of(life))
            else:
                life.standing = replace(life.standing, nights_through=night)
            life.due_on = self._due(life)
        if life.is_known and life.standing.nights_through < through:
            life.standing = replace(life.standing, nights_through=through)

    def keep(self) -> None:
        """Write everything; the last thing the transaction does."""
        known = [life for life in self._lives.values() if life.is_known]
        for life in known:
            life.told = self._told(life)
            # The night on which a measure falls by time alone, tills are told so.
            life.due_on = min(filter(None, (self._due(life), life.told.next_drop_on)))
        written, now = self._written, self._world.clock.now_ms()
        write_changes(self._connection, written.changes)
        write_lines(self._connection, written.lines, now)
        announce_members(self._connection, [life.wallet for life in known if self._is_news(life)])
        note_moved(self._connection, [life.wallet for life in known])
        keep_lives(self._connection, self._before, known)
        keep_awaited(self._connection, (each for each in known if each.awaited or each.wallet in self._awaiting))
        for wallet, note in written.notes:
            queue_messages(self._connection, wallet, (note,), now)
        forget_messages(self._connection, (life.wallet for life in known if life.is_silent))
        for wallet, unit in sorted(written.recalls):
            recall_from_others(self._connection, self._state, wallet, unit, None)

    def _is_news(self, life: Life) -> bool:
        """Whether tills are to hear of other tiers, or of something else to ask; what is to be asked is noted."""
        before, life.follow_ups = life.follow_ups, self._follow_ups(life)
        return before != life.follow_ups or self._before[life.wallet].tiers != life.standing.tiers

    def _told(self, life: Life) -> Told:
        """Measures as of today, or of the day that a till is at already."""
        day = max(self._today, life.standing.nights_through)
        by = self.publication_on(day)
        return told_to_tills(parsed(by.text), life.standing, day) if by else life.told

    def _follow_ups(self, life: Life) -> tuple[DueFollowUp, ...]:
        """What the member is to be asked from which day on, under the programme of today."""
        by = self.publication_on(self._today)
        programme = parsed(by.text) if by else None
        return follow_ups_ahead(programme, life.standing) if programme and programme.follow_ups else ()

    def _due(self, life: Life) -> str:
        """The next day to look at this life, or the day another version of the programme begins."""
        through = life.standing.nights_through
        by = self.publication_on(add_days(through, 1)) if through else None
        begins = (each.effective_from[:10] for each in self._known if each.effective_from[:10] > through)
        change = min(begins, default=NEVER)
        if by is None:
            return change
        if by.n not in self._foresights:
            self._foresights[by.n] = Foresight(parsed(by.text))
        return min(change, self._foresights[by.n].next_due(life.standing))

    def _shared(self, by: Publication) -> dict[Unit, int]:
        """What lies here of the limits for all."""
        if by.programme not in self._left:
            wallet = programme_wallet(by.programme)
            units = left_for_all(parsed(by.text), {}, self._today)
            self._left[by.programme] = {
                unit: sum(lots_at_office(self._connection, wallet, unit).values()) for unit in units
            }
        return self._left[by.programme]

    def _post(self, life: Life, reaction: Reaction, source: str, merchant: MerchantId, by: Publication) -> None:
        for change in reaction.changes:
            house = _house(change)
            if change.amount > 0:
                self._move(life, change.unit, change.lot, change.amount, house, source, _kind(change), merchant)
            else:
                self._take(life, change, house, source, merchant)
        for unit, count in reaction.shared.items():
            self._use_of_all(by, unit, count, source, merchant)

    def _take(self, life: Life, change: Change, house: Place, source: str, merchant: MerchantId) -> None:
        key = (change.unit, change.lot)
        here = min(-change.amount, life.at_office.get(key, 0))
        if here:
            self._move(life, change.unit, change.lot, -here, house, source, _kind(change), merchant)
        wanted = (change.unit, change.lot, house)
        elsewhere = min(-change.amount - here, life.leased.get(key, 0) - life.awaited.get(wanted, 0))
        if elsewhere > 0:
            life.awaited[wanted] = life.awaited.get(wanted, 0) + elsewhere
            self._written.recalls.add((life.wallet, change.unit))

    def _collect(self, life: Life) -> None:
        """Take what has come back of what was waited for, and forget what was spent meanwhile."""
        for (unit, lot, house), amount in list(life.awaited.items()):
            here = min(amount, life.at_office.get((unit, lot), 0))
            if here:
                source = self._world.new_id()
                kind = EntryKind.ADJUSTMENT if house == EXPIRED else EntryKind.REVERSAL
                self._move(life, unit, lot, -here, house, source, kind, self._state.merchant)
            left = min(amount - here, life.leased.get((unit, lot), 0))
            life.awaited[unit, lot, house] = left
            if not left:
                del life.awaited[unit, lot, house]
        life.standing = replace(life.standing, lots=lots_of(life))

    def _move(
        self,
        life: Life,
        unit: Unit,
        lot: Lot,
        amount: int,
        house: Place,
        source: str,
        kind: EntryKind,
        merchant: MerchantId,
    ) -> None:
        life.at_office[unit, lot] = life.at_office.get((unit, lot), 0) + amount
        self._write(life.wallet, unit, lot, amount, house, source, kind, merchant)
        self._repay(life, unit, lot, amount, source, merchant)

    def _repay(self, life: Life, unit: Unit, lot: Lot, amount: int, source: str, merchant: MerchantId) -> None:
        """What follows once more after books were lost, a till has had already, and the reserve has paid for it."""
        part = min(amount, life.advanced.get((unit, lot), 0))
        if part > 0:
            life.advanced[unit, lot] -= part
            life.at_office[unit, lot] -= part
            self._write(life.wallet, unit, lot, -part, RESERVE, source, EntryKind.SETTLEMENT, merchant)

    def _use_of_all(self, by: Publication, unit: Unit, count: int, source: str, merchant: MerchantId) -> None:
        """What was used of a limit for all leaves the programme's wallet."""
        wallet = programme_wallet(by.programme)
        for lot, held in lots_at_office(self._connection, wallet, unit).items():
            used = -self._written.changes.get((wallet, unit, lot.key, OFFICE), 0)
            part = min(count, held - used)
            if part > 0:
                # Several members may use the same limit for the same reason: each posting has a name of its own.
                name = f"{source}:{self._world.new_id()}"
                self._write(wallet, unit, lot, -part, REDEEMED, name, EntryKind.REDEMPTION, merchant)
                self._shared(by)[unit] -= part
                count -= part

    def _write(
        self,
        wallet: WalletId,
        unit: Unit,
        lot: Lot,
        amount: int,
        house: Place,
        source: str,
        kind: EntryKind,
        merchant: MerchantId,
    ) -> None:
        for place, part in ((OFFICE, amount), (house, -amount)):
            self._written.lines.append(Line(source, kind, Posting(wallet, unit, lot, place, part, merchant)))
            account = (wallet, unit, lot.key, place)
            self._written.changes[account] = self._written.changes.get(account, 0) + part


def _kind(change: Change) -> EntryKind:
    return _KINDS.get(change.why, EntryKind.ADJUSTMENT)


def _house(change: Change) -> Place:
    """The house row of the wallet on the other side."""
    if change.unit == POINTS_DEBT:
        return OWED
    if change.why is Why.EXPIRED:
        return EXPIRED
    return REDEEMED if change.why is Why.SPENT else ACCRUED
