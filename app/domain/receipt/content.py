"""The parts of the slips of a sale: blocks in the receipt's language, of which a template takes some in its order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.codes import RECEIPT_PREFIX
from app.domain.ids import MemberId
from app.domain.ledger import POINTS
from app.domain.money import format_milli, format_minor
from app.domain.programme.explain import Words, explain
from app.domain.programme.model import Programme, TenderType, name_in
from app.domain.receipt.blocks import Bars, Block, Centred, Code, Divider, Heading, Item, ItemHead, Pair, Space
from app.domain.receipt.template import Parts
from app.domain.sale.facts import Refund, RefundLine, Sale, SaleLine, SaleMember, SaleTender
from app.domain.sale.refund import sold_line
from app.domain.staff import Approval
from app.domain.value.facts import Holder


@dataclass(frozen=True, slots=True)
class ShopHead:
    """What stands at the top and bottom of every slip."""

    name: str
    address: str = ""
    phone: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class SlipText:
    """The language of a slip: its words (dotted keys), and the programme whose names it uses."""

    words: Words
    language: str
    programme: Programme


@dataclass(frozen=True, slots=True)
class SlipFacts:
    """What a slip shows beside the sale: the moment as text, the operator, the wallet's balances by word key.

    `names` are the members' as the register has them now; who was forgotten has none.
    """

    time: str
    operator: str
    balances: Mapping[str, int]
    names: Mapping[MemberId, str] = field(default_factory=dict)


def sale_parts(sale: Sale, shop: ShopHead, text: SlipText, facts: SlipFacts) -> Parts:
    """The receipt of a sale."""
    words = text.words
    pieces = sum(line.quantity_milli // 1000 if line.measure == "piece" else 1 for line in sale.lines)
    number = sale.origin.receipt_number
    whose = member_shown(sale.member, facts)
    saving, change, points = sale.saving_minor, sale.change_minor, sale.points
    return {
        **head_parts(shop, words["slip.sale"]),
        "origin": origin_part(number, facts, words),
        "member": pair_if(whose, words["slip.member"], whose),
        "items": (*item_head(words), *(_item(line, text) for line in sale.lines)),
        "count": (Pair(words["slip.count"].format(count=pieces), format_minor(sale.list_minor)),),
        "saving": pair_if(saving, words["slip.saving"], format_minor(-saving)),
        "total": (Pair(words["slip.total"], format_minor(sale.total_minor), strong=True),),
        "tenders": [Pair(kind_name(tender, text), format_minor(tender.given_minor)) for tender in sale.tenders],
        "change": pair_if(change, words["slip.change"], format_minor(change)),
        "taxes": _taxes(sale.lines, words),
        "points": pair_if(points, words["slip.points"], f"+{points}"),
        "balances": balance_part(facts.balances, words),
        **code_parts(number),
        "footer": footer_part(shop, words),
    }


def gift_parts(sale: Sale, shop: ShopHead, text: SlipText, facts: SlipFacts) -> Parts:
    """The slip that goes with a present: what it is and where it is from, without a price; good for an exchange."""
    words = text.words
    number = sale.origin.receipt_number
    lines = [Item(line.name, "", "", format_milli(line.quantity_milli)) for line in sale.lines]
    return {
        **head_parts(shop, words["slip.gift"]),
        "origin": origin_part(number, facts, words),
        "items": (ItemHead(words["slip.item"], "", "", words["slip.quantity"]), Divider(), *lines),
        **code_parts(number),
        "footer": footer_part(shop, words),
    }


def refund_parts(
    refund: Refund, sale: Sale, shop: ShopHead, text: SlipText, facts: SlipFacts, approved_by: str
) -> Parts:
    """The slip of a refund, with a line for the customer's signature."""
    words = text.words
    tenders = [tender for tender in refund.tenders if tender.amount_minor]
    return {
        **head_parts(shop, words["slip.refund"]),
        "origin": origin_part(refund.origin.receipt_number, facts, words),
        "refund_of": (Pair(words["slip.refund_of"], refund.sale_receipt_number),),
        "items": (*item_head(words), *(_item_back(back, sale) for back in refund.lines)),
        "total": (Pair(words["slip.refund_total"], format_minor(refund.total_minor), strong=True),),
        "tenders": [Pair(kind_name(tender, text), format_minor(tender.amount_minor)) for tender in tenders],
        "points": _points_back(refund, words),
        "balances": balance_part(facts.balances, words),
        "approval": approval_part(refund.approval, approved_by, words),
        "signature": signature_part(words),
        "barcode": code_parts(refund.origin.receipt_number)["barcode"],
    }


def head_parts(shop: ShopHead, title: str) -> Parts:
    """The shop and what kind of slip it is."""
    below = [Centred(line) for line in (shop.address, shop.phone) if line]
    return {"shop": (Heading(shop.name), *below), "title": (Centred(title, bold=True),)}


def origin_part(number: str, facts: SlipFacts, words: Words) -> Sequence[Block]:
    """Number, moment and operator."""
    return (
        Pair(words["slip.receipt"], number),
        Pair(words["slip.time"], facts.time),
        Pair(words["slip.operator"], facts.operator),
    )


def item_head(words: Words) -> Sequence[Block]:
    """The head of the item columns."""
    columns = (words["slip.item"], words["slip.quantity"], words["slip.price"], words["slip.amount"])
    return ItemHead(*columns), Divider()


def code_parts(number: str) -> Parts:
    """The receipt's number for a scanner: as a QR code, and as bars, of which a template takes what it likes."""
    return {"code": (Code(RECEIPT_PREFIX + number),), "barcode": (Bars(RECEIPT_PREFIX + number),)}


def footer_part(shop: ShopHead, words: Words) -> Sequence[Block]:
    """The last line."""
    return (Centred(shop.footer or words["slip.thanks"]),)


def signature_part(words: Words) -> Sequence[Block]:
    """A line to sign on."""
    return Space(), Centred(f"{words['slip.signature']}: ____________")


def approval_part(approval: Approval | None, approved_by: str, words: Words) -> Sequence[Block]:
    """Who allowed it, and why."""
    if approval is None:
        return ()
    reason = pair_if(approval.reason, words["slip.reason"], approval.reason)
    return Pair(words["slip.approved_by"], approved_by), *reason


def pair_if(given: object, left: str, right: str, *, strong: bool = False) -> Sequence[Block]:
    """A line that is there only where there is something to say."""
    return (Pair(left, right, strong),) if given else ()


def member_shown(member: SaleMember | Holder | None, facts: SlipFacts) -> str:
    """The member with no more than a stranger who finds the slip may read: surname and the card's last four."""
    if member is None:
        return ""
    whole = facts.names.get(member.member, "") if member.member else ""
    name = whole[:1] + "*" * len(whole[1:])
    card = f"****{member.card[-4:]}" if member.card else ""
    return f"{name} {card}".strip()


def _item_back(back: RefundLine, sale: Sale) -> Item:
    line = sold_line(sale, back.number)
    quantity = f"-{format_milli(back.quantity_milli)}"
    return Item(line.name, quantity, format_minor(line.unit_price_minor), format_minor(-back.amount_minor))


def _points_back(refund: Refund, words: Words) -> Sequence[Block]:
    back, owed = (sum(take.amount for take in takes) for takes in (refund.points_back, refund.debt))
    again = sum(take.amount for take in refund.spent_back if take.unit == POINTS)
    return (
        *pair_if(again, words["slip.points_again"], f"+{again}"),
        *pair_if(refund.points_back, words["slip.points_back"], f"-{back}"),
        *pair_if(refund.debt, words["slip.points_owed"], str(owed)),
        *pair_if(refund.kept_points, words["slip.points_settled"], format_minor(-refund.kept_minor)),
    )


def _item(line: SaleLine, text: SlipText) -> Item:
    reasons = tuple(
        (explain(reason, text.programme, text.words, text.language), format_minor(reason.amount_minor))
        for reason in line.reasons
    )
    return Item(
        line.name,
        format_milli(line.quantity_milli),
        format_minor(line.unit_price_minor),
        format_minor(line.list_minor),
        (*reasons, *(((line.note, ""),) if line.note else ())),
    )


def kind_name(tender: SaleTender, text: SlipText) -> str:
    """What a tender is called, with the end of its reference."""
    kind = text.programme.tender_kind(tender.kind)
    name = name_in(kind.names, text.language) if kind else tender.kind
    if tender.type is TenderType.EXTERNAL and tender.reference:
        return f"{name} {tender.reference[-6:]}"
    return name


def _taxes(lines: Sequence[SaleLine], words: Words) -> Sequence[Block]:
    by_rate: dict[int, int] = {}
    for line in lines:
        by_rate[line.tax_rate_basis_points] = by_rate.get(line.tax_rate_basis_points, 0) + line.tax_minor
    return [
        Pair(words["slip.tax"].format(rate=rate // 100), format_minor(tax))
        for rate, tax in sorted(by_rate.items())
        if tax
    ]


def balance_part(balances: Mapping[str, int], words: Words) -> Sequence[Block]:
    """What the wallet holds now."""
    return [
        Pair(words[key], str(amount) if key == "slip.points_balance" else format_minor(amount))
        for key, amount in balances.items()
    ]
