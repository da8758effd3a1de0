"""The code on a top-up's slip: read back as it was signed, and nothing else passes for one."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.bookkeeping import entries_of_deal
from app.domain.ids import EventId, MerchantId, TillId, WalletId
from app.domain.lease import Take
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot
from app.domain.programme.model import TenderType
from app.domain.sale.facts import SaleTender
from app.domain.top_up_proof import ProofUnreadableError, TopUpProof, proof_of, proof_text, read_proof
from app.domain.value.facts import Holder, TopUp
from tests.app.domain.builders import origin

ID = EventId("019a0c5e7c017000a000000000000001")
YEAR = tuple(Lot(f"topup:{ID}", f"2027-{month:02d}-22", "2028-12-31") for month in range(1, 13))
CREDITS = (
    Take(PRINCIPAL, Lot(f"topup:{ID}"), 500_000),
    *(Take(BONUS, lot, 4_166) for lot in YEAR),
    Take(POINTS, Lot(f"topup:{ID}", "", "2027-12-31"), 500),
)
RETURNED = (Take(PRINCIPAL, CREDITS[0].lot, 450_000), Take(BONUS, YEAR[0], 1_000))
SHOP = MerchantId("人民路店")


def sign(data: bytes) -> bytes:
    return hashlib.sha512(data).digest()


def a_top_up() -> TopUp:
    tender = SaleTender("cash", TenderType.CASH, 500_000, 500_000)
    return TopUp(ID, origin(), "CNY", Holder(WalletId("w-zhang")), (tender,), 0, CREDITS, (), RETURNED)


def test_a_year_of_instalments_fits_on_a_slip_and_is_read_back() -> None:
    proof = proof_of(a_top_up(), 812, SHOP)
    text = proof_text(proof, sign)
    assert len(text) < 700
    read, facts, signature = read_proof(f" {text}\n")
    assert read == proof
    assert signature == sign(facts)


def test_it_posts_what_the_event_posts() -> None:
    proof = proof_of(a_top_up(), 812, SHOP)
    assert proof.entries() == entries_of_deal(a_top_up(), SHOP)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MTU1",
        "MTU1..",
        "MTR:T01-1-000001",
        "MTU2.eJw.AAAA",
        "MTU1.eJw.AAAA",
        "MTU1.eJyLBQAAXABc.AA",
        "MTU1.储值.AA",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(ProofUnreadableError):
        read_proof(text)


@given(st.data())
def test_a_changed_character_never_reads_as_the_same(data: st.DataObject) -> None:
    text = proof_text(proof_of(a_top_up(), 812, SHOP), sign)
    place = data.draw(st.integers(5, len(text) - 1))
    other = data.draw(st.sampled_from("ABCxyz019-_").filter(lambda char: char != text[place]))
    try:
        read, facts, signature = read_proof(text[:place] + other + text[place + 1 :])
    except ProofUnreadableError:
        return
    assert isinstance(read, TopUpProof)
    # The last character of base64 holds bits that nobody reads.
    assert signature != sign(facts) or read == proof_of(a_top_up(), 812, SHOP)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(ProofUnreadableError):
        read_proof("MTU1.eJztwQEBAAAAgiD_r25IQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AA")


def test_till_names_are_words() -> None:
    assert proof_of(a_top_up(), 1, SHOP).till == TillId("T01")
