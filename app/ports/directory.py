"""The directory: members, cards and balances as of a cursor; a copy that can always be fetched again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.ids import CardNumber, MemberId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, Member


@dataclass(frozen=True, slots=True)
class DirectoryMark:
    """How fresh the copy is: head office's cursor, and the last event of this till it had applied.

    `applied_seq` counts in the till's epoch of today; below 0 it is so many events before its beginning.
    """

    cursor: int
    applied_seq: int


class Directory(Protocol):
    """Look-ups. Every search returns at most `limit` members, best first, in well under 5 ms at a million members."""

    def mark(self) -> DirectoryMark:
        """How fresh the copy is."""

    def heard(self, wallet: WalletId) -> int:
        """The last event of this till that what is said here of the wallet has in it; as `applied_seq` counts."""

    def followed(self, wallet: WalletId) -> int:
        """The last event of this till that is in what is said here of the member's tiers and measures.

        Head office follows an event up a moment after it has posted it.
        """

    def card(self, number: CardNumber) -> Card | None:
        """The card with this number."""

    def cards_of(self, wallet: WalletId) -> Sequence[Card]:
        """The cards that open a wallet."""

    def member(self, member_id: MemberId) -> Member | None:
        """One member."""

    def balances(self, wallet: WalletId) -> Mapping[Unit, int]:
        """All there is in the wallet, by unit, wherever it lies, as of the mark."""

    def by_phone(self, phone: str, limit: int) -> Sequence[Member]:
        """With exactly this phone number."""

    def by_last_four(self, digits: str, limit: int, surname: str = "") -> Sequence[Member]:
        """Whose phone ends in these four digits; with this surname where given."""

    def by_name(self, prefix: str, limit: int) -> Sequence[Member]:
        """Whose name, or given name, begins with `prefix`."""

    def by_initials(self, letters: str, limit: int) -> Sequence[Member]:
        """Whose pinyin initials begin with `letters` (zs -> 张三); surnames read right, other readings found too."""

    def by_pinyin(self, letters: str, limit: int) -> Sequence[Member]:
        """Whose full pinyin begins with `letters`."""
