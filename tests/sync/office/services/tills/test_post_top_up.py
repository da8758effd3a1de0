"""The code on a top-up's slip at head office: posted once, whichever comes first, and nothing else is believed."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.bookkeeping import deal_event_body, entries_of_deal
from app.domain.ids import MerchantId
from app.domain.journal import Event, Kind
from app.domain.lease import Take
from app.domain.ledger import BONUS, OFFICE, PRINCIPAL, Lot, Unit, lease_at
from app.domain.programme.model import TenderType
from app.domain.sale.facts import SaleTender
from app.domain.top_up_proof import proof_of, proof_text
from app.domain.value.facts import Holder, TopUp
from sync.office.services.errors import RecoveryError, UnknownTillError
from sync.office.services.tills.post_top_up import PostTopUp, ProofRefusedError
from sync.office.services.tills.restore import enter_recovery
from sync.protocol.messages import Ack
from tests.app.domain.builders import origin
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import MERCHANT, TILL, WALLET, Chain

TILL_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = TILL_KEY.public_key().public_bytes_raw().hex()


class Slip:
    """A till that has topped up 700 with 70 on top, 200 of it returned at once, and what its slip says."""

    def __init__(self, desk: Desk, *, paid: int = 70_000, bonus: int = 7_000) -> None:
        self.chain = Chain()
        desk.enrol(self.chain, key=PUBLIC)
        desk.hello(self.chain)
        self.chain.plain()
        desk.push(self.chain)
        self.event = self.add(paid, bonus)
        seq, shop = self.event.seq, MerchantId(MERCHANT)
        self.text = proof_text(proof_of(self.deal, seq, shop), TILL_KEY.sign)

    def add(self, paid: int, bonus: int) -> Event:
        """The top-up as the chain's next event."""
        deal_id = self.chain.copy(b"\0").add(Kind.TOP_UP, {}).id
        lot = Lot(f"topup:{deal_id}")
        credited = (Take(PRINCIPAL, lot, paid), Take(BONUS, lot, bonus))
        tender = SaleTender("cash", TenderType.CASH, paid, paid)
        returned = (Take(PRINCIPAL, lot, 20_000),)
        self.deal = TopUp(deal_id, origin(), "CNY", Holder(WALLET), (tender,), 0, credited, (), returned, ("autumn",))
        body = deal_event_body(self.deal, entries_of_deal(self.deal, MerchantId(MERCHANT)))
        return self.chain.add(Kind.TOP_UP, body)


def held(desk: Desk, slip: Slip, unit: Unit = PRINCIPAL) -> tuple[int, int]:
    """At the till and at head office, of the lots of the top-up."""
    lot = slip.deal.credits[0].lot
    return desk.balance(lease_at(TILL), unit=unit, lot=lot), desk.balance(OFFICE, unit=unit, lot=lot)


@pytest.fixture
def post(desk: Desk) -> PostTopUp:
    return PostTopUp(desk.world)


@pytest.fixture
def slip(desk: Desk) -> Slip:
    return Slip(desk)


def test_the_slip_first_then_the_event(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    assert post(slip.text).is_news
    assert (held(desk, slip), held(desk, slip, BONUS)) == ((50_000, 20_000), (7_000, 0))
    assert not post(slip.text).is_news
    assert isinstance(desk.push(slip.chain), Ack)
    assert (held(desk, slip), held(desk, slip, BONUS)) == ((50_000, 20_000), (7_000, 0))
    assert desk.rules_broken() == []
    assert not post(slip.text).is_news
    desk.check()


def test_the_event_first_then_the_slip(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    assert isinstance(desk.push(slip.chain), Ack)
    assert not post(slip.text).is_news
    assert held(desk, slip) == (50_000, 20_000)
    desk.check()


def test_the_till_spends_on_and_nothing_is_overdrawn(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    post(slip.text)
    slip.chain.spend(50_000, lot=slip.deal.credits[0].lot)
    desk.push(slip.chain)
    assert held(desk, slip) == (0, 20_000)
    assert desk.rules_broken() == []
    desk.check()


@pytest.mark.parametrize("is_posted_first", [True, False])
def test_the_slip_of_a_lost_till_makes_the_member_whole(
    desk: Desk, slip: Slip, post: PostTopUp, is_posted_first: bool
) -> None:
    if is_posted_first:
        post(slip.text)
    desk.write_off(TILL, 1, ["王", "陈"], "stolen")
    assert post(slip.text).is_news is not is_posted_first
    assert held(desk, slip) == (0, 70_000)
    assert held(desk, slip, BONUS) == (0, 7_000)
    desk.push(slip.chain)  # it is found again after all
    assert held(desk, slip) == (0, 70_000)
    desk.check()


def test_an_event_that_says_otherwise_is_told_and_changes_nothing(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    post(slip.text)
    other = slip.chain.copy(b"\0")
    other.events, other.head = other.events[:1], other.events[0].head
    slip.chain = other
    slip.add(90_000, 9_000)
    assert isinstance(desk.push(other, 1), Ack)
    assert desk.rules_broken() == [("id_used_twice", 0)]
    assert held(desk, slip) == (50_000, 20_000)
    desk.check()


def test_another_event_in_its_place_is_for_a_person(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    other = slip.chain.copy(b"x")
    other.events, other.head = other.events[:1], other.events[0].head
    other.plain()
    desk.push(other, 1)
    with pytest.raises(ProofRefusedError, match="another one"):
        post(slip.text)
    desk.check()


def test_what_no_till_has_signed_is_not_believed(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    forger = Ed25519PrivateKey.generate()
    with pytest.raises(ProofRefusedError, match="not signed"):
        post(proof_text(proof_of(slip.deal, slip.event.seq, MerchantId(MERCHANT)), forger.sign))
    with pytest.raises(ProofRefusedError, match="no code"):
        post("MTR:T01-1-000001")
    assert held(desk, slip) == (0, 0)


def test_a_till_nobody_knows_and_an_office_that_waits(desk: Desk, slip: Slip, post: PostTopUp) -> None:
    enter_recovery(desk.world)
    with pytest.raises(RecoveryError):
        post(slip.text)
    slip.deal = replace(slip.deal, origin=replace(slip.deal.origin, epoch=9))
    with pytest.raises(UnknownTillError):
        post(proof_text(proof_of(slip.deal, 2, MerchantId(MERCHANT)), TILL_KEY.sign))
