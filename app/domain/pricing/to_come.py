"""What offers need to remember of the pieces so far, seen from the pieces that are still to come.

Two states that can do the same with the rest are one, and a group that cannot be completed any more is none: this keeps
the ways through the item step few without leaving out any.
"""

from collections.abc import Iterable, Sequence

from app.domain.pricing.options import Component, Option, served
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Rest, Slot, Takes

Slots = tuple[Slot, ...]
"""What the offers that tie pieces together remember, each its own."""


class Coming:
    """The pieces still to come for one offer."""

    def __init__(self, offer: Takes) -> None:
        self.offer = offer
        self._counts = [0] * len(offer.parts)
        self._prices: list[tuple[int, int]] = [(0, 0)]
        self._piles: list[int] = []

    def add(self, pile: Pile, parts: Iterable[int]) -> None:
        """Pieces that come before all that are here."""
        for part in parts:
            self._counts[part] += pile.count
        if self.offer.cap_minor is not None:
            least, most = self._prices[-1] if len(self._prices) > 1 else (pile.tier_minor, 0)
            self._prices.append((min(least, pile.tier_minor), max(most, pile.list_minor)))
            self._piles.append(pile.count)

    def past(self, parts: Iterable[int]) -> Rest:
        """What is left once the next piece has gone by."""
        for part in parts:
            self._counts[part] -= 1
        if self._piles:
            self._piles[-1] -= 1
            if not self._piles[-1]:
                self._piles.pop()
                self._prices.pop()
        return Rest(tuple(self._counts), *self._prices[-1])


class ToCome:
    """The pieces of a component that are still to come, by offer."""

    def __init__(
        self,
        component: Component,
        piles: Sequence[Pile],
        options: Sequence[Sequence[Option]],
        offers: Sequence[Takes],
    ) -> None:
        place = {index: number for number, index in enumerate(component.linked)}
        self._coming = [Coming(offers[index]) for index in component.linked]
        self._parts: dict[int, dict[int, set[int]]] = {}
        for pile in reversed(component.piles):
            mine = self._parts[pile] = dict[int, set[int]]()
            for option in options[pile]:
                for index, part in served(option):
                    if index in place:
                        mine.setdefault(place[index], set()).add(part)
            for at, parts in mine.items():
                self._coming[at].add(piles[pile], parts)

    def past(self, pile: int) -> "Memory":
        """One piece of the pile has gone by: what the offers that might have taken it remember now."""
        rests = [(at, self._coming[at].offer, self._coming[at].past(parts)) for at, parts in self._parts[pile].items()]
        return Memory([each for each in rests if each[1].forgets(each[2])])


class Memory:
    """Makes slots as small as what is to come allows; the same slot is asked for only once."""

    def __init__(self, offers: Iterable[tuple[int, Takes, Rest]]) -> None:
        self._asked = [(at, offer, rest, dict[Slot, Slot | None]()) for at, offer, rest in offers]

    @property
    def is_full(self) -> bool:
        """Whether all slots stay as they are."""
        return not self._asked

    def of(self, slots: Slots) -> Slots | None:
        """The slots as they are to be kept; None where a group cannot be completed any more."""
        for at, offer, rest, known in self._asked:
            slot = slots[at]
            if slot not in known:
                known[slot] = offer.kept(slot, rest)
            kept = known[slot]
            if kept is None:
                return None
            if kept != slot:
                slots = (*slots[:at], kept, *slots[at + 1 :])
        return slots
