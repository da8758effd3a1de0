"""Cards known by their chip."""

import pytest

from app.domain.codes import ChipNumber, CodeRules, MemberCard, UnreadableCard, decode
from app.domain.ids import CardNumber


@pytest.mark.parametrize("uid", ["04A1B2C3", "04A1B2C3D4E5F6", "04A1B2C3D4E5F6071829"])
def test_a_chip_is_a_card_number(uid: str) -> None:
    assert decode(f"UID:{uid}", CodeRules()) == MemberCard(CardNumber(uid))


def test_the_directory_may_write_it_in_decimal() -> None:
    rules = CodeRules(chip_number=ChipNumber.DECIMAL)
    assert decode("UID:04A1B2C3", rules) == MemberCard(CardNumber("0077705923"))


@pytest.mark.parametrize("uid", ["", "04A1", "04A1B2C", "04A1B2G3", "04A1B2C3D4"])
def test_a_broken_reading_is_nobodys_card(uid: str) -> None:
    assert decode(f"UID:{uid}", CodeRules()) == UnreadableCard()
