"""What a scan, a swipe or a typed code means.

Sources: GS1 General Specifications (check digit, GTIN lengths; in-store numbers 20-29), ISO/IEC 7813
(magstripe tracks), ISO/IEC 7812 (issuer numbers, Luhn).
"""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.ids import CardNumber


@dataclass(frozen=True, slots=True)
class Gtin:
    """A trade item number with a good check digit, in 13 digits (14 where the first is not 0)."""

    number: str


@dataclass(frozen=True, slots=True)
class WeighedItem:
    """A scale's label: the PLU with either the weight in grams or the price in minor units."""

    plu: str
    weight_grams: int | None = None
    price_minor: int | None = None


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A card that names a member or opens a wallet."""

    number: CardNumber


@dataclass(frozen=True, slots=True)
class StoredValueCard:
    """An anonymous stored-value card."""

    number: CardNumber


@dataclass(frozen=True, slots=True)
class Voucher:
    """A coupon or voucher code."""

    code: str


@dataclass(frozen=True, slots=True)
class ReceiptCode:
    """The QR code of one of our receipts."""

    receipt_number: str


@dataclass(frozen=True, slots=True)
class BankCard:
    """A bank card was swiped: refused; nothing of it is kept, so this holds nothing."""


@dataclass(frozen=True, slots=True)
class UnreadableCard:
    """A swipe that began or ended in the middle."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No known code. `bad_check_digit` when it looks like a GTIN with a mistyped digit."""

    text: str
    bad_check_digit: bool = False


Code = Gtin | WeighedItem | MemberCard | StoredValueCard | Voucher | ReceiptCode | BankCard | UnreadableCard | Unknown


class CardKind(StrEnum):
    """What a card prefix stands for."""

    MEMBER = "member"
    STORED_VALUE = "stored_value"


class LabelCarries(StrEnum):
    """What the five value digits of a weighed label are."""

    WEIGHT = "weight"
    PRICE = "price"


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
    """How this shop's codes are told apart."""

    cards: tuple[CardRule, ...] = ()
    weighed: tuple[WeighedRule, ...] = field(
        default=(WeighedRule("20", LabelCarries.WEIGHT), WeighedRule("21", LabelCarries.PRICE))
    )
    voucher_prefix: str = "VC"


RECEIPT_PREFIX = "MT:"

_TRACK_1 = re.compile(r"%B(?P<pan>\d{8,19})\^[^^?]{2,26}\^\d{4}[^?]*\??")
_TRACK_2 = re.compile(r";(?P<pan>\d{8,19})=\d{4}[^?]*\??")
_BARE_TRACK = re.compile(r"[%;+]?(?P<digits>\d{4,37})\?.?")
# A swipe that broke off, and the next one glued to it: data, no end sentinel, a new start sentinel.
_GLUED = re.compile(r"[%;+][^?]*\d[^?]*[%;]")
_BANK_ISSUER = re.compile(r"4|5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|3[47]|62|35")

# As it is written on a card, in groups, or inside what a reader set to another keyboard makes of a track.
_MAYBE_BANK_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){14,18}(?!\d)")


def gtin_check_digit(digits: str) -> str:
    """The GS1 check digit over `digits` (without it): weights 3 and 1 from the right."""
    total = sum(int(digit) * (3 if index % 2 == 0 else 1) for index, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def luhn_is_good(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if index % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def decode(text: str, rules: CodeRules) -> Code:
    """The one meaning of `text` under the shop's rules."""
    cleaned = "".join(char for char in text if char.isprintable()).strip()
    if cleaned[:1] in {"%", ";", "+"}:
        return _decode_tracks(cleaned, rules)
    if cleaned.isascii() and cleaned.isdecimal():
        return _decode_digits(cleaned, rules)
    if cleaned.startswith(RECEIPT_PREFIX):
        return ReceiptCode(cleaned.removeprefix(RECEIPT_PREFIX))
    if rules.voucher_prefix and cleaned.upper().startswith(rules.voucher_prefix) and cleaned.isalnum():
        return Voucher(cleaned.upper())
    return BankCard() if _holds_bank_card(cleaned) else Unknown(cleaned)


def is_swiped_card(text: str) -> bool:
    """Whether `text` is a swipe, or a bank card's number in groups; digits alone may be any other number as well."""
    return not text.isdecimal() and isinstance(decode(text, CodeRules()), BankCard | UnreadableCard)


def _decode_tracks(text: str, rules: CodeRules) -> Code:
    own = [found for found in (_own_card(m["digits"], rules) for m in _BARE_TRACK.finditer(text)) if found]
    for track in (*_TRACK_1.finditer(text), *_TRACK_2.finditer(text)):
        card = _own_card(track["pan"], rules)
        if card is None:
            return BankCard() if _BANK_ISSUER.match(track["pan"]) else UnreadableCard()
        own.append(card)
    # Two cards in one swipe, or half a one before it: nobody can say whose it is.
    return own[0] if len(set(own)) == 1 and not _GLUED.search(text) else UnreadableCard()


def _decode_digits(digits: str, rules: CodeRules) -> Code:
    card = _own_card(digits, rules)
    if card:
        return card
    if _looks_like_bank_card(digits):
        return BankCard()
    if len(digits) not in {8, 12, 13, 14}:
        return Unknown(digits)
    if gtin_check_digit(digits[:-1]) != digits[-1]:
        return Unknown(digits, bad_check_digit=True)
    weighed = next((rule for rule in rules.weighed if len(digits) == 13 and digits.startswith(rule.prefix)), None)
    if weighed:
        plu, value = digits[2:7], int(digits[7:12])
        if weighed.carries is LabelCarries.WEIGHT:
            return WeighedItem(plu, weight_grams=value)
        return WeighedItem(plu, price_minor=value)
    return Gtin(digits.lstrip("0").zfill(13) if len(digits) == 14 and digits[0] == "0" else digits.zfill(13))


def _own_card(digits: str, rules: CodeRules) -> MemberCard | StoredValueCard | None:
    for rule in rules.cards:
        if digits.startswith(rule.prefix) and len(digits) == rule.length and (not rule.luhn or luhn_is_good(digits)):
            number = CardNumber(digits)
            return MemberCard(number) if rule.kind is CardKind.MEMBER else StoredValueCard(number)
    return None


def _looks_like_bank_card(digits: str) -> bool:
    return 15 <= len(digits) <= 19 and bool(_BANK_ISSUER.match(digits)) and luhn_is_good(digits)


def _holds_bank_card(text: str) -> bool:
    """Whether the number of a bank card stands anywhere in `text`, in whatever clothes."""
    plain = unicodedata.normalize("NFKC", text)
    return any(
        _looks_like_bank_card(found[0].replace(" ", "").replace("-", "")) for found in _MAYBE_BANK_CARD.finditer(plain)
    )
