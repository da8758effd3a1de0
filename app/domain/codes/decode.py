"""The one meaning of whatever was scanned, swiped or typed."""

import re

from app.domain.codes.bank_card import holds_bank_card
from app.domain.codes.chips import CHIP_PREFIX, decode_chip
from app.domain.codes.gs1.item import decode_gs1
from app.domain.codes.meanings import BankCard, Code, ReceiptCode, Unknown, UnreadableCard, Voucher
from app.domain.codes.member_code import MEMBER_CODE_PREFIX, decode_member_code
from app.domain.codes.numbers import decode_digits
from app.domain.codes.rules import CodeRules
from app.domain.codes.tracks import TRACK_STARTS, decode_tracks

RECEIPT_PREFIX = "MT:"

# ISO/IEC 15424: which symbol was read, of a scanner that is set to say so; only the GS1 ones change the meaning.
_SYMBOL = re.compile(r"\][A-Za-z][0-9A-Za-z]")


def decode(text: str, rules: CodeRules) -> Code:
    """The one meaning of `text` under the shop's rules."""
    cleaned = "".join(char for char in text if char.isprintable()).strip()
    trimmed = text.strip("\r\n\t ")  # not its separators, which `strip` alone takes for blanks
    if cleaned[:1] in TRACK_STARTS:
        return decode_tracks(cleaned, rules)
    if cleaned.isascii() and cleaned.isdecimal():
        code = decode_digits(cleaned, rules)
        return code if not isinstance(code, Unknown) else decode_gs1(trimmed, rules.currency) or code
    return decode_gs1(trimmed, rules.currency) or _decode_words(_SYMBOL.sub("", cleaned, 1), rules)


def is_swiped_card(text: str) -> bool:
    """Whether `text` is a swipe, or a bank card's number in groups; digits alone may be any other number as well."""
    return not text.isdecimal() and isinstance(decode(text, CodeRules()), BankCard | UnreadableCard)


def _decode_words(text: str, rules: CodeRules) -> Code:
    if text.isascii() and text.isdecimal():  # it stood behind the name of its symbol
        return decode_digits(text, rules)
    if text.startswith(RECEIPT_PREFIX):
        return ReceiptCode(text.removeprefix(RECEIPT_PREFIX))
    if text.startswith(CHIP_PREFIX):
        return decode_chip(text, rules)
    if text.startswith(MEMBER_CODE_PREFIX) and (code := decode_member_code(text)):
        return code
    if rules.voucher_prefix and text.upper().startswith(rules.voucher_prefix) and text.isalnum():
        return Voucher(text.upper())
    return BankCard() if holds_bank_card(text) else Unknown(text)
