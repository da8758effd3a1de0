"""The policy `priority`: offers are taken one after the other in their order, each as far as it goes."""

from collections.abc import Sequence

from app.domain.pricing.item_step import apply_items, price_before
from app.domain.pricing.later import counter_after, use_in_turn
from app.domain.pricing.options import NOTHING, Option
from app.domain.pricing.pieces import Pile, pieces_of
from app.domain.pricing.search import Best
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.taking import Slot, Takes


def in_priority(piles: Sequence[Pile], offers: Sequence[Takes], sums: Sequence[SumOffer]) -> Best:
    """Every offer takes the dearest free pieces as long as that saves anything."""
    of_pile = pieces_of(piles)
    choices: list[Option] = [NOTHING] * len(of_pile)
    for index in range(len(offers)):
        _take(index, offers, choices, of_pile, piles)
    items = apply_items(choices, of_pile, piles, offers)
    ordered = sorted(sums, key=lambda offer: offer.live.order)
    return Best(items, use_in_turn(counter_after(items), ordered), 0)


def _take(
    index: int, offers: Sequence[Takes], choices: list[Option], of_pile: Sequence[int], piles: Sequence[Pile]
) -> None:
    offer = offers[index]
    slot = offer.start
    while True:
        group = _next_group(index, slot, offers, choices, of_pile, piles)
        if group is None:
            return
        slot = group[0]
        for piece, part in group[1]:
            choices[piece] = (*choices[piece], (index, part))


def _next_group(
    index: int,
    slot: Slot,
    offers: Sequence[Takes],
    choices: Sequence[Option],
    of_pile: Sequence[int],
    piles: Sequence[Pile],
) -> tuple[Slot, list[tuple[int, int]]] | None:
    """The dearest free pieces that complete one more group and save something by it."""
    offer = offers[index]
    taken: list[tuple[int, int]] = []
    cost = paid = 0
    now = apply_items(choices, of_pile, piles, offers).prices
    for piece, pile in enumerate(of_pile):
        part = _part_for(index, piece, offers, choices, piles[pile], pile, taken)
        if part is None:
            continue
        before = now[piece] if choices[piece] else price_before(piles[pile], ((index, part),), offers)
        entered = offer.enter(slot, part, before, piles[pile].quantity_milli)
        if entered is None:
            continue
        slot, price, besides, _ = entered
        taken.append((piece, part))
        cost, paid = cost + now[piece], paid + price + besides
        if not offer.is_open(slot):
            return (slot, taken) if paid < cost else None
    return None


def _part_for(
    index: int,
    piece: int,
    offers: Sequence[Takes],
    choices: Sequence[Option],
    pile: Pile,
    number: int,
    taken: Sequence[tuple[int, int]],
) -> int | None:
    offer = offers[index]
    if number not in offer.live.piles or not offer.fits(pile) or not _may_join(index, choices[piece], offers):
        return None
    needs = offer.needs(tuple(part for _, part in taken))
    fitting = (part for part, goods in enumerate(offer.parts) if goods.include(pile.product) and part in needs)
    return next(fitting, None)


def _may_join(index: int, option: Option, offers: Sequence[Takes]) -> bool:
    alone = offers[index].is_shared or offers[index].live.offer.exclusive
    return all(
        not alone
        and not offers[other].is_shared
        and not offers[other].live.offer.exclusive
        and offers[other].live.group != offers[index].live.group
        and other != index
        for other, _ in option
    )
