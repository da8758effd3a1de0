"""What a scan, a swipe or a typed code means: `decode` under a shop's `CodeRules` gives one of the `meanings`."""

from app.domain.codes.check_digits import gtin_check_digit, luhn_is_good
from app.domain.codes.decode import RECEIPT_PREFIX, decode, is_swiped_card
from app.domain.codes.meanings import (
    BankCard,
    Code,
    Gs1Item,
    Gtin,
    MemberCard,
    MemberCode,
    ReceiptCode,
    StoredValueCard,
    Unknown,
    UnreadableCard,
    Voucher,
    WeighedItem,
)
from app.domain.codes.rules import CardKind, CardRule, CardTrack, ChipNumber, CodeRules, LabelCarries, WeighedRule

__all__ = [
    "RECEIPT_PREFIX",
    "BankCard",
    "CardKind",
    "CardRule",
    "CardTrack",
    "ChipNumber",
    "Code",
    "CodeRules",
    "Gs1Item",
    "Gtin",
    "LabelCarries",
    "MemberCard",
    "MemberCode",
    "ReceiptCode",
    "StoredValueCard",
    "Unknown",
    "UnreadableCard",
    "Voucher",
    "WeighedItem",
    "WeighedRule",
    "decode",
    "gtin_check_digit",
    "is_swiped_card",
    "luhn_is_good",
]
