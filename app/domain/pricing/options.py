"""What may happen to a piece in the item step: nothing, one offer, or several of different groups."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product as combinations

from app.domain.pricing.every_nth import EveryNth
from app.domain.pricing.pieces import Pile
from app.domain.pricing.taking import Takes

Option = tuple[tuple[int, int], ...]
"""Offers (by number) with the part the piece is for, in the order in which they act; first whether it is waived."""

NOTHING: Option = ()
_WAIVED = (-1, 0)
_MOST_OPTIONS = 64


@dataclass(frozen=True, slots=True)
class Component:
    """Piles that hang together by offers whose pieces depend on each other."""

    piles: tuple[int, ...]
    linked: tuple[int, ...]


def worth_having(offers: Sequence[Takes]) -> tuple[Takes, ...]:
    """The offers without those n-th piece offers that another beats always: fewer pieces, cheaper, more goods."""
    return tuple(
        offer for offer in offers if not any(_is_never_worse(other, offer) for other in offers if other is not offer)
    )


def _is_never_worse(better: Takes, worse: Takes) -> bool:
    if not (isinstance(better, EveryNth) and isinstance(worse, EveryNth) and _are_alike(better, worse)):
        return False
    first, second = better.offer, worse.offer
    key = (first.count, first.pay_basis_points, -len(better.live.piles), better.live.order)
    other = (second.count, second.pay_basis_points, -len(worse.live.piles), worse.live.order)
    return (
        key < other
        and first.count <= second.count
        and first.pay_basis_points <= second.pay_basis_points
        and better.live.piles >= worse.live.piles
    )


def _are_alike(one: EveryNth, other: EveryNth) -> bool:
    return (
        one.live.group == other.live.group
        and one.offer.on_tier_price == other.offer.on_tier_price
        and not (one.offer.exclusive or other.offer.exclusive)
        and one.live.uses is other.live.uses is None
        and one.live.cap_minor is other.live.cap_minor is None
    )


def options_of(piles: Sequence[Pile], offers: Sequence[Takes]) -> list[list[Option]]:
    """For each pile what may happen to one of its pieces; nothing first, then in the order of the offers."""
    made: dict[tuple[tuple[int, int], ...], list[Option]] = {}
    options: list[list[Option]] = []
    for number, pile in enumerate(piles):
        fitting = tuple(
            (index, part)
            for index, offer in enumerate(offers)
            if number in offer.live.piles and offer.fits(pile)
            for part, goods in enumerate(offer.parts)
            if goods.include(pile.product)
        )
        if fitting not in made:
            made[fitting] = _combined(fitting, offers)
        options.append(made[fitting])
    return options


def _combined(fitting: Sequence[tuple[int, int]], offers: Sequence[Takes]) -> list[Option]:
    groups: dict[str, list[Option]] = {}
    for index, part in fitting:
        groups.setdefault(offers[index].live.group, [NOTHING]).append(((index, part),))
    if len(groups) == 1:
        return next(iter(groups.values()))
    joined = (tuple(sorted(sum(each, NOTHING))) for each in combinations(*groups.values()))
    fit = sorted(option for option in joined if len(option) < 2 or not any(_alone(offers[i]) for i, _ in option))
    return sorted(fit, key=len)[:_MOST_OPTIONS]


def _alone(offer: Takes) -> bool:
    return offer.is_shared or offer.live.offer.exclusive


def with_waivers(options: Sequence[Option], offers: Sequence[Takes]) -> list[Option]:
    """The options, and each of them once more without the member or tier price, where it would have that."""
    at_tier = (option for option in options if all(offers[index].live.offer.on_tier_price for index, _ in option))
    return [*options, *((_WAIVED, *option) for option in at_tier)]


def is_waived(option: Option) -> bool:
    """Whether the piece stands at its list price although it has a lower one."""
    return bool(option) and option[0] == _WAIVED


def served(option: Option) -> Option:
    """The offers that the piece serves."""
    return option[1:] if is_waived(option) else option


def components_of(options: Sequence[Sequence[Option]], offers: Sequence[Takes]) -> list[Component]:
    """The piles cut into parts that do not touch each other in the item step."""
    parent = list(range(len(options)))

    def root(pile: int) -> int:
        while parent[pile] != pile:
            parent[pile] = parent[parent[pile]]
            pile = parent[pile]
        return pile

    first: dict[int, int] = {}
    linked_in: list[set[int]] = []
    for pile, choices in enumerate(options):
        linked_in.append({index for option in choices for index, _ in served(option) if offers[index].is_linked})
        for index in linked_in[-1]:
            parent[root(pile)] = root(first.setdefault(index, pile))
    piles: dict[int, list[int]] = {}
    for pile in range(len(options)):
        piles.setdefault(root(pile), []).append(pile)
    return [
        Component(tuple(members), tuple(sorted(set().union(*(linked_in[pile] for pile in members)))))
        for members in piles.values()
    ]
