"""What the slip of a service says: what it was, what it won, the points it took."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from app.domain.ledger import POINTS
from app.domain.programme.model import Names, Programme, name_in
from app.domain.receipt.blocks import Block, Centred, Pair
from app.domain.receipt.content import SlipText
from app.domain.value.facts import Service, ServiceDeal


class _Named(Protocol):
    """Anything that a programme declares by id and name."""

    @property
    def id(self) -> str: ...

    @property
    def names(self) -> Names: ...


def service_lines(deal: ServiceDeal, text: SlipText) -> Sequence[Block]:
    """The name of the thing, a spin's prize, and the points that were used, or are there again."""
    words = text.words
    lines: list[Block] = [Centred(_name(service_names(text.programme, deal.service, deal.about), deal.about, text))]
    if deal.service is Service.DRAW:
        prize = prize_names(text.programme, deal.about, deal.prize)
        lines.append(Centred(_name(prize, words["slip.no_prize"], text)))
    used, key, sign = (deal.brought, "slip.points_again", "+") if deal.undoes else (deal.taken, "slip.points_used", "-")
    points = sum(take.amount for take in used if take.unit == POINTS)
    if points:
        lines.append(Pair(words[key], f"{sign}{points}"))
    return lines


def service_names(programme: Programme, service: Service, about: str) -> Names | None:
    """What the programme calls the thing; None for one that it no longer knows."""
    known: Mapping[Service, Sequence[_Named]] = {
        Service.REDEMPTION: (*programme.redemptions, *programme.tiers),
        Service.ENTITLEMENT: programme.entitlements,
        Service.PASS_USE: programme.passes,
        Service.PASS_SALE: programme.passes,
        Service.PASS_BACK: programme.passes,
        Service.DRAW: programme.draws,
        Service.ACTION: programme.actions,
        Service.MEMBERSHIP: programme.memberships,
        Service.MEMBERSHIP_BACK: programme.memberships,
    }
    return next((each.names for each in known[service] if each.id == about), None)


def prize_names(programme: Programme, draw: str, prize: str) -> Names | None:
    """What a prize is called; None where nothing was won."""
    prizes = next((each.prizes for each in programme.draws if each.id == draw), ())
    return next((each.names for each in prizes if each.id == prize), None)


def _name(names: Names | None, otherwise: str, text: SlipText) -> str:
    return name_in(names, text.language) if names else otherwise
