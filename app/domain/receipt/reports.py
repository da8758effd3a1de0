"""The parts of the slips that no customer gets: the till's reports, the slip of a shift, and the test page."""

from collections.abc import Sequence

from app.domain.money import format_minor
from app.domain.programme.explain import Words
from app.domain.receipt.blocks import Block, Centred, Item, Pair, Space
from app.domain.receipt.content import (
    ShopHead,
    SlipFacts,
    code_parts,
    footer_part,
    head_parts,
    item_head,
    origin_part,
)
from app.domain.receipt.template import Parts
from app.domain.shift import CashDirection, CashMovement

Row = tuple[str, str]
Section = tuple[str, Sequence[Row]]

_SECTIONS = ("shift", "sales", "tenders", "taxes", "value", "drawer", "perpetual")
_TEST = "TEST"


def report_parts(shop: ShopHead, title: str, sections: Sequence[Section]) -> Parts:
    """An X or Z report from its sections of words and figures, in the order of the shift's day."""
    return {**head_parts(shop, title), **dict(zip(_SECTIONS, map(_section, sections), strict=False))}


def shift_parts(shop: ShopHead, words: Words, sections: Sequence[Section], movements: Sequence[CashMovement]) -> Parts:
    """The slip with which a closed shift's drawer goes from one person to the next."""
    rows = [(_move_words(move, words), format_minor(move.signed_minor)) for move in movements]
    signed = (words["report.handed_over_by"], words["report.taken_over_by"])
    return {
        **report_parts(shop, words["report.shift"], sections),
        "movements": _section((words["report.movements"], rows)),
        "signatures": [block for who in signed for block in (Space(), Centred(f"{who}: ____________"))],
    }


def _move_words(move: CashMovement, words: Words) -> str:
    return " ".join(part for part in (words[_MOVES[move.direction]], move.receipt, move.reason) if part)


_MOVES = {CashDirection.PAID_IN: "report.paid_in", CashDirection.PAID_OUT: "report.paid_out"}


def _section(section: Section) -> Sequence[Block]:
    heading, rows = section
    pairs = [Pair(left, right) for left, right in rows]
    return (Centred(heading, bold=True), *pairs) if heading and pairs else pairs


def trial_parts(shop: ShopHead, words: Words, facts: SlipFacts) -> Parts:
    """A page that shows whether a printer does all that a receipt needs."""
    return {
        **head_parts(shop, words["slip.tested"]),
        "origin": origin_part(_TEST, facts, words)[1:2],
        "items": (
            *item_head(words),
            Item("一二三四五六七八九十甲乙丙丁戊己庚辛", "1", "12.50", "12.50"),
            Item("ABC abc 0123456789 ￥%&@", "0.525", "39.80", "20.90", ((words["reason.member_price"], "-1.20"),)),
            Item("囍龘镕喆", "1", "0.01", "0.01"),
        ),
        "total": (Pair(words["slip.total"], "33.41", strong=True),),
        **code_parts(_TEST),
        "footer": footer_part(shop, words),
    }
