"""Codes that are nothing but digits. Source: GS1 General Specifications (GTIN lengths; in-store numbers 20-29)."""

from app.domain.codes.bank_card import looks_like_bank_card
from app.domain.codes.check_digits import gtin_is_good, normal_gtin
from app.domain.codes.meanings import BankCard, Code, Gtin, Unknown, WeighedItem
from app.domain.codes.own_card import own_card
from app.domain.codes.rules import CodeRules, LabelCarries

_GTIN_LENGTHS = frozenset({8, 12, 13, 14})


def decode_digits(digits: str, rules: CodeRules) -> Code:
    """What a run of digits is."""
    card = own_card(digits, rules)
    if card:
        return card
    if looks_like_bank_card(digits):
        return BankCard()
    if len(digits) not in _GTIN_LENGTHS:
        return Unknown(digits)
    if not gtin_is_good(digits):
        return Unknown(digits, bad_check_digit=True)
    return _weighed(digits, rules) or Gtin(normal_gtin(digits))


def _weighed(digits: str, rules: CodeRules) -> WeighedItem | None:
    rule = next((rule for rule in rules.weighed if len(digits) == 13 and digits.startswith(rule.prefix)), None)
    if rule is None:
        return None
    plu, value = digits[2:7], int(digits[7:12])
    if rule.carries is LabelCarries.WEIGHT:
        return WeighedItem(plu, weight_grams=value)
    return WeighedItem(plu, price_minor=value)
