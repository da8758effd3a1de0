"""The item step, piece by piece: every way in which item promotions may take the pieces, of equal ones the cheapest.

A state is what the offers remember of the pieces so far (`taking`). Two ways to the same state are equal from there on,
so only the cheaper one is kept: this is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.money import allocate
from app.domain.pricing.options import NOTHING, Component, Option, is_waived, served
from app.domain.pricing.patience import A_STEP, Patience
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Slot, Takes
from app.domain.pricing.to_come import Memory, Slots, ToCome

Path = tuple["Path", int, Option] | None
"""The choices so far, backwards: the path before, the pile, its option."""


Entered = tuple[Slots, int, int, int]
"""After a piece went the way of an option: the slots, its price, what is paid besides, rights used."""


class Way(NamedTuple):
    """One way through some piles: what they cost, how many rights that takes, and the choices."""

    cost_minor: int
    uses: int
    path: Path


@dataclass(slots=True)
class Effort:
    """How much searching is left, for so many `pieces`; beyond it the search goes on with the most promising only."""

    steps: int
    pieces: int
    patience: Patience
    is_exact: bool = True

    def width(self, options: int) -> int:
        """How many states may be kept for a piece with so many options."""
        return max(4, self.steps // (max(1, self.pieces) * max(1, options)))


def price_before(pile: Pile, option: Option, offers: Sequence[Takes]) -> int:
    """At which price a piece enters the item step: its tier price unless waived, or an offer wants the list price."""
    return pile.tier_minor if _is_at_tier_price(option, offers) else pile.list_minor


def _is_at_tier_price(option: Option, offers: Sequence[Takes]) -> bool:
    if not option:
        return True
    return not is_waived(option) and all(offers[index].live.offer.on_tier_price for index, _ in option)


def way_through(
    component: Component,
    piles: Sequence[Pile],
    options: Sequence[Sequence[Option]],
    offers: Sequence[Takes],
    effort: Effort,
) -> Way:
    """The cheapest way through the component."""
    if not component.linked:
        return _by_itself(component.piles[0], piles, options, offers)
    place = {index: number for number, index in enumerate(component.linked)}
    linked = [offers[index] for index in component.linked]
    to_come = ToCome(component, piles, options, offers)
    states = {tuple(offer.start for offer in linked): Way(0, 0, None)}
    for pile in component.piles:
        for _ in range(piles[pile].count):
            states = _one_more(states, pile, piles, options[pile], offers, place, to_come.past(pile))
            states = _narrowed(states, piles[pile], linked, len(options[pile]), effort)
    # Nothing is to come any more, so nothing is remembered: one state is left.
    (way,) = states.values()
    return way


def _by_itself(pile: int, piles: Sequence[Pile], options: Sequence[Sequence[Option]], offers: Sequence[Takes]) -> Way:
    """The way of pieces that are tied to no other: the only option they have."""
    option, count = options[pile][0], piles[pile].count
    entered = enter((), option, price_before(piles[pile], option, offers), piles[pile].quantity_milli, offers, {})
    assert entered is not None, "an option that is the cheapest can be had"
    path: Path = None
    for _ in range(count):
        path = (path, pile, option)
    return Way(count * (entered[1] + entered[2]), count * entered[3], path)


def _one_more(
    states: Mapping[Slots, Way],
    pile: int,
    piles: Sequence[Pile],
    options: Sequence[Option],
    offers: Sequence[Takes],
    place: Mapping[int, int],
    memory: Memory,
) -> dict[Slots, Way]:
    after: dict[Slots, Way] = {}
    for option in options:
        before = price_before(piles[pile], option, offers)
        at = [place[index] for index, _ in served(option) if index in place]
        # What the offers of the option make of a piece depends on nothing but what they remember.
        known: dict[Slots, Entered | None] = {}
        for slots, way in states.items():
            mine = tuple([slots[each] for each in at])
            if mine not in known:
                known[mine] = enter(slots, option, before, piles[pile].quantity_milli, offers, place)
            entered = known[mine]
            if entered is not None:
                _keep_cheaper(after, slots, at, entered, way, pile, option)
    return after if memory.is_full else _remembered(after, memory)


def _remembered(states: dict[Slots, Way], memory: Memory) -> dict[Slots, Way]:
    """Of the states that come to the same with what is to come, the cheapest."""
    after: dict[Slots, Way] = {}
    for slots, way in states.items():
        kept = memory.of(slots)
        if kept is None:
            continue
        known = after.get(kept)
        if known is None or way[:2] < known[:2]:
            after[kept] = way
    return after


def _keep_cheaper(
    after: dict[Slots, Way],
    slots: Slots,
    at: Sequence[int],
    entered: Entered,
    way: Way,
    pile: int,
    option: Option,
) -> None:
    slots_then, price, besides, more = entered
    slots = with_slots(slots, at, slots_then)
    cost, uses = way.cost_minor + price + besides, way.uses + more
    known = after.get(slots)
    if known is None or (cost, uses) < (known.cost_minor, known.uses):
        after[slots] = Way(cost, uses, (way.path, pile, option))


def with_slots(slots: Slots, at: Sequence[int], others: Slots) -> Slots:
    """The slots with those of the others at these places."""
    for each in at:
        slots = (*slots[:each], others[each], *slots[each + 1 :])
    return slots


def enter(
    slots: Slots,
    option: Option,
    price: int,
    quantity_milli: int,
    offers: Sequence[Takes],
    place: Mapping[int, int],
) -> Entered | None:
    """A piece at `price` goes the way of `option`: the slots after, its price, what is paid besides, rights used."""
    besides = uses = 0
    for index, part in served(option):
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
    states: dict[Slots, Way], pile: Pile, offers: Sequence[Takes], options: int, effort: Effort
) -> dict[Slots, Way]:
    """The most promising states, as many as the effort allows; `offers` are those that the slots belong to."""
    width = effort.width(options)
    effort.steps -= min(len(states), width) * options
    effort.patience.spend(A_STEP * len(states) * options)
    effort.pieces -= 1
    if len(states) <= width:
        return states
    effort.is_exact = False
    begun: list[dict[Slot, tuple[int, bool]]] = [{} for _ in offers]
    ranked: list[tuple[int, int, int, bool, Slots]] = []
    for number, (slots, way) in enumerate(states.items()):
        comes_to, has_open = way.cost_minor, False
        for offer, slot, known in zip(offers, slots, begun, strict=True):
            if slot not in known:
                known[slot] = (offer.begun(slot, pile), any(slot[:1]) or any(slot[2:]))
            brings, is_open = known[slot]
            comes_to, has_open = comes_to - brings, has_open or is_open
        ranked.append((comes_to, way.uses, number, has_open, slots))
    ranked.sort()
    # A way without any open group stays, so that there is always one that can be finished.
    closed = [next((each for each in ranked if not each[3]), ranked[0])]
    return {each[4]: states[each[4]] for each in (*ranked[:width], *closed)}


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
    before: dict[tuple[int, Option], tuple[int, int]] = {}
    for each in zip(of_pile, choices, strict=True):
        if each not in before:
            pile = piles[each[0]]
            price = price_before(pile, each[1], offers)
            before[each] = (price, pile.list_minor - price if price == pile.tier_minor else 0)
    enters = [before[each] for each in zip(of_pile, choices, strict=True)]
    prices, undo = [price for price, _ in enters], [undo for _, undo in enters]
    touched = barred = 0
    takers: dict[int, list[int]] = {}
    for piece, option in enumerate(choices):
        for index, _ in served(option):
            takers.setdefault(index, []).append(piece)
            touched |= 1 << piece
            barred |= offers[index].live.offer.exclusive << piece
    used: list[Used] = []
    for index in sorted(takers):
        pieces = takers[index]
        savings, times = shared_savings(offers[index], pieces, prices, of_pile, piles)
        for piece, saving in zip(pieces, savings, strict=True):
            prices[piece] -= saving
        used.append(Used(offers[index], tuple(pieces), savings, times))
    return AfterItems(tuple(prices), tuple(undo), touched, barred, tuple(used))


def shared_savings(
    offer: Takes, pieces: Sequence[int], prices: Sequence[int], of_pile: Sequence[int], piles: Sequence[Pile]
) -> tuple[tuple[int, ...], int]:
    """What the offer saves on each of all its pieces, cap included, and how many uses that is."""
    now = [prices[piece] for piece in pieces]
    savings, times = offer.savings(now, [piles[of_pile[piece]].quantity_milli for piece in pieces])
    cap = offer.live.cap_minor
    return (savings if cap is None or sum(savings) <= cap else allocate(cap, savings)), times
