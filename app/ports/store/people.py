"""What was told of members here, and the care for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.domain.ids import EventId, MemberId, WalletId
from app.domain.journal import Event
from app.domain.people.care import Care, CareNoted
from app.domain.people.facts import PeopleFact


class Sought(Enum):
    """By what a member is looked for; LETTERS are pinyin or its initials."""

    PHONE = "phone"
    LAST_FOUR = "last_four"
    NAME = "name"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class ToldFact:
    """What was told of a member here: by which event, on which business day."""

    told_by: EventId
    day: str
    fact: PeopleFact


class People(Protocol):
    """What was told of members at this till. It counts until the directory has heard of event `seq` behind it."""

    def record(self, event: Event, fact: PeopleFact) -> None:
        """Keep it."""

    def told_of(self, member: MemberId, since_seq: int) -> Sequence[ToldFact]:
        """What was told here of a member after `since_seq`, in its order; not what was forgotten since."""

    def seek(self, sought: Sought, text: str, since_seq: int, limit: int) -> Sequence[MemberId]:
        """Who was told here after `since_seq` to have such a phone or name; the last one first."""

    def forget(self, places: Iterable[tuple[int, int]]) -> None:
        """Drop the keys of the words told by the events at these places (epoch, seq): a member was forgotten."""


class CareNotes(Protocol):
    """Steps of care noted at this till."""

    def record(self, event: Event, noted: Care) -> None:
        """Keep it."""

    def followed_up(self, wallet: WalletId) -> frozenset[str]:
        """The follow-ups of a wallet that were ticked off here, by key."""

    def complaint_steps(self, wallet: WalletId | None = None) -> Sequence[CareNoted]:
        """Steps of complaints noted here, oldest first: of one wallet, or the last of all."""
