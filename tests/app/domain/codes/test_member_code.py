"""The code on a member's phone: short, the same there and back, and never half."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import CodeRules, MemberCode, Unknown, decode
from app.domain.codes.member_code import member_code_body, member_code_text
from app.domain.ids import CardNumber

SIGNATURE = bytes(range(64))
# What a QR code of version 6 (41 by 41 modules) holds in alphanumeric mode at correction level M.
ROOM_IN_VERSION_6_M = 154


@given(
    card=st.text("0123456789ABCDEF", min_size=4, max_size=20), issued_s=st.integers(0, 2**32 - 1),
    valid_s=st.integers(1, 600), signature=st.binary(min_size=64, max_size=64),
)  # fmt: skip
def test_there_and_back(card: str, issued_s: int, valid_s: int, signature: bytes) -> None:
    number = CardNumber(card)
    body = member_code_body(number, issued_s, valid_s)
    text = member_code_text(body, signature)
    assert decode(text, CodeRules()) == MemberCode(number, issued_s, valid_s, body, signature)
    assert text.isalnum()
    assert text == text.upper()
    assert len(text) <= ROOM_IN_VERSION_6_M


def test_half_a_code_is_none() -> None:
    text = member_code_text(member_code_body(CardNumber("880000000013"), 1_795_320_000, 60), SIGNATURE)
    for broken in (text[:-2], text[:20], text + "AA", "MQ1", "MQ1" + "A" * 130, text.replace("A", "1")):
        assert isinstance(decode(broken, CodeRules()), Unknown)
