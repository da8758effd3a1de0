"""Members, their cards, and what a till knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.ids import CardNumber, MemberId, TierId, WalletId
from app.domain.ledger import Unit


class CardState(StrEnum):
    """Whether a card opens its wallet."""

    ACTIVE = "active"
    FROZEN = "frozen"
    LOST = "lost"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Card:
    """A card opens a wallet; several cards can open one. An anonymous card has no member."""

    number: CardNumber
    wallet: WalletId
    member: MemberId | None
    state: CardState = CardState.ACTIVE


@dataclass(frozen=True, slots=True)
class TierHeld:
    """A tier on a ladder of its own beside the main one, to its last day (ISO; empty = without end)."""

    tier: TierId
    until: str = ""


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """The member is to be asked about something from a day on (ISO): the follow-up by id, and what it is about.

    `sale` is the purchase it came from, where one is known, `pet` the name of the pet it is about, if it is.
    """

    follow_up: str
    due_on: str
    about: str = ""
    sale: str = ""
    pet: str = ""

    @property
    def key(self) -> str:
        """What names it, so that it is ticked off once and for good."""
        key = f"{self.follow_up}:{self.sale or self.due_on}"
        return f"{key}:{self.pet}" if self.pet else key


class Consent(StrEnum):
    """What a member may allow: offers and greetings to their phone, their data to partners of an alliance."""

    MESSAGES = "messages"
    PARTNERS = "partners"


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no to one of these; `told_by` is the event it was told by."""

    given: bool
    told_by: str


@dataclass(frozen=True, slots=True)
class Member:
    """A member as the directory knows them. `birthday` is an ISO date or empty, `tier` head office's word.

    `tier_until` is the tier's last day where it has one, `more_tiers` are those on further ladders.
    `measures` are what the tier rests on, by name, as head office told them on the day `measured_on` (money in minor
    units); `drops` names, of those that time alone changes, the first day of another value and that value. `added` is
    what of the measures this till's own sales have brought since. `tags` and `fields` are what the programme declares
    and the shop has noted; `kind` is person or company, `colleague` the id of who looks after them, if anybody. What is
    not in `consents` was never asked.
    """

    id: MemberId
    wallet: WalletId
    name: str
    phone: str
    tier: TierId | None = None
    birthday: str = ""
    joined_on: str = ""
    last_visit_on: str = ""
    measures: Mapping[str, int] = field(default_factory=dict)
    added: Mapping[str, int] = field(default_factory=dict)
    kind: str = "person"
    gender: str = ""
    identified: bool = False
    tags: frozenset[str] = frozenset()
    fields: Mapping[str, str] = field(default_factory=dict)
    tier_until: str = ""
    more_tiers: tuple[TierHeld, ...] = ()
    follow_ups: tuple[DueFollowUp, ...] = ()
    consents: Mapping[Consent, Decision] = field(default_factory=dict)
    measured_on: str = ""
    drops: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    colleague: str = ""

    def as_of(self, day: str) -> "Member":
        """The member on an ISO day: what has ended by then is gone, follow-ups of later days are not yet there."""
        dropped = {name: value for name, (on, value) in self.drops.items() if on <= day}
        return replace(
            self,
            measures={**self.measures, **dropped},
            more_tiers=tuple(held for held in self.more_tiers if not held.until or day <= held.until),
            follow_ups=tuple(due for due in self.follow_ups if due.due_on <= day),
        )


@dataclass(frozen=True, slots=True)
class Holding:
    """One unit of a wallet: all there is of it, and what this till may spend today."""

    unit: Unit
    total: int
    usable_here: int

    @property
    def elsewhere(self) -> int:
        """What lies at head office or other tills, or is not usable today."""
        return max(0, self.total - self.usable_here)


@dataclass(frozen=True, slots=True)
class MemberView:
    """What the cashier sees after a swipe: the person (if named), the card, and the wallet's holdings."""

    wallet: WalletId
    member: Member | None
    card: Card | None
    holdings: Mapping[Unit, Holding]

    def usable(self, unit: Unit) -> int:
        """What this till may spend of `unit` today."""
        holding = self.holdings.get(unit)
        return holding.usable_here if holding else 0

    def total(self, unit: Unit) -> int:
        """All there is of `unit`."""
        holding = self.holdings.get(unit)
        return holding.total if holding else 0
