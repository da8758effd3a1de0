"""The code on a member's phone at a till: taken once, while it is fresh, from head office only, by a sure clock."""

import pytest

from app.domain.codes import MemberCode, decode
from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber
from app.domain.member import MemberView
from app.services.accept_member_code import SAME_SHOWING_S, TOLERANCE_S
from sync.client.state import SyncState, keep_sync_state
from sync.office.services.people.sign_member_code import MemberCodeSigner
from tests.app.services.shop import FROZEN_CARD, NOON, ZHANG_CARD, Shop

SIGNER = MemberCodeSigner(bytes(range(32)))
VALID_S = 60


@pytest.fixture
def chained(shop: Shop) -> Shop:
    """The shop, after head office has told it its key."""
    with shop.store.unit_of_work() as uow:
        keep_sync_state(uow.config, SyncState(member_code_key=SIGNER.key))
        uow.commit()
    return shop


def code(at_s: int = 0, card: CardNumber = ZHANG_CARD, signer: MemberCodeSigner = SIGNER) -> str:
    """What the phone shows `at_s` seconds after noon."""
    return signer(card, NOON + at_s * 1000, VALID_S)


def why(shop: Shop, text: str) -> Why | None:
    """Why the code is not taken; None where it opens the wallet."""
    found = shop.use.look_up(text)
    assert isinstance(found, Refused | MemberView)
    return found.why if isinstance(found, Refused) else None


def test_a_fresh_code_opens_the_members_wallet(chained: Shop) -> None:
    view = chained.use.look_up(code())
    assert isinstance(view, MemberView)
    assert view.card
    assert view.card.number == ZHANG_CARD


def test_it_is_taken_once_and_that_is_not_forgotten(chained: Shop) -> None:
    assert why(chained, code()) is None
    chained.clock.pass_ms(SAME_SHOWING_S * 1000)
    assert why(chained, code()) is None
    chained.clock.pass_ms(1000)
    assert why(chained, code()) is Why.MEMBER_CODE_USED
    chained.reopen()
    assert why(chained, code()) is Why.MEMBER_CODE_USED
    assert why(chained, code(7)) is None


@pytest.mark.parametrize(
    ("at_s", "refusal"),
    [
        (-VALID_S - TOLERANCE_S, None),
        (-VALID_S - TOLERANCE_S - 1, Why.MEMBER_CODE_EXPIRED),
        (TOLERANCE_S, None),
        (TOLERANCE_S + 1, Why.MEMBER_CODE_CLOCK),
    ],
)
def test_it_runs_out(chained: Shop, at_s: int, refusal: Why | None) -> None:
    assert why(chained, code(at_s)) is refusal


def test_a_code_that_says_it_is_good_for_hours_is_not(chained: Shop) -> None:
    with pytest.raises(ValueError, match="1 to 600 seconds"):
        SIGNER(ZHANG_CARD, NOON, 3_600)


def test_nobody_else_can_make_one(chained: Shop) -> None:
    assert why(chained, code(signer=MemberCodeSigner(bytes(32)))) is Why.MEMBER_CODE_FORGED


def test_no_bit_of_it_can_be_changed(chained: Shop) -> None:
    good = decode(code(), chained.use.look_up.rules)
    assert isinstance(good, MemberCode)
    for place in range(len(good.signed)):
        signed = bytearray(good.signed)
        signed[place] ^= 1
        forged = MemberCode(good.card, good.issued_s, good.valid_s, bytes(signed), good.signature)
        refused = chained.use.look_up.accept_member_code(forged)
        assert refused is not None
        assert refused.why is Why.MEMBER_CODE_FORGED


def test_a_till_that_never_met_head_office_says_so(shop: Shop) -> None:
    assert why(shop, code()) is Why.MEMBER_CODE_NO_KEY


def test_a_clock_in_doubt_checks_nothing(chained: Shop) -> None:
    chained.clock.wall -= 3_600_000
    chained.sell()
    assert why(chained, code()) is Why.MEMBER_CODE_CLOCK


def test_a_frozen_card_stays_frozen_and_its_code_unused(chained: Shop) -> None:
    assert why(chained, code(card=FROZEN_CARD)) is Why.CARD_FROZEN
    with chained.store.unit_of_work() as uow:
        assert uow.config.get("member_codes_used") is None
