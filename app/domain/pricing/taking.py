"""How an item promotion takes pieces, one after the other, dearest first: what all kinds of them have in common."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from app.domain.pricing.live import Live
from app.domain.pricing.pieces import Pile
from app.domain.programme.model import Goods

Slot = tuple[int, ...]
"""What an offer remembers of the pieces it has taken so far: counts, and its saving where that is capped."""

Entered = tuple[Slot, int, int, int]
"""After a piece was taken: the slot, what the piece still costs, what its group costs now, rights used.

Under a cap the piece costs what it did, and what all of the offer's pieces save together is a cost below nothing.
"""


class Rest(NamedTuple):
    """The pieces still to come for an offer: how many for each part, and what one costs at least and at most.

    The prices are told where the offer has a cap.
    """

    counts: tuple[int, ...]
    least_minor: int = 0
    most_minor: int = 0


class Takes(Protocol):
    """One item promotion as it takes pieces."""

    @property
    def live(self) -> Live:
        """The offer."""

    @property
    def parts(self) -> tuple[Goods, ...]:
        """The goods of its parts."""

    @property
    def counts(self) -> tuple[int, ...]:
        """How many pieces of each part make a group."""

    @property
    def start(self) -> Slot:
        """Nothing taken yet."""

    @property
    def cap_minor(self) -> int | None:
        """What it saves at most, where its goods can save more than that."""

    @property
    def is_linked(self) -> bool:
        """Whether what it does to a piece depends on other pieces."""

    @property
    def is_shared(self) -> bool:
        """Whether its saving belongs to several pieces together: it takes no piece of another item promotion."""

    def enter(self, slot: Slot, part: int, price: int, quantity_milli: int) -> Entered | None:
        """Take a piece at `price` for `part`; None where it cannot."""

    def is_open(self, slot: Slot) -> bool:
        """Whether a group is begun and not complete."""

    def kept(self, slot: Slot, rest: Rest) -> Slot | None:
        """As little as it need remember where these pieces are still to come.

        None where a group that is begun cannot be completed any more.
        """

    def forgets(self, rest: Rest) -> bool:
        """Whether it may remember less than it does, as these pieces are still to come."""

    def begun(self, slot: Slot, pile: Pile) -> int:
        """What a group that is begun will bring about, if all its pieces cost as much as one of the pile."""

    def needs(self, taken: tuple[int, ...]) -> frozenset[int]:
        """Which parts a group with these parts still needs."""

    def at_most(self, part: int, price: int, quantity_milli: int) -> int:
        """No piece saves more than this, averaged over its group: for bounds."""

    def savings(self, prices: Sequence[int], quantities_milli: Sequence[int]) -> tuple[tuple[int, ...], int]:
        """What it saves on each of all the pieces it has taken, before its cap, and how many uses that is."""

    def fits(self, pile: Pile) -> bool:
        """Whether pieces of the pile may be counted."""
