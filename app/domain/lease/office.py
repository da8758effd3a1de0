"""Head office's end of a lease: what may be granted, and how the facts of a till are posted (protocol section 3).

An uploaded event is a fact and never refused. What breaks a rule is covered by a house row of the same wallet and
told as an `Alert`; a member's account never goes below 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.lease.till import Take
from app.domain.ledger import (
    ACCRUED,
    DISPUTED,
    EXPIRED,
    OFFICE,
    OPENED,
    OWED,
    REDEEMED,
    RESERVE,
    TOPPED_UP,
    TRANSFERRED,
    Entry,
    EntryKind,
    Lot,
    Place,
    Posting,
    Unit,
    imbalance,
    is_members,
    lease_at,
    suspense_of,
)

Account = tuple[WalletId, Unit, str, Place]

# A single posting above this (minor units) is a damaged event, not a sale; sums stay far inside int64.
LARGEST_AMOUNT = 10**12

_TILL_MAY_POST_AT = frozenset({REDEEMED, TOPPED_UP, TRANSFERRED, OPENED, ACCRUED, OWED, EXPIRED})


class Standing(StrEnum):
    """What became of the chain an event belongs to, which decides where its postings go."""

    ACTIVE = "active"
    FENCED = "fenced"
    WRITTEN_OFF = "written_off"
    STRAY = "stray"


# What such chains say is posted where they say it. Asked of every posting; each by its name takes three times as long.
_AS_TOLD = (Standing.ACTIVE, Standing.FENCED)


class Rule(StrEnum):
    """The rule that an event broke, or that head office could only keep at the house's cost."""

    UNREADABLE = "unreadable"
    UNBALANCED = "unbalanced"
    FOREIGN_PLACE = "foreign_place"
    AMOUNT_OUT_OF_RANGE = "amount_out_of_range"
    ID_USED_TWICE = "id_used_twice"
    OVERDRAWN = "overdrawn"
    STRAY = "stray"
    STRAY_WORD = "stray_word"
    LATE_SPEND = "late_spend"
    SHORTFALL = "shortfall"
    PHONE_TAKEN = "phone_taken"
    CARD_TAKEN = "card_taken"
    REFUND_AT_RISK = "refund_at_risk"
    NOT_FOLLOWED_UP = "not_followed_up"
    LOOKED_UP_TOO_OFTEN = "looked_up_too_often"


class Fact(NamedTuple):
    """One uploaded event's entries; `source` names it for ever, `fault` is set where they cannot be posted.

    `branch`: the event's hash where it is a stray, which its seq does not name. `is_word`: a stray that tells of a
    member or a card, which nobody acts on.
    """

    source: str
    till: TillId
    epoch: int
    seq: int
    standing: Standing
    entries: tuple[Entry, ...] = ()
    fault: Rule | None = None
    branch: bytes = b""
    is_word: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a till was granted of a lot beyond what head office knows of; below 0 what never arrived there."""

    till: TillId
    wallet: WalletId
    unit: Unit
    lot: Lot
    amount: int


@dataclass(frozen=True, slots=True)
class Alert:
    """For a person: which event broke which rule, and what it cost the house (`amount`, in the unit)."""

    till: TillId
    epoch: int
    seq: int
    rule: Rule
    wallet: WalletId | None = None
    unit: Unit | None = None
    lot: Lot | None = None
    amount: int = 0


class Line(NamedTuple):
    """One posting of one source."""

    source: str
    kind: EntryKind
    posting: Posting


@dataclass(slots=True)
class Outcome:
    """What is to be written: lines in their order, how accounts change, and what a person must hear.

    `needed`: what each members' account that gives must hold beforehand, where nobody has looked.
    """

    lines: list[Line] = field(default_factory=list)
    changes: dict[Account, int] = field(default_factory=dict)
    alerts: list[Alert] = field(default_factory=list)
    needed: dict[Account, int] = field(default_factory=dict)


def shares(want: int, available: Mapping[Lot, int], room: int, day: str) -> Sequence[tuple[Lot, int]]:
    """What of each lot to grant: oldest expiry first, no more than is wanted, there, and below the cap (`room`)."""
    left = min(want, room)
    given: list[tuple[Lot, int]] = []
    for lot in sorted((lot for lot in available if lot.usable_on(day)), key=lambda lot: lot.age_order()):
        part = min(left, available[lot])
        if part > 0:
            given.append((lot, part))
            left -= part
    return given


def fault_in(entries: Sequence[Entry], till: TillId) -> Rule | None:
    """Why these entries of a till cannot be posted as they are; None where they can."""
    here = lease_at(till)
    for entry in entries:
        if len(entry.postings) < 2 or imbalance(entry):
            return Rule.UNBALANCED
        for _, _, _, place, amount, _ in entry.postings:
            if abs(amount) > LARGEST_AMOUNT:
                return Rule.AMOUNT_OUT_OF_RANGE
            if place == OFFICE:
                if entry.kind is not EntryKind.LEASE_RETURN or amount < 0:
                    return Rule.FOREIGN_PLACE
            elif place != here and place not in _TILL_MAY_POST_AT:
                return Rule.FOREIGN_PLACE
    return None


def members_accounts(facts: Iterable[Fact], known: Iterable[Known] = ()) -> set[Account]:
    """The members' accounts whose balances `post` needs: those that give."""
    touched: set[Account] = set()
    for grant in known:
        touched.add((grant.wallet, grant.unit, grant.lot.key, OFFICE))
        touched.add((grant.wallet, grant.unit, grant.lot.key, lease_at(grant.till)))
    for fact in facts:
        if fact.fault is None:
            for entry in fact.entries:
                for posting in entry.postings:
                    if posting.amount < 0 and is_members(place := routed(posting.place, posting.amount, fact)):
                        touched.add((posting.wallet, posting.unit, posting.lot.key, place))
    return touched


def routed(told: Place, amount: int, fact: Fact) -> Place:
    """Where a fact's posting goes that its till told of a place, given what became of the till.

    A written-off till's leases were made good from the reserve: its late spends are the house's loss, its late
    returns refill the reserve, its late credits are the member's. A stray branch touches no member's account.
    """
    if fact.standing in _AS_TOLD or not is_members(told):
        return told
    if fact.standing is Standing.STRAY:
        return suspense_of(fact.till)
    if told == OFFICE:
        return RESERVE
    return OFFICE if amount > 0 else DISPUTED


def post(
    facts: Iterable[Fact],
    balances: Mapping[Account, int] | None,
    *,
    merchant: MerchantId,
    settlement: str,
    known: Iterable[Known] = (),
) -> Outcome:
    """Post facts in their order; totals as the tills know them first, a shortfall from the wallet's reserve last.

    `balances` are those of `members_accounts`; None where nobody has looked: then each is taken to cover what is spent
    from it, and the outcome says what that takes. `settlement` names the lines that head office adds itself.
    """
    book = _Book(balances, merchant, settlement)
    for grant in known:
        book.remember(grant)
    for fact in facts:
        book.post(fact)
    book.cover_shortfalls()
    return book.outcome


def written_off(leases: Iterable[tuple[Account, int]], merchant: MerchantId, source: str) -> Outcome:
    """A lost till's leases: disputed, and made good to the member from the reserve by the same sum."""
    book = _Book({}, merchant, source)
    for (wallet, unit, lot, place), balance in leases:
        for at, amount in ((place, -balance), (DISPUTED, balance), (RESERVE, -balance), (OFFICE, balance)):
            book.write(source, EntryKind.WRITE_OFF, Posting(wallet, unit, Lot.from_key(lot), at, amount, merchant))
    return book.outcome


def granted(till: TillId, wallet: WalletId, takes: Iterable[Take], merchant: MerchantId, source: str) -> Outcome:
    """A grant: from what lies at head office into the till's lease."""
    book = _Book({}, merchant, source)
    for part in takes:
        for at, amount in ((OFFICE, -part.amount), (lease_at(till), part.amount)):
            book.write(source, EntryKind.LEASE_GRANT, Posting(wallet, part.unit, part.lot, at, amount, merchant))
    return book.outcome


class _Book:
    """One posting run, and the balances before it."""

    def __init__(self, before: Mapping[Account, int] | None, merchant: MerchantId, settlement: str) -> None:
        self._before = before
        self._merchant = merchant
        self._settlement = settlement
        self._known: dict[Account, Known] = {}
        self.outcome = Outcome()

    def remember(self, grant: Known) -> None:
        """The till was granted more than head office knows of: the part leaves `office`, even if nothing is there."""
        for at, amount in ((OFFICE, -grant.amount), (lease_at(grant.till), grant.amount)):
            posting = Posting(grant.wallet, grant.unit, grant.lot, at, amount, self._merchant)
            self.write(self._settlement, EntryKind.SETTLEMENT, posting)
        if grant.amount > 0:
            self._known[grant.wallet, grant.unit, grant.lot.key, OFFICE] = grant

    def post(self, fact: Fact) -> None:
        """Post one fact; what its lease does not hold is covered by suspense."""
        if fact.fault is not None:
            self.outcome.alerts.append(Alert(fact.till, fact.epoch, fact.seq, fact.fault))
            return
        if fact.is_word:
            self.outcome.alerts.append(Alert(fact.till, fact.epoch, fact.seq, Rule.STRAY_WORD))
        for kind, postings in fact.entries:
            for posting in postings:
                self._post(fact, kind, posting)

    def _post(self, fact: Fact, kind: EntryKind, posting: Posting) -> None:
        # Taken apart at once: by name each of them costs twice as much, and this is done for every posting of a chain.
        wallet, unit, lot, told, amount, _ = posting
        place = routed(told, amount, fact)
        account = (wallet, unit, lot.key, place)
        if amount >= 0:
            if place != told and kind is EntryKind.TOP_UP and fact.standing is Standing.STRAY:
                # The customer has paid, and does not have it.
                self._alert(fact, Rule.STRAY_WORD, posting, amount)
        elif is_members(place):
            short = self._short(account, -amount)
            if short:
                self._alert(fact, Rule.OVERDRAWN, posting, short)
                self.write(fact.source, kind, posting._replace(place=suspense_of(fact.till), amount=-short))
                amount += short
                if not amount:
                    return
                posting = posting._replace(amount=amount)
        elif place != told:
            rule = Rule.STRAY if fact.standing is Standing.STRAY else Rule.LATE_SPEND
            self._alert(fact, rule, posting, -amount)
        self._add(Line(fact.source, kind, posting if place == told else posting._replace(place=place)), account, amount)

    def _short(self, account: Account, spent: int) -> int:
        """How much of what is spent a member's account does not hold by now."""
        moved, needed = self.outcome.changes.get(account, 0), self.outcome.needed
        if self._before is not None:
            return max(0, spent - max(0, self._before.get(account, 0) + moved))
        if spent - moved > needed.get(account, 0):
            needed[account] = spent - moved
        return 0

    def cover_shortfalls(self) -> None:
        """No account of a member is left below 0: its wallet's reserve pays."""
        for account, grant in sorted(self._known.items(), key=lambda known: known[0]):
            balance = (self._before or {}).get(account, 0) + self.outcome.changes[account]
            if balance < 0:
                for at, amount in ((RESERVE, balance), (OFFICE, -balance)):
                    posting = Posting(grant.wallet, grant.unit, grant.lot, at, amount, self._merchant)
                    self.write(self._settlement, EntryKind.SETTLEMENT, posting)
                alert = Alert(grant.till, 0, 0, Rule.SHORTFALL, grant.wallet, grant.unit, grant.lot, -balance)
                self.outcome.alerts.append(alert)

    def _alert(self, fact: Fact, rule: Rule, posting: Posting, amount: int) -> None:
        about = (posting.wallet, posting.unit, posting.lot, amount)
        self.outcome.alerts.append(Alert(fact.till, fact.epoch, fact.seq, rule, *about))

    def write(self, source: str, kind: EntryKind, posting: Posting) -> None:
        """Take a line into the outcome."""
        wallet, unit, lot, place, amount, _ = posting
        self._add(Line(source, kind, posting), (wallet, unit, lot.key, place), amount)

    def _add(self, line: Line, account: Account, amount: int) -> None:
        changes = self.outcome.changes
        self.outcome.lines.append(line)
        changes[account] = changes.get(account, 0) + amount
