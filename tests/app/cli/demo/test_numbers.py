"""Numbers of cards and telephones."""

import re

from app.cli.demo.numbers import MEMBER_PREFIX, STORED_VALUE_PREFIX, card_number, luhn_check_digit, phone_number
from app.domain.codes import CardKind, CardRule, CodeRules, MemberCard, StoredValueCard, decode

RULES = CodeRules(
    cards=(
        CardRule(MEMBER_PREFIX, 12, CardKind.MEMBER, luhn=True),
        CardRule(STORED_VALUE_PREFIX, 12, CardKind.STORED_VALUE, luhn=True),
    )
)


def test_the_check_digit_is_the_one_of_the_standard() -> None:
    assert luhn_check_digit("7992739871") == "3"
    assert luhn_check_digit("411111111111111") == "1"


def test_every_card_number_is_read_as_a_card_of_its_kind() -> None:
    for serial in (1, 9, 10, 4_711, 999_999, 2_000_101):
        member, anonymous = card_number(MEMBER_PREFIX, serial), card_number(STORED_VALUE_PREFIX, serial)
        assert decode(member, RULES) == MemberCard(member)
        assert decode(anonymous, RULES) == StoredValueCard(anonymous)


def test_phone_numbers_are_mobile_numbers_and_differ() -> None:
    numbers = [phone_number(serial, serial / 20_000) for serial in range(20_000)]
    assert len({number[3:] for number in numbers}) == 20_000
    assert [number for number in numbers if not re.fullmatch(r"1[3-9]\d{9}", number)] == []
