"""The parts of the slip of a service: what it was, what it won, what is left of it, the points and money it took."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from app.domain.ledger import POINTS, Unit
from app.domain.money import format_minor
from app.domain.programme.explain import Words
from app.domain.programme.model import Names, Programme, name_in
from app.domain.programme.rights import entitlement_unit, pass_unit
from app.domain.receipt.blocks import Block, Centred, Pair
from app.domain.receipt.content import (
    ShopHead,
    SlipFacts,
    SlipText,
    approval_part,
    balance_part,
    code_parts,
    footer_part,
    head_parts,
    kind_name,
    member_shown,
    origin_part,
    pair_if,
    signature_part,
)
from app.domain.receipt.template import Parts
from app.domain.value.facts import Service, ServiceDeal


class _Named(Protocol):
    """Anything that a programme declares by id and name."""

    @property
    def id(self) -> str: ...

    @property
    def names(self) -> Names: ...


def service_parts(
    deal: ServiceDeal, shop: ShopHead, text: SlipText, facts: SlipFacts, *, approved_by: str, left: int | None
) -> Parts:
    """The slip of one service; `left` is how often the member may have it after this, None where nothing is counted."""
    words, whose = text.words, member_shown(deal.holder, facts)
    change_minor = sum(tender.given_minor - tender.amount_minor for tender in deal.tenders)
    what = words[f"slip.{deal.service.value}"]
    return {
        **head_parts(shop, words["slip.undone"].format(what=what) if deal.undoes else what),
        "origin": origin_part(deal.origin.receipt_number, facts, words),
        "member": pair_if(whose, words["slip.member"], whose),
        "service": _thing(deal, text),
        "points": _points(deal, words),
        "left": left_part(left, _until(deal), words),
        "total": pair_if(deal.tenders, words["slip.total"], format_minor(deal.amount_minor), strong=True),
        "tenders": [
            *pair_if(deal.kept_minor, words["slip.kept_for_coupons"], format_minor(deal.kept_minor)),
            *(Pair(kind_name(tender, text), format_minor(tender.given_minor)) for tender in deal.tenders),
        ],
        "change": pair_if(change_minor, words["slip.change"], format_minor(change_minor)),
        "balances": balance_part(facts.balances, words),
        "approval": approval_part(deal.approval, approved_by, words),
        "signature": signature_part(words) if deal.amount_minor < 0 else (),
        "barcode": code_parts(deal.origin.receipt_number)["barcode"],
        "footer": footer_part(shop, words),
    }


def left_part(left: int | None, until: str, words: Words) -> Sequence[Block]:
    """How often it may be had after this, and until which day."""
    return (
        *pair_if(left is not None, words["slip.left"], str(left)),
        *pair_if(until, words["slip.valid_until"], until),
    )


def counted_unit(deal: ServiceDeal, programme: Programme) -> Unit | None:
    """The unit in which is counted how often the member may have this; None where that is not counted."""
    match deal.service:
        case Service.PASS_SALE | Service.PASS_USE:
            is_counted = any(each.id == deal.about and each.visits for each in programme.passes)
            return pass_unit(deal.about) if is_counted else None
        case Service.ENTITLEMENT:
            is_counted = any(each.id == deal.about and not each.unlimited for each in programme.entitlements)
            return entitlement_unit(deal.about) if is_counted else None
        case _:
            return None


def _thing(deal: ServiceDeal, text: SlipText) -> Sequence[Block]:
    name = _name(service_names(text.programme, deal.service, deal.about), deal.about, text)
    if deal.service is not Service.DRAW:
        return (Centred(name, bold=True),)
    prize = _name(prize_names(text.programme, deal.about, deal.prize), text.words["slip.no_prize"], text)
    return Centred(name), Centred(prize, bold=True)


def _points(deal: ServiceDeal, words: Words) -> Sequence[Block]:
    """Used, or there again."""
    used, key, sign = (deal.brought, "slip.points_again", "+") if deal.undoes else (deal.taken, "slip.points_used", "-")
    points = sum(take.amount for take in used if take.unit == POINTS)
    return pair_if(points, words[key], f"{sign}{points}")


def _until(deal: ServiceDeal) -> str:
    """The last day of what a pass or entitlement has left; empty where it has none."""
    if deal.undoes:
        return ""
    units = {pass_unit(deal.about), entitlement_unit(deal.about)}
    return max((take.lot.expires_on for take in (*deal.brought, *deal.taken) if take.unit in units), default="")


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
