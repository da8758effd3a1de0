"""What stands on each slip: its blocks in the receipt's language, before it is known how wide the paper is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.codes import RECEIPT_PREFIX
from app.domain.money import format_milli, format_minor
from app.domain.programme.explain import Words, explain
from app.domain.programme.model import Programme, TenderType, name_in
from app.domain.receipt.blocks import Block, Centred, Code, Divider, Heading, Item, ItemHead, Pair, Space
from app.domain.sale.facts import Refund, Sale, SaleLine, SaleTender
from app.domain.sale.refund import sold_line


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
    """What a slip shows beside the sale: the moment as text, the operator, the wallet's balances by word key."""

    time: str
    operator: str
    balances: Mapping[str, int]


def sale_slip(sale: Sale, shop: ShopHead, text: SlipText, facts: SlipFacts, *, is_reprint: bool) -> tuple[Block, ...]:
    """The receipt of a sale."""
    words = text.words
    pieces = sum(line.quantity_milli // 1000 if line.measure == "piece" else 1 for line in sale.lines)
    blocks: list[Block] = [*_head(shop, words["slip.sale"], is_reprint, words)]
    blocks += _origin(sale.origin.receipt_number, facts, words)
    if sale.member and (sale.member.name or sale.member.card):
        blocks.append(Pair(words["slip.member"], _member_shown(sale)))
    blocks += [Divider(), _item_head(words), Divider()]
    blocks += [_item(line, text) for line in sale.lines]
    blocks.append(Divider())
    blocks.append(Pair(words["slip.count"].format(count=pieces), format_minor(sale.list_minor)))
    if sale.saving_minor:
        blocks.append(Pair(words["slip.saving"], format_minor(-sale.saving_minor)))
    blocks.append(Pair(words["slip.total"], format_minor(sale.total_minor), strong=True))
    blocks += [Pair(_kind_name(tender, text), format_minor(tender.given_minor)) for tender in sale.tenders]
    if sale.change_minor:
        blocks.append(Pair(words["slip.change"], format_minor(sale.change_minor)))
    blocks.append(Divider())
    blocks += _taxes(sale.lines, words)
    if sale.points:
        blocks.append(Pair(words["slip.points"], f"+{sale.points}"))
    blocks += _balances(facts.balances, words)
    blocks += [Space(), Code(RECEIPT_PREFIX + sale.origin.receipt_number)]
    return (*blocks, Centred(shop.footer or words["slip.thanks"]))


def refund_slip(
    refund: Refund, sale: Sale, shop: ShopHead, text: SlipText, facts: SlipFacts, *, is_reprint: bool, approved_by: str
) -> tuple[Block, ...]:
    """The slip of a refund, with a line for the customer's signature."""
    words = text.words
    blocks: list[Block] = [*_head(shop, words["slip.refund"], is_reprint, words)]
    blocks += _origin(refund.origin.receipt_number, facts, words)
    blocks.append(Pair(words["slip.refund_of"], refund.sale_receipt_number))
    blocks += [Divider(), _item_head(words), Divider()]
    for back in refund.lines:
        line = sold_line(sale, back.number)
        quantity = f"-{format_milli(back.quantity_milli)}"
        blocks.append(Item(line.name, quantity, format_minor(line.unit_price_minor), format_minor(-back.amount_minor)))
    blocks += [Divider(), Pair(words["slip.refund_total"], format_minor(refund.total_minor), strong=True)]
    blocks += [
        Pair(_kind_name(tender, text), format_minor(tender.amount_minor))
        for tender in refund.tenders
        if tender.amount_minor
    ]
    if refund.points_back:
        blocks.append(Pair(words["slip.points_back"], f"-{sum(take.amount for take in refund.points_back)}"))
    if refund.debt:
        blocks.append(Pair(words["slip.points_owed"], str(sum(take.amount for take in refund.debt))))
    blocks += _balances(facts.balances, words)
    blocks.append(Pair(words["slip.approved_by"], approved_by))
    if refund.approval.reason:
        blocks.append(Pair(words["slip.reason"], refund.approval.reason))
    return (*blocks, Space(), Centred(f"{words['slip.signature']}: ____________"), Space())


def report_slip(
    shop: ShopHead,
    title: str,
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    *,
    is_reprint: bool,
    words: Words,
) -> tuple[Block, ...]:
    """A report: titled sections of words and figures."""
    blocks: list[Block] = [*_head(shop, title, is_reprint, words)]
    for heading, rows in sections:
        blocks.append(Divider())
        if heading:
            blocks.append(Centred(heading, bold=True))
        blocks += [Pair(left, right) for left, right in rows]
    return (*blocks, Divider(), Space())


def test_slip(shop: ShopHead, words: Words, time: str) -> tuple[Block, ...]:
    """A page that shows whether a printer does all that a receipt needs."""
    return (
        *_head(shop, words["slip.tested"], False, words),
        Pair(words["slip.time"], time),
        Divider(),
        _item_head(words),
        Item("一二三四五六七八九十甲乙丙丁戊己庚辛", "1", "12.50", "12.50"),
        Item("ABC abc 0123456789 ￥%&@", "0.525", "39.80", "20.90", ((words["reason.member_price"], "-1.20"),)),
        Item("囍龘镕喆", "1", "0.01", "0.01"),
        Divider(),
        Pair(words["slip.total"], "33.41", strong=True),
        Space(),
        Code(RECEIPT_PREFIX + "TEST"),
        Centred(words["slip.thanks"]),
    )


def _head(shop: ShopHead, title: str, is_reprint: bool, words: Words) -> Sequence[Block]:
    blocks: list[Block] = [Heading(shop.name)]
    if shop.address:
        blocks.append(Centred(shop.address))
    if shop.phone:
        blocks.append(Centred(shop.phone))
    blocks.append(Centred(title, bold=True))
    if is_reprint:
        blocks.append(Centred(words["slip.reprint"], bold=True))
    return blocks


def _origin(number: str, facts: SlipFacts, words: Words) -> Sequence[Block]:
    return (
        Pair(words["slip.receipt"], number),
        Pair(words["slip.time"], facts.time),
        Pair(words["slip.operator"], facts.operator),
    )


def _member_shown(sale: Sale) -> str:
    """The member with no more than a stranger who finds the slip may read: surname and the card's last four."""
    if sale.member is None:
        return ""
    name = sale.member.name[:1] + "*" * len(sale.member.name[1:])
    card = f"****{sale.member.card[-4:]}" if sale.member.card else ""
    return f"{name} {card}".strip()


def _item_head(words: Words) -> ItemHead:
    return ItemHead(words["slip.item"], words["slip.quantity"], words["slip.price"], words["slip.amount"])


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


def _kind_name(tender: SaleTender, text: SlipText) -> str:
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


def _balances(balances: Mapping[str, int], words: Words) -> Sequence[Block]:
    return [
        Pair(words[key], str(amount) if key == "slip.points_balance" else format_minor(amount))
        for key, amount in balances.items()
    ]
