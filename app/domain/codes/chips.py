"""Cards known by the number of their chip (ISO/IEC 14443: 4, 7 or 10 bytes).

A reader that is set to send chip numbers has them brought into one form (`UID:` and hex digits) by its driver, because
eight hex digits could as well be goods.
"""

import re

from app.domain.codes.meanings import Code, MemberCard, UnreadableCard
from app.domain.codes.rules import ChipNumber, CodeRules
from app.domain.ids import CardNumber

CHIP_PREFIX = "UID:"

_UID = re.compile(r"(?:[0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20})")


def decode_chip(text: str, rules: CodeRules) -> Code:
    """The card that the directory has under this chip's number; a broken reading is unreadable."""
    uid = text.removeprefix(CHIP_PREFIX)
    if not _UID.fullmatch(uid):
        return UnreadableCard()
    if rules.chip_number is ChipNumber.DECIMAL:
        return MemberCard(CardNumber(str(int(uid, 16)).zfill(10)))
    return MemberCard(CardNumber(uid))
