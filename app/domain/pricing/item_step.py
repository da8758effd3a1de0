"""The item step, piece by piece: every way in which item promotions may take the pieces, of equal ones the cheapest.

A state is what the offers remember of the pieces so far (`taking`) and, where later thresholds are watched, what later
steps would see. Two ways to the same state are equal from there on, so only the cheaper one is kept: this is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.money import allocate
from app.domain.pricing.options import NOTHING, Component, Option
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Slot, Takes

Path = tuple["Path", int, Option] | None
"""The choices so far, backwards: the path before, the pile, its option."""

Seen = tuple[tuple[int, ...], tuple[tuple[int, Option], ...]]
"""What later steps would see: sums of classes of pieces, and pieces whose own price matters or is not yet known."""

UNSEEN: Seen = ((), ())


@dataclass(frozen=True, slots=True)
class Way:
    """One way through some piles: what they cost, how many rights that takes, and the choices."""

    cost_minor: int
    uses: int
    path: Path


@dataclass(slots=True)
class Effort:
    """How much searching is left; once it is used up the search goes on with the most promising only."""

    steps: int
    is_exact: bool = True

    def width(self, options: int) -> int:
        """How many states may be kept for a piece with so many options."""
        return max(4, min(4_000, self.steps // (40 * max(1, options))))


@dataclass(frozen=True, slots=True)
class Watch:
    """What later steps tell apart. `classes`: per pile its class; `by_piece`: every single price matters."""

    classes: Sequence[int]
    size: int
    by_piece: bool
    with_flags: bool

    def start(self) -> Seen:
        """Nothing seen yet."""
        return ((0,) * self.size, ())

    def add(self, seen: Seen, pile: int, option: Option, price: int, offers: Sequence[Takes]) -> Seen:
        """One more piece."""
        sums, singles = seen
        if self.by_piece or any(offers[index].is_shared for index, _ in option):
            return (sums, tuple(sorted((*singles, (pile, option)))))
        place = self.classes[pile]
        if self.with_flags and option:
            place += 1 + any(offers[index].live.offer.exclusive for index, _ in option)
        return ((*sums[:place], sums[place] + price, *sums[place + 1 :]), singles)


def price_before(pile: Pile, option: Option, offers: Sequence[Takes]) -> int:
    """At which price a piece enters the item step: its tier price unless an offer wants the list price."""
    return pile.tier_minor if all(offers[i].live.offer.on_tier_price for i, _ in option) else pile.list_minor


def ways_through(
    component: Component,
    piles: Sequence[Pile],
    options: Sequence[Sequence[Option]],
    offers: Sequence[Takes],
    watch: Watch | None,
    effort: Effort,
) -> Mapping[Seen, Way]:
    """The cheapest way through the component for everything that later steps could see."""
    place = {index: number for number, index in enumerate(component.linked)}
    start = tuple(offers[index].start for index in component.linked)
    states = {(start, watch.start() if watch else UNSEEN): Way(0, 0, None)}
    for pile in component.piles:
        for _ in range(piles[pile].count):
            states = _one_more(states, pile, piles, options[pile], offers, watch, place)
            states = _narrowed(states, len(options[pile]), effort)
    return _complete(states, component.linked, offers)


def _one_more(
    states: Mapping[tuple[tuple[Slot, ...], Seen], Way],
    pile: int,
    piles: Sequence[Pile],
    options: Sequence[Option],
    offers: Sequence[Takes],
    watch: Watch | None,
    place: Mapping[int, int],
) -> dict[tuple[tuple[Slot, ...], Seen], Way]:
    after: dict[tuple[tuple[Slot, ...], Seen], Way] = {}
    for option in options:
        before = price_before(piles[pile], option, offers)
        for (slots, seen), way in states.items():
            entered = _enter(slots, option, before, piles[pile].quantity_milli, offers, place)
            if entered is None:
                continue
            next_slots, price, besides, uses = entered
            key = (next_slots, watch.add(seen, pile, option, price, offers) if watch else UNSEEN)
            cost, uses = way.cost_minor + price + besides, way.uses + uses
            known = after.get(key)
            if known is None or (cost, uses) < (known.cost_minor, known.uses):
                after[key] = Way(cost, uses, (way.path, pile, option))
    return after


def _enter(
    slots: tuple[Slot, ...],
    option: Option,
    price: int,
    quantity_milli: int,
    offers: Sequence[Takes],
    place: Mapping[int, int],
) -> tuple[tuple[Slot, ...], int, int, int] | None:
    besides = uses = 0
    for index, part in option:
        at = place.get(index, -1)
        entered = offers[index].enter(slots[at] if at >= 0 else offers[index].start, part, price, quantity_milli)
        if entered is None:
            return None
        slot, price, paid, used = entered
        besides, uses = besides + paid, uses + used
        if at >= 0:
            slots = (*slots[:at], slot, *slots[at + 1 :])
    return slots, price, besides, uses


def _narrowed(
    states: dict[tuple[tuple[Slot, ...], Seen], Way], options: int, effort: Effort
) -> dict[tuple[tuple[Slot, ...], Seen], Way]:
    effort.steps -= len(states) * options
    width = effort.width(options)
    if len(states) <= width:
        return states
    effort.is_exact = False
    # The way without any open group stays, so that there is always one that can be finished.
    kept = sorted(states.items(), key=lambda each: (_is_open(each[0][0]), each[1].cost_minor, each[1].uses))
    closed = kept[: max(1, width // 4)]
    rest = sorted(kept[len(closed) :], key=lambda each: (each[1].cost_minor, each[1].uses))
    return dict(closed + rest[: width - len(closed)])


def _is_open(slots: tuple[Slot, ...]) -> bool:
    return any(any(slot[:1]) or any(slot[2:]) for slot in slots)


def _complete(
    states: Mapping[tuple[tuple[Slot, ...], Seen], Way], linked: Sequence[int], offers: Sequence[Takes]
) -> Mapping[Seen, Way]:
    done: dict[Seen, Way] = {}
    for (slots, seen), way in states.items():
        extras = [offers[index].leave(slot) for index, slot in zip(linked, slots, strict=True)]
        if any(extra is None for extra in extras):
            continue
        cost = way.cost_minor + sum(extra or 0 for extra in extras)
        known = done.get(seen)
        if known is None or (cost, way.uses) < (known.cost_minor, known.uses):
            done[seen] = Way(cost, way.uses, way.path)
    return done


def never_below(
    component: Component, piles: Sequence[Pile], options: Sequence[Sequence[Option]], offers: Sequence[Takes]
) -> int:
    """A sum that the component cannot cost less than."""
    return sum(piles[pile].count * _least(piles[pile], options[pile], offers) for pile in component.piles)


def _least(pile: Pile, options: Sequence[Option], offers: Sequence[Takes]) -> int:
    return min(
        (price := price_before(pile, option, offers))
        - sum(offers[index].at_most(part, price, pile.quantity_milli) for index, part in option)
        for option in options
    )


@dataclass(frozen=True, slots=True)
class Used:
    """An offer as it was used: on which pieces, saving how much on each, taking how many uses."""

    by: Takes
    pieces: tuple[int, ...]
    savings: tuple[int, ...]
    times: int


@dataclass(frozen=True, slots=True)
class AfterItems:
    """The pieces after the item step. `undo`: what the tier price still saves on each; masks are of pieces."""

    prices: tuple[int, ...]
    undo: tuple[int, ...]
    touched: int
    barred: int
    used: tuple[Used, ...]


def chosen_along(path: Path, piles: Sequence[Pile]) -> list[Option]:
    """The option of every piece, in canonical order."""
    by_pile: dict[int, list[Option]] = {}
    while path:
        path, pile, option = path
        by_pile.setdefault(pile, []).append(option)
    return [
        option for number, pile in enumerate(piles) for option in reversed(by_pile.get(number, [NOTHING] * pile.count))
    ]


def apply_items(
    choices: Sequence[Option], of_pile: Sequence[int], piles: Sequence[Pile], offers: Sequence[Takes]
) -> AfterItems:
    """What the choices cost piece by piece; savings of several pieces together are shared to the last cent."""
    prices = [price_before(piles[pile], option, offers) for pile, option in zip(of_pile, choices, strict=True)]
    undo = [
        piles[pile].list_minor - piles[pile].tier_minor
        if all(offers[index].live.offer.on_tier_price for index, _ in option)
        else 0
        for pile, option in zip(of_pile, choices, strict=True)
    ]
    touched = barred = 0
    takers: dict[int, list[int]] = {}
    for piece, option in enumerate(choices):
        for index, _ in option:
            takers.setdefault(index, []).append(piece)
            touched |= 1 << piece
            barred |= offers[index].live.offer.exclusive << piece
    used: list[Used] = []
    for index in sorted(takers):
        pieces = takers[index]
        savings, times = _savings(offers[index], pieces, prices, of_pile, piles)
        for piece, saving in zip(pieces, savings, strict=True):
            prices[piece] -= saving
        used.append(Used(offers[index], tuple(pieces), savings, times))
    return AfterItems(tuple(prices), tuple(undo), touched, barred, tuple(used))


def _savings(
    offer: Takes, pieces: Sequence[int], prices: Sequence[int], of_pile: Sequence[int], piles: Sequence[Pile]
) -> tuple[tuple[int, ...], int]:
    now = [prices[piece] for piece in pieces]
    savings, times = offer.savings(now, [piles[of_pile[piece]].quantity_milli for piece in pieces])
    cap = offer.live.cap_minor
    return (savings if cap is None or sum(savings) <= cap else allocate(cap, savings)), times
