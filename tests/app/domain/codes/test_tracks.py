"""Tracks one to three: the shop's own cards on the track it has set, a bank's card on any of them refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    BankCard,
    CardRule,
    CardTrack,
    Code,
    CodeRules,
    MemberCard,
    UnreadableCard,
    decode,
    luhn_is_good,
)
from app.domain.ids import CardNumber

OWN, OTHER = "881234567890", "881234567891"
BANK = "6222021234567890"


def swiped(text: str, track: CardTrack = CardTrack.ANY) -> Code:
    """What the swipe is where cards carry their number on `track`."""
    return decode(text, CodeRules(cards=(CardRule("88", 12),), card_track=track))


@pytest.mark.parametrize(
    "swipe",
    [
        f"%{OWN}?",
        f"%B{OWN}^ZHANG/SAN^?",
        f"%M{OWN}^张三^VIP?",
        f";{OWN}?",
        f";{OWN}=?",
        f"+{OWN}?",
        f"%{OWN}?;{OWN}?+{OWN}?",
        f"%E?;{OWN}?",
        f";E?+{OWN}?",
        f"%ZHANG SAN?;{OWN}?;{OWN}?",
    ],
)
def test_the_number_on_any_track(swipe: str) -> None:
    assert swiped(swipe) == MemberCard(CardNumber(OWN))


def test_only_the_track_that_is_set_counts() -> None:
    three = f"%{OWN}?;{OTHER}?+{OTHER}?"
    assert swiped(three, CardTrack.FIRST) == MemberCard(CardNumber(OWN))
    assert swiped(three, CardTrack.SECOND) == MemberCard(CardNumber(OTHER))
    assert swiped(three) == UnreadableCard()
    assert swiped(f"%{OWN}?;E?", CardTrack.SECOND) == UnreadableCard()
    assert swiped(f";{OTHER}?;{OWN}?", CardTrack.THIRD) == MemberCard(CardNumber(OWN))


@pytest.mark.parametrize(
    "swipe",
    [
        f"%B{BANK}^ZHANG/SAN^29121011234567?",
        f"%E?;{BANK}=29121011234567?",
        f"%E?;E?;99{BANK}=156000000000000?",
        f"%E?;E?+01{BANK}=156000000000000?",
        f"%{OWN}?;{BANK}=29121011234567?",
        f";{BANK}=29121011234567",
    ],
)
@pytest.mark.parametrize("track", list(CardTrack))
def test_a_bank_card_on_any_track_is_refused(swipe: str, track: CardTrack) -> None:
    assert swiped(swipe, track) == BankCard()


@given(
    issuer=st.sampled_from(["4", "51", "55", "2221", "2720", "34", "37", "62", "35"]),
    rest=st.text("0123456789", min_size=12, max_size=14),
    expiry=st.text("0123456789", min_size=4, max_size=12),
)
def test_nothing_of_a_bank_card_stays(issuer: str, rest: str, expiry: str) -> None:
    body = (issuer + rest)[:15]
    pan = next(body + digit for digit in "0123456789" if luhn_is_good(body + digit))
    for swipe in (f"%B{pan}^A/B^{expiry}?", f";{pan}={expiry}?", f"%B{pan}^A/B^{expiry}?;{pan}={expiry}?L"):
        code = swiped(swipe)
        assert code == BankCard()
        assert pan[:8] not in repr(code)
