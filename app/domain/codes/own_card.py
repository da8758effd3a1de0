"""The shop's own cards, by the prefixes and lengths it has set."""

from app.domain.codes.check_digits import luhn_is_good
from app.domain.codes.meanings import MemberCard, StoredValueCard
from app.domain.codes.rules import CardKind, CodeRules
from app.domain.ids import CardNumber


def own_card(digits: str, rules: CodeRules) -> MemberCard | StoredValueCard | None:
    """The card with this number, if the number can be one of the shop's."""
    for rule in rules.cards:
        if digits.startswith(rule.prefix) and len(digits) == rule.length and (not rule.luhn or luhn_is_good(digits)):
            number = CardNumber(digits)
            return MemberCard(number) if rule.kind is CardKind.MEMBER else StoredValueCard(number)
    return None
