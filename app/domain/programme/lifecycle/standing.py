"""What the programme knows of one member: tiers, value in lots, history; and how a reaction changes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.ids import TierId
from app.domain.ledger import POINTS, POINTS_DEBT, Lot, Unit
from app.domain.programme.lifecycle.facts import Fact, Joined
from app.domain.programme.rights import GROWTH


class Why(StrEnum):
    """Why value moved."""

    EARNED = "earned"
    ACTION = "action"
    GIFT = "gift"
    TOPPED_UP = "topped_up"
    SPENT = "spent"
    RETURNED = "returned"
    REVERTED = "reverted"
    EXPIRED = "expired"
    ADJUSTED = "adjusted"
    DEBT_PAID = "debt_paid"
    BOUGHT = "bought"


@dataclass(frozen=True, slots=True)
class Change:
    """`amount` (negative = taken) of one lot of a unit; `rule` is the id of what caused it, `number` the fact's."""

    unit: Unit
    lot: Lot
    amount: int
    why: Why
    day: str
    rule: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class HeldTier:
    """A tier on its ladder, since when and to which last day (ISO; empty = without end)."""

    tier: TierId
    since: str
    until: str = ""


class TierCause(StrEnum):
    """Why a tier changed."""

    JOINED = "joined"
    REACHED = "reached"
    BOUGHT = "bought"
    KEPT = "kept"
    BAND = "band"
    ONE_DOWN = "one_down"
    ENDED = "ended"
    LOST = "lost"
    BY_HAND = "by_hand"
    GIVEN = "given"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class TierChange:
    """The ladder's tier from one day on; None = none. `reason` and `approver` where a person decided."""

    ladder: str
    before: TierId | None
    after: HeldTier | None
    day: str
    cause: TierCause
    reason: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the member or the cashier: the message (or follow-up) by id, on a day."""

    message: str
    day: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What a fact or a night brings about. `done` are keys of gifts that are never given again.

    `undone` are keys that may be given again, because what they stand for came back.
    `shared` is what was used of limits for all, by unit of the programme's wallet; `withheld` the ids of what was not
    given because such a limit was reached.
    """

    changes: tuple[Change, ...] = ()
    tiers: tuple[TierChange, ...] = ()
    notes: tuple[Note, ...] = ()
    done: frozenset[str] = frozenset()
    shared: Mapping[Unit, int] = field(default_factory=dict)
    withheld: tuple[str, ...] = ()
    undone: frozenset[str] = frozenset()

    def then(self, later: "Reaction") -> "Reaction":
        """Both, one after the other."""
        shared = dict(self.shared)
        for unit, count in later.shared.items():
            shared[unit] = shared.get(unit, 0) + count
        return Reaction(
            (*self.changes, *later.changes),
            (*self.tiers, *later.tiers),
            (*self.notes, *later.notes),
            (self.done - later.undone) | later.done,
            shared,
            (*self.withheld, *later.withheld),
            (self.undone - later.done) | later.undone,
        )


NOTHING = Reaction()


@dataclass(frozen=True, slots=True)
class Standing:
    """One member under a programme. `lots` are all places together.

    `moves` is the history of points, growth and what was spent.
    """

    joined_on: str = ""
    birthday: str = ""
    kind: str = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)
    tiers: Mapping[str, HeldTier] = field(default_factory=dict)
    lots: Mapping[tuple[Unit, Lot], int] = field(default_factory=dict)
    history: tuple[Fact, ...] = ()
    moves: tuple[Change, ...] = ()
    tier_history: tuple[TierChange, ...] = ()
    done: frozenset[str] = frozenset()
    nights_through: str = ""

    def total(self, unit: Unit) -> int:
        """All there is of a unit."""
        return sum(amount for (held, _), amount in self.lots.items() if held == unit)

    def usable(self, unit: Unit, day: str) -> int:
        """What may be used of a unit on a day."""
        return sum(amount for (held, lot), amount in self.lots.items() if held == unit and lot.usable_on(day))

    def lots_of(self, unit: Unit, day: str) -> tuple[tuple[Lot, int], ...]:
        """The usable lots of a unit with something in them, the one that expires first in front."""
        lots = [(lot, n) for (held, lot), n in self.lots.items() if held == unit and n > 0 and lot.usable_on(day)]
        return tuple(sorted(lots, key=lambda part: part[0].age_order()))

    def tier_ids(self) -> frozenset[TierId]:
        """The tiers held, one a ladder."""
        return frozenset(held.tier for held in self.tiers.values())

    def after(self, reaction: Reaction, fact: Fact | None = None) -> "Standing":
        """The standing once a reaction (to a fact) has been posted."""
        lots = dict(self.lots)
        for change in reaction.changes:
            key = (change.unit, change.lot)
            lots[key] = lots.get(key, 0) + change.amount
        tiers = dict(self.tiers)
        for change_of_tier in reaction.tiers:
            if change_of_tier.after:
                tiers[change_of_tier.ladder] = change_of_tier.after
            else:
                tiers.pop(change_of_tier.ladder, None)
        joined = fact.moment.day if isinstance(fact, Joined) else ""
        return replace(
            self,
            joined_on=self.joined_on or joined,
            nights_through=self.nights_through or joined,
            lots={key: amount for key, amount in lots.items() if amount},
            tiers=tiers,
            history=(*self.history, fact) if fact else self.history,
            moves=(*self.moves, *(change for change in reaction.changes if _is_remembered(change))),
            tier_history=(*self.tier_history, *reaction.tiers),
            done=(self.done - reaction.undone) | reaction.done,
        )


def _is_remembered(change: Change) -> bool:
    return change.unit in (POINTS, GROWTH) or change.why in (Why.SPENT, Why.DEBT_PAID)


def taken(lots: Iterable[tuple[Lot, int]], amount: int) -> tuple[tuple[Lot, int], ...]:
    """`amount` from these lots in their order; less where they hold less."""
    parts: list[tuple[Lot, int]] = []
    for lot, held in lots:
        if amount <= 0:
            break
        parts.append((lot, min(held, amount)))
        amount -= parts[-1][1]
    return tuple(parts)


def points_debt(standing: Standing) -> int:
    """Points that were spent and then had to go back."""
    return standing.total(POINTS_DEBT)
