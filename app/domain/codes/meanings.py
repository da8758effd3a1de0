"""What a code can mean: one type for each meaning."""

from dataclasses import dataclass

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
class Gs1Item:
    """A trade item with what else its GS1 code says; `number` as in Gtin.

    `price_minor` is the price of this very package. Dates are six digits YYMMDD (`gs1.dates.day_of` reads them).
    """

    number: str
    weight_grams: int | None = None
    count: int | None = None
    price_minor: int | None = None
    batch: str = ""
    best_before: str = ""
    sell_by: str = ""
    expiry: str = ""


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A card that names a member or opens a wallet."""

    number: CardNumber


@dataclass(frozen=True, slots=True)
class StoredValueCard:
    """An anonymous stored-value card."""

    number: CardNumber


@dataclass(frozen=True, slots=True)
class MemberCode:
    """The rolling code from a member's phone, not yet verified: `signed` is what `signature` stands for."""

    card: CardNumber
    issued_s: int
    valid_s: int
    signed: bytes
    signature: bytes


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


Code = (
    Gtin
    | WeighedItem
    | Gs1Item
    | MemberCard
    | StoredValueCard
    | MemberCode
    | Voucher
    | ReceiptCode
    | BankCard
    | UnreadableCard
    | Unknown
)
