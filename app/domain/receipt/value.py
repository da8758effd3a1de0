"""The parts of the slips of stored value: top-up, refund of principal, transfer."""

from collections.abc import Sequence

from app.domain.lease import Take
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.money import format_minor
from app.domain.programme.explain import Words
from app.domain.receipt.blocks import Block, Centred, Code, Pair
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
from app.domain.value.facts import PrincipalRefund, TopUp, Transfer

Moved = TopUp | PrincipalRefund | Transfer


def value_parts(
    deal: Moved, shop: ShopHead, text: SlipText, facts: SlipFacts, *, approved_by: str, proof: str
) -> Parts:
    """The slip of one deal; `proof` is the text of a top-up's QR code, empty where there is none."""
    words, whose = text.words, member_shown(deal.holder, facts)
    title, total = _title(deal)
    return {
        **head_parts(shop, words[title]),
        "origin": origin_part(deal.origin.receipt_number, facts, words),
        "member": (*pair_if(whose, words["slip.member"], whose), *_target(deal, words, facts)),
        "total": (Pair(words[total], format_minor(deal.amount_minor), strong=True),),
        "credits": _moved(deal, words),
        "tenders": [Pair(kind_name(tender, text), format_minor(tender.given_minor)) for tender in deal.tenders],
        "change": _change(deal, words),
        "balances": balance_part(facts.balances, words),
        "notes": _notes(deal, words),
        "approval": () if isinstance(deal, TopUp) else approval_part(deal.approval, approved_by, words),
        "signature": () if isinstance(deal, TopUp) else signature_part(words),
        "proof": (Centred(words["slip.proof"]), Code(proof)) if proof else (),
        "barcode": code_parts(deal.origin.receipt_number)["barcode"],
        "footer": footer_part(shop, words),
    }


def _title(deal: Moved) -> tuple[str, str]:
    """What the slip is, and the name of its sum."""
    match deal:
        case TopUp():
            return "slip.top_up", "slip.topped_up"
        case PrincipalRefund(undoes=None):
            return "slip.principal_refund", "slip.paid_out"
        case PrincipalRefund():
            return "slip.top_up_undone", "slip.paid_out"
        case Transfer():
            return "slip.transfer", "slip.transferred"


def _target(deal: Moved, words: Words, facts: SlipFacts) -> Sequence[Block]:
    whose = member_shown(deal.target, facts) if isinstance(deal, Transfer) else ""
    return pair_if(whose, words["slip.to_card"], whose)


def _moved(deal: Moved, words: Words) -> Sequence[Block]:
    match deal:
        case TopUp():
            return [_lot(part, 1, words) for part in deal.credits if part.unit in _UNITS]
        case PrincipalRefund():
            gone = [part for part in deal.taken if part.unit != PRINCIPAL and part.unit in _UNITS]
            return [_lot(part, -1, words) for part in gone]
        case Transfer():
            return ()


_UNITS = {PRINCIPAL: "slip.principal", BONUS: "slip.bonus", POINTS: "slip.points_gift"}


def _lot(part: Take, sign: int, words: Words) -> Pair:
    name = words[_UNITS[part.unit]]
    if part.lot.available_on:
        name = words["slip.from_day"].format(name=name, day=part.lot.available_on)
    amount = sign * part.amount
    return Pair(name, f"{amount:+}" if part.unit == POINTS else format_minor(amount))


def _change(deal: Moved, words: Words) -> Sequence[Block]:
    change = deal.change_minor if isinstance(deal, TopUp) else 0
    return pair_if(change, words["slip.change"], format_minor(change))


def _notes(deal: Moved, words: Words) -> Sequence[Block]:
    if not isinstance(deal, TopUp):
        return ()
    until = next((part.lot.expires_on for part in deal.credits if part.unit == PRINCIPAL), "")
    lasts = words["slip.principal_until"].format(day=until) if until else words["slip.principal_for_ever"]
    return Centred(lasts), Centred(words["slip.principal_refundable"])
