"""A code has one meaning; a bank card is refused whatever way it is swiped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    BankCard,
    CardKind,
    CardRule,
    CodeRules,
    Gtin,
    MemberCard,
    ReceiptCode,
    StoredValueCard,
    Unknown,
    UnreadableCard,
    Voucher,
    WeighedItem,
    decode,
    gtin_check_digit,
    luhn_is_good,
)

RULES = CodeRules(
    cards=(CardRule("88", 12, luhn=True), CardRule("99", 12, CardKind.STORED_VALUE, luhn=True)),
)
MEMBER = "881234567894"
ANONYMOUS = "991234567891"


def with_luhn(body: str) -> str:
    """`body` with its Luhn digit."""
    return next(body + digit for digit in "0123456789" if luhn_is_good(body + digit))


@given(body=st.text("0123456789", min_size=12, max_size=12).filter(lambda b: b[:2] not in {"20", "21"}))
def test_a_good_ean_is_a_gtin_and_one_wrong_digit_is_not(body: str) -> None:
    code = body + gtin_check_digit(body)
    assert decode(code, RULES) == Gtin(code)
    wrong = str((int(code[5]) + 1) % 10)
    damaged = code[:5] + wrong + code[6:]
    if damaged[:2] not in {"20", "21"}:
        assert decode(damaged, RULES) == Unknown(damaged, bad_check_digit=True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("96385074", Gtin("0000096385074")),
        ("036000291452", Gtin("0036000291452")),
        ("00036000291452", Gtin("0036000291452")),
        ("10036000291459", Gtin("10036000291459")),
        ("6901234567892\r", Gtin("6901234567892")),
        ("2000099005250", WeighedItem("00099", weight_grams=525)),
        ("2100099020908", WeighedItem("00099", price_minor=2_090)),
        ("VC2026A1", Voucher("VC2026A1")),
        ("MT:T01-1-000012", ReceiptCode("T01-1-000012")),
        ("zs", Unknown("zs")),
        ("1234", Unknown("1234")),
    ],
)
def test_known_codes(text: str, code: object) -> None:
    assert decode(text, RULES) == code


def test_a_card_is_read_bare_or_from_its_tracks() -> None:
    member, anonymous = with_luhn(MEMBER[:-1]), with_luhn(ANONYMOUS[:-1])
    assert decode(member, RULES) == MemberCard(member)  # type: ignore[arg-type]
    assert decode(f";{member}?", RULES) == MemberCard(member)  # type: ignore[arg-type]
    assert decode(f"%{member}?;{member}?", RULES) == MemberCard(member)  # type: ignore[arg-type]
    assert decode(f";{member}=2912101?", RULES) == MemberCard(member)  # type: ignore[arg-type]
    assert decode(anonymous, RULES) == StoredValueCard(anonymous)  # type: ignore[arg-type]


@pytest.mark.parametrize("prefix", ["4111111111", "5200000000", "2221001000", "3400000000", "6222021234", "3528000000"])
def test_a_bank_card_is_refused_and_nothing_of_it_kept(prefix: str) -> None:
    pan = with_luhn((prefix + "12345")[:15])
    for swipe in (f"%B{pan}^ZHANG/SAN ^2912101123?;{pan}=29121011234?", f";{pan}=29121011234?", pan):
        code = decode(swipe, RULES)
        assert code == BankCard()
        assert pan not in repr(code)


@pytest.mark.parametrize(
    "swipe",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111=29121011234",
        "B4111111111111111^ZHANG/SAN^2912101123",
        "；4111111111111111＝2912？",
        "；４１１１１１１１１１１１１１１１＝2912？",
        "`4111111111111111=2912?",
        "E4111111111111111?",
    ],
)
def test_a_bank_card_in_odd_clothes_is_refused_too(swipe: str) -> None:
    assert decode(swipe, RULES) == BankCard()


@pytest.mark.parametrize(
    "text", ["4200002345202611221234567890", "2026112200012345678", "4111111111111112", "张三 4111"]
)
def test_a_number_of_another_kind_is_no_bank_card(text: str) -> None:
    assert isinstance(decode(text, RULES), Unknown)


@pytest.mark.parametrize("swipe", [";", "%B", ";88123", "%?;?", ";12345678=2912?"])
def test_half_a_swipe_is_unreadable(swipe: str) -> None:
    assert isinstance(decode(swipe, RULES), UnreadableCard)


@pytest.mark.parametrize(
    "swipe",
    [
        ";{member}?;{anonymous}?",
        "%{member}?;{anonymous}?",
        ";8812345;{anonymous}?",
        "%8812345%{anonymous}?;{anonymous}?",
        ";{member}=2912;{anonymous}=2912?",
    ],
)
def test_two_cards_glued_together_are_neither(swipe: str) -> None:
    glued = swipe.format(member=with_luhn(MEMBER[:-1]), anonymous=with_luhn(ANONYMOUS[:-1]))
    assert isinstance(decode(glued, RULES), UnreadableCard)


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_decoder(text: str) -> None:
    decode(text, RULES)


@given(pan=st.text("0123456789", min_size=13, max_size=19))
def test_a_swipe_with_an_expiry_never_becomes_a_code_of_goods(pan: str) -> None:
    assert isinstance(decode(f";{pan}=29121011234?", RULES), BankCard | UnreadableCard | MemberCard | StoredValueCard)
