"""Blocks laid out on paper of 32 (58 mm) or 48 (80 mm) columns."""

from collections.abc import Iterable, Sequence

from app.domain.receipt.blocks import (
    Bars,
    Block,
    Buzz,
    Centred,
    Code,
    Divider,
    Heading,
    Item,
    ItemHead,
    Logo,
    Pair,
    Space,
)
from app.domain.receipt.page import (
    Align,
    Barcode,
    Beep,
    Element,
    Feed,
    Page,
    Picture,
    QrCode,
    RuleLine,
    TextLine,
    display_width,
    pad,
    wrap,
)

_Words = Heading | Centred | Pair | ItemHead | Item


def lay_out(blocks: Iterable[Block], columns: int, logo: Picture | None = None) -> Page:
    """The slip on paper of `columns` columns; `logo` stands where the blocks want it."""
    elements: list[Element] = []
    for block in blocks:
        if isinstance(block, Logo):
            elements += [logo] if logo else []
        elif isinstance(block, _Words):
            elements += _words(block, columns)
        else:
            elements.append(_mark(block))
    return Page(columns, tuple(elements))


def _words(block: _Words, columns: int) -> Sequence[Element]:
    match block:
        case Heading(text):
            return [TextLine(line, Align.CENTRE, bold=True, scale=2) for line in wrap(text, columns // 2)]
        case Centred(text, bold):
            return [TextLine(line, Align.CENTRE, bold=bold) for line in wrap(text, columns)]
        case Pair(left, right, strong):
            return _pair(left, right, columns, strong)
        case ItemHead(name, quantity, price, amount):
            return [TextLine(_columns(name, quantity, price, amount, columns), bold=True)]
        case Item():
            return _item(block, columns)


def _mark(block: Divider | Code | Bars | Buzz | Space) -> Element:
    match block:
        case Divider():
            return RuleLine()
        case Code(data):
            return QrCode(data)
        case Bars(data):
            return Barcode(data)
        case Buzz():
            return Beep()
        case Space(lines):
            return Feed(lines)


def _pair(left: str, right: str, columns: int, strong: bool) -> Sequence[Element]:
    scale = 2 if strong and display_width(left) + display_width(right) < columns // 2 else 1
    room = columns // scale
    if display_width(left) + display_width(right) + 1 > room:
        return [
            *(TextLine(line, bold=strong) for line in wrap(left, room)),
            *(TextLine(pad(line, room, Align.RIGHT), bold=strong) for line in wrap(right, room)),
        ]
    return [TextLine(pad(left, room - display_width(right)) + right, bold=strong, scale=scale)]


def _item(item: Item, columns: int) -> Sequence[Element]:
    figures = _columns("", item.quantity, item.price, item.amount, columns)
    name_room = len(figures) - len(figures.lstrip())
    lines: list[Element] = []
    if display_width(item.name) < name_room:
        lines.append(TextLine(pad(item.name, name_room) + figures.lstrip()))
    else:
        lines += [TextLine(line) for line in wrap(item.name, columns)]
        lines.append(TextLine(figures))
    for words, amount in item.reasons:
        lines += _pair(f"  {words}", amount, columns, strong=False)
    return lines


def _columns(name: str, quantity: str, price: str, amount: str, columns: int) -> str:
    """Name to the left, three figures to the right; the narrow paper gives each figure a column less air."""
    quantity_room, price_room, amount_room = (6, 9, 10) if columns >= 40 else (6, 8, 9)
    return (
        pad(name, columns - quantity_room - price_room - amount_room)
        + pad(quantity, quantity_room, Align.RIGHT)
        + pad(price, price_room, Align.RIGHT)
        + pad(amount, amount_room, Align.RIGHT)
    )
