"""What a slip is made of: a row of blocks, which `layout` turns into a page of 32 or 48 columns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A centred line in double size."""

    text: str


@dataclass(frozen=True, slots=True)
class Centred:
    """A centred line."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A word on the left and its figure on the right; `strong` in double size."""

    left: str
    right: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ItemHead:
    """The head of the item columns."""

    name: str
    quantity: str
    price: str
    amount: str


@dataclass(frozen=True, slots=True)
class Item:
    """One line of goods: name, quantity, unit price, amount, and the reasons below it."""

    name: str
    quantity: str
    price: str
    amount: str
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Divider:
    """A rule over the whole width."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    data: str


@dataclass(frozen=True, slots=True)
class Bars:
    """A Code 128 barcode of printable ASCII."""

    data: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The shop's picture, where it has one."""


@dataclass(frozen=True, slots=True)
class Buzz:
    """The printer's buzzer, for a slip that somebody waits for."""


@dataclass(frozen=True, slots=True)
class Space:
    """Blank lines."""

    lines: int = 1


Block = Heading | Centred | Pair | ItemHead | Item | Divider | Code | Bars | Logo | Buzz | Space
