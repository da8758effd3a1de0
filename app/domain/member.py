"""Members, their cards, and what a till knows of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Member:
    """A member as the directory knows them. `birthday` is an ISO date or empty, `tier` head office's word.

    `measures` are what the tier rests on, by name, as of the directory's cursor (money in minor units).
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
