"""An event that cannot be read is kept and acknowledged, stops nothing, and is posted or closed later."""

import json

import pytest

from app.domain.ids import TillId
from app.domain.lease.office import Rule
from app.domain.ledger import REDEEMED
from sync.office.services.errors import NotParkedError, RecoveryError, SecondPersonNeededError
from sync.office.services.tills.restore import enter_recovery
from sync.office.services.upkeep.parked import ParkedEvents
from sync.protocol.facts import EventFacts, facts_of
from sync.protocol.messages import Ack, Granted
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import Chain

NEWER = b"newer_"


@pytest.fixture
def till(desk: Desk) -> Chain:
    """Holds 300 and has spent 50 of it in an event that only a later version can read, and 20 in a plain one."""
    desk.give(1_000)
    chain = desk.newcomer("T01")
    assert isinstance(desk.lease(chain, 300), Granted)
    as_of_tomorrow(chain, 50)
    chain.spend(20)
    answer = desk.push(chain)
    assert isinstance(answer, Ack)
    assert answer.last_seq == 2
    return chain


def as_of_tomorrow(chain: Chain, amount: int) -> None:
    """An event whose entry is of a kind that this version does not know."""
    payload = chain.copy(b"n").spend(amount).payload
    chain.raw(payload.replace(b'"kind":"redemption"', b'"kind":"' + NEWER + b'redemption"'))


def read_tomorrow(payload: bytes, till: TillId, epoch: int, seq: int) -> EventFacts:
    """As the next version reads."""
    return facts_of(payload.replace(NEWER, b""), till, epoch, seq)


def test_it_is_acknowledged_listed_and_stops_nothing_behind_it(desk: Desk, till: Chain) -> None:
    [event] = ParkedEvents(desk.world).all()
    assert (event.source, event.seq, event.rule) == ("T01:1:1", 1, Rule.UNREADABLE)
    assert (desk.balance(REDEEMED), desk.held_by(till)) == (20, 280)
    assert isinstance(desk.push(till), Ack)
    assert len(ParkedEvents(desk.world).all()) == 1
    desk.check()


def test_after_an_update_it_is_posted_once(desk: Desk, till: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    parked = ParkedEvents(desk.world)
    assert parked.retry("T01:1:1") is Rule.UNREADABLE
    assert desk.balance(REDEEMED) == 20
    monkeypatch.setattr("sync.office.services.ledger.posting.facts_of", read_tomorrow)
    assert parked.retry("T01:1:1") is None
    assert (desk.balance(REDEEMED), desk.held_by(till)) == (70, 230)
    assert parked.all() == ()
    with pytest.raises(NotParkedError):
        parked.retry("T01:1:1")
    assert desk.balance(REDEEMED) == 70
    desk.check()


def test_two_persons_close_it_and_no_account_moves(desk: Desk, till: Chain) -> None:
    parked = ParkedEvents(desk.world)
    with pytest.raises(SecondPersonNeededError):
        parked.close("T01:1:1", ["wang", " wang "], "typed in by hand")
    parked.close("T01:1:1", ["wang", "li"], "typed in by hand")
    assert (parked.all(), desk.held_by(till)) == ((), 280)
    with pytest.raises(NotParkedError):
        parked.close("T01:1:1", ["wang", "li"], "again")


def test_nothing_is_posted_by_hand_while_head_office_recovers(desk: Desk, till: Chain) -> None:
    assert till.head.seq == 2
    enter_recovery(desk.world)
    with pytest.raises(RecoveryError):
        ParkedEvents(desk.world).retry("T01:1:1")


def test_a_branchs_unreadable_event_is_posted_without_touching_a_member(
    desk: Desk, till: Chain, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = till.copy(b"b")
    till.spend(10)
    desk.push(till, 2)
    as_of_tomorrow(twin, 40)
    desk.push(twin, 2)
    strays = [event for event in ParkedEvents(desk.world).all() if event.stray_hash]
    monkeypatch.setattr("sync.office.services.ledger.posting.facts_of", read_tomorrow)
    before = desk.held_by(till)
    assert ParkedEvents(desk.world).retry(strays[0].source) is None
    assert desk.held_by(till) == before
    assert desk.balance(REDEEMED) == 20 + 10 + 40
    desk.check()


def test_a_name_with_any_sign_is_found(desk: Desk) -> None:
    chain = desk.newcomer("A:1:1")
    chain.raw(json.dumps({"not": "an event"}).encode())
    desk.push(chain)
    ParkedEvents(desk.world).close("A:1:1:1:1", ["wang", "li"], "junk")
    assert ParkedEvents(desk.world).all() == ()
