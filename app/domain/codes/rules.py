"""How a shop's codes are told apart: all of it is the shop's to set."""

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What a card prefix stands for."""

    MEMBER = "member"
    STORED_VALUE = "stored_value"


class LabelCarries(StrEnum):
    """What the five value digits of a weighed label are."""

    WEIGHT = "weight"
    PRICE = "price"


class CardTrack(StrEnum):
    """On which magnetic track the shop's cards carry their number; with ANY all tracks must agree."""

    ANY = "any"
    FIRST = "1"
    SECOND = "2"
    THIRD = "3"


class ChipNumber(StrEnum):
    """How the directory writes the number of a card that is known by its chip: as hex digits or as ten decimal ones."""

    HEX = "hex"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True)
class CardRule:
    """Card numbers that begin with `prefix` and have `length` digits; `luhn` where the last is a check digit."""

    prefix: str
    length: int
    kind: CardKind = CardKind.MEMBER
    luhn: bool = False


@dataclass(frozen=True, slots=True)
class WeighedRule:
    """In-store EAN-13 of the form prefix(2) PLU(5) value(5) check(1)."""

    prefix: str
    carries: LabelCarries


@dataclass(frozen=True, slots=True)
class CodeRules:
    """How this shop's codes are told apart. `currency` is the ISO 4217 number of its money (156 = CNY)."""

    cards: tuple[CardRule, ...] = ()
    weighed: tuple[WeighedRule, ...] = (
        WeighedRule("20", LabelCarries.WEIGHT),
        WeighedRule("21", LabelCarries.PRICE),
    )
    voucher_prefix: str = "VC"
    card_track: CardTrack = CardTrack.ANY
    chip_number: ChipNumber = ChipNumber.HEX
    currency: str = "156"
