"""What a till reaches the world through, for tests: a clock that is moved, chance that counts, a handful of members."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Member
from app.ports.directory import DirectoryMark

SHANGHAI = dt.timezone(dt.timedelta(hours=8))


@dataclass
class FixedClock:
    """A clock that stands until a test moves it, in Shanghai wherever the test runs."""

    wall: int
    mono: int = 0

    def now_ms(self) -> int:
        """The wall clock."""
        return self.wall

    def monotonic_ms(self) -> int:
        """The other one."""
        return self.mono

    def pass_ms(self, milliseconds: int) -> None:
        """Time goes by on both."""
        self.wall += milliseconds
        self.mono += milliseconds

    def local_date(self, at_ms: int) -> str:
        """The date in Shanghai."""
        return self.local_time(at_ms)[:10]

    def local_time(self, at_ms: int) -> str:
        """The time in Shanghai."""
        return dt.datetime.fromtimestamp(at_ms / 1000, SHANGHAI).strftime("%Y-%m-%d %H:%M:%S")


class CountedBytes:
    """Randomness that counts, so that every id is another and every run the same."""

    def __init__(self) -> None:
        self._next = itertools.count(1)

    def bytes(self, count: int) -> bytes:
        """The next number."""
        return next(self._next).to_bytes(count, "big")


class PlainPins:
    """A hasher that is quick."""

    def hash(self, pin: str) -> str:
        """The PIN behind a mark."""
        return f"plain:{pin}"

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether it is the one."""
        return pin_hash == f"plain:{pin}"


@dataclass
class ListedMembers:
    """A directory in memory. `letters` are the pinyin initials and the pinyin of those who can be found by them.

    Of what was applied, head office has not followed up the last `behind` events.
    """

    members: dict[MemberId, Member] = field(default_factory=dict)
    cards: dict[CardNumber, Card] = field(default_factory=dict)
    amounts: Mapping[WalletId, Mapping[Unit, int]] = field(default_factory=dict)
    letters: Mapping[MemberId, tuple[str, str]] = field(default_factory=dict)
    applied_seq: int = 0
    behind: int = 0

    def mark(self) -> DirectoryMark:
        """How fresh."""
        return DirectoryMark(1, self.applied_seq)

    def heard(self, wallet: WalletId) -> int:
        """As the mark."""
        return self.mark().applied_seq

    def followed(self, wallet: WalletId) -> int:
        """The mark, or as far behind it."""
        return self.applied_seq - self.behind

    def card(self, number: CardNumber) -> Card | None:
        """One card."""
        return self.cards.get(number)

    def cards_of(self, wallet: WalletId) -> Sequence[Card]:
        """A wallet's cards."""
        return [card for card in self.cards.values() if card.wallet == wallet]

    def member(self, member_id: MemberId) -> Member | None:
        """One member."""
        return self.members.get(member_id)

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        """A wallet's balances."""
        return self.amounts.get(wallet, {})

    def by_phone(self, phone: str, limit: int) -> Sequence[Member]:
        """Exact."""
        return [m for m in self.members.values() if m.phone == phone][:limit]

    def by_last_four(self, digits: str, limit: int, surname: str = "") -> Sequence[Member]:
        """The end of the phone."""
        return [m for m in self.members.values() if m.phone.endswith(digits) and m.name.startswith(surname)][:limit]

    def by_name(self, prefix: str, limit: int) -> Sequence[Member]:
        """The beginning of the name."""
        return [m for m in self.members.values() if m.name.startswith(prefix)][:limit]

    def by_initials(self, letters: str, limit: int) -> Sequence[Member]:
        """The beginning of the initials."""
        return [m for m in self.members.values() if self._letters(m)[0].startswith(letters)][:limit]

    def by_pinyin(self, letters: str, limit: int) -> Sequence[Member]:
        """The beginning of the pinyin."""
        return [m for m in self.members.values() if self._letters(m)[1].startswith(letters)][:limit]

    def _letters(self, member: Member) -> tuple[str, str]:
        return self.letters.get(member.id, ("", ""))
