"""What offers need to remember of the pieces so far, seen from the pieces that are still to come.

Two states that can do the same with the rest are one, and a group that cannot be completed any more is none: this keeps
the ways through the item step few without leaving out any.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.pricing.options import Component, Option, served
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Slot, Takes

Slots = tuple[Slot, ...]
"""What the offers that tie pieces together remember, each its own."""


class ToCome:
    """Counts the pieces of a component that are still to come, by offer and part."""

    def __init__(
        self,
        component: Component,
        piles: Sequence[Pile],
        options: Sequence[Sequence[Option]],
        offers: Sequence[Takes],
    ) -> None:
        self._place = {index: number for number, index in enumerate(component.linked)}
        self._offers = [offers[index] for index in component.linked]
        self._left = [[0] * len(offer.parts) for offer in self._offers]
        self._parts: dict[int, frozenset[tuple[int, int]]] = {}
        for pile in component.piles:
            self._parts[pile] = frozenset(self._served(options[pile]))
            for at, part in self._parts[pile]:
                self._left[at][part] += piles[pile].count

    def _served(self, options: Iterable[Option]) -> Iterable[tuple[int, int]]:
        for option in options:
            for index, part in served(option):
                if index in self._place:
                    yield self._place[index], part

    def past(self, pile: int) -> "Memory":
        """One piece of the pile has gone by: what the offers that might have taken it remember now."""
        for at, part in self._parts[pile]:
            self._left[at][part] -= 1
        return Memory({at: (self._offers[at], tuple(self._left[at])) for at, _ in self._parts[pile]})


class Memory:
    """Makes slots as small as what is to come allows; the same slot is asked for only once."""

    def __init__(self, offers: Mapping[int, tuple[Takes, Sequence[int]]]) -> None:
        self._asked = [(at, offer, left, dict[Slot, Slot | None]()) for at, (offer, left) in offers.items()]

    def of(self, slots: Slots) -> Slots | None:
        """The slots as they are to be kept; None where a group cannot be completed any more."""
        for at, offer, left, known in self._asked:
            slot = slots[at]
            if slot not in known:
                known[slot] = offer.kept(slot, left)
            kept = known[slot]
            if kept is None:
                return None
            if kept != slot:
                slots = (*slots[:at], kept, *slots[at + 1 :])
        return slots
