"""Draws: which prize a spin wins, and who wins a raffle so that anyone can check it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.programme.model import Draw, Prize


def spin(draw: Draw, left: Mapping[str, int], dice: int) -> Prize | None:
    """The prize that `dice` (a random whole number, at least 0) wins; None when there is none left at all.

    `left`: how many there still are of each prize with a quota (at this till: what it holds a lease of). A prize that
    is used up is left out, and its weight with it.
    """
    there = [prize for prize in draw.prizes if prize.weight and (prize.quota is None or left.get(prize.id, 0) > 0)]
    whole = sum(prize.weight for prize in there)
    if not whole:
        return None
    place = dice % whole
    for prize in there:
        if place < prize.weight:
            return prize
        place -= prize.weight
    raise AssertionError("the weights add up")


def winners(entries: Iterable[str], seed: str, count: int) -> tuple[str, ...]:
    """The winners among numbered entries: those with the smallest SHA-256 of seed and entry, each entry once.

    The seed is published after the entries are closed; a hash of it before. Then nobody can have chosen.
    """
    return tuple(sorted(set(entries), key=lambda entry: (_ticket(seed, entry), entry))[:count])


@dataclass(frozen=True, slots=True)
class Winner:
    """Who won what with which ticket."""

    holder: str
    ticket: str
    prize: str


def raffle(draw: Draw, tickets: Mapping[str, int], seed: str) -> tuple[Winner, ...]:
    """The winners among holders of so many tickets each: `draw.winners` at most, and no more than there are prizes.

    Tickets (`holder#1`, `holder#2`, …) come in the order of `winners`; a holder wins once, the first the first prize.
    """
    numbered = {f"{holder}#{n}": holder for holder, count in tickets.items() for n in range(1, count + 1)}
    prizes = _prizes(draw)
    won: dict[str, Winner] = {}
    for ticket in winners(numbered, seed, len(numbered)):
        if len(won) == min(draw.winners, len(prizes)):
            break
        holder = numbered[ticket]
        if holder not in won:
            won[holder] = Winner(holder, ticket, prizes[len(won)])
    return tuple(won.values())


def _prizes(draw: Draw) -> list[str]:
    """The prizes one after the other, as many as can be won."""
    return [prize.id for prize in draw.prizes for _ in range(draw.winners if prize.quota is None else prize.quota)]


def commitment(seed: str) -> str:
    """What is published before the entries are closed: the SHA-256 of the seed."""
    return hashlib.sha256(seed.encode()).hexdigest()


def _ticket(seed: str, entry: str) -> str:
    return hashlib.sha256(f"{seed}:{entry}".encode()).hexdigest()
