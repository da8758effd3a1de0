"""An event is a fact: taken once, in order, whatever it says."""

from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

import pytest

from app.domain.ledger import REDEEMED, suspense_of
from sync.office.services.errors import UnknownTillError
from sync.protocol.messages import Ack, Fenced, Gap, Granted, PushFenced
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import TILL, Chain


def till_with(desk: Desk, amount: int) -> Chain:
    desk.give(amount)
    chain = desk.newcomer()
    assert isinstance(desk.lease(chain, amount), Granted)
    return chain


def test_events_are_taken_and_posted(desk: Desk) -> None:
    chain = till_with(desk, 10_000)
    chain.plain()
    chain.spend(4_000)
    answer = desk.push(chain)
    assert isinstance(answer, Ack)
    assert (answer.last_seq, answer.last_hash) == (2, chain.head.hash.hex())
    assert (desk.held_by(chain), desk.balance(REDEEMED)) == (6_000, 4_000)
    desk.check()


def test_a_push_may_come_twice_late_and_in_pieces(desk: Desk) -> None:
    chain = till_with(desk, 10_000)
    for amount in (100, 200, 300, 400):
        chain.spend(amount)
    early = Chain(TILL)
    early.events, early.head = chain.events[:2], chain.events[1].head
    for _ in range(2):
        assert isinstance(desk.push(early), Ack)
        assert isinstance(desk.push(chain, 1), Ack)
        assert isinstance(desk.push(early), Ack)
    assert desk.balance(REDEEMED) == 1_000
    desk.check()


def test_somebody_who_waits_comes_between_two_parts_of_a_frame(desk: Desk) -> None:
    desk.database.events_at_once = 2
    chain = till_with(desk, 10_000)
    for amount in (100, 200, 300, 400, 500):
        chain.spend(amount)
    spent: list[int] = []

    def is_awaited() -> bool:
        with ThreadPoolExecutor(1) as pool:  # as another request sees it: what was committed
            spent.append(pool.submit(desk.balance, REDEEMED).result())
        if len(spent) == 2:
            raise BrokenPipeError  # what was taken before stays
        return True

    with patch.object(desk.database, "is_awaited", is_awaited):
        with pytest.raises(BrokenPipeError):
            desk.push(chain)
        assert (spent, desk.balance(REDEEMED)) == ([0, 300], 300)
        answer = desk.push(chain)
    assert isinstance(answer, Ack)
    assert (answer.last_seq, desk.balance(REDEEMED)) == (5, 1_500)
    desk.check()


def test_nobody_waits_so_a_frame_is_one_transaction(desk: Desk) -> None:
    desk.database.events_at_once = 2
    chain = till_with(desk, 10_000)
    for amount in (100, 200, 300):
        chain.spend(amount)
    assert not desk.database.is_awaited()
    with patch.object(desk.database, "_write", wraps=desk.database._write) as write:
        assert isinstance(desk.push(chain), Ack)
    assert (write.call_count, desk.balance(REDEEMED)) == (1, 600)


def test_a_branch_is_kept_whole_in_parts(desk: Desk) -> None:
    chain = till_with(desk, 10_000)
    copy = chain.copy(b"\1")
    chain.spend(100)
    desk.push(chain)
    for amount in (10, 20, 30):
        copy.spend(amount)
    desk.database.events_at_once, desk.database.is_awaited = 2, lambda: True
    answer = desk.push(copy)
    assert isinstance(answer, PushFenced)
    assert (answer.taken_seq, desk.stray_count(), desk.balance(REDEEMED)) == (3, 3, 160)
    desk.check()


def test_a_gap_is_told_and_nothing_is_kept(desk: Desk) -> None:
    chain = till_with(desk, 10_000)
    for _ in range(3):
        chain.spend(100)
    answer = desk.push(chain, 1)
    assert isinstance(answer, Gap)
    assert answer.expected_seq == 1
    assert desk.balance(REDEEMED) == 0


def test_an_unknown_till_is_none_of_ours(desk: Desk) -> None:
    chain = Chain()
    chain.plain()
    with pytest.raises(UnknownTillError):
        desk.push(chain)


def test_bad_events_go_to_suspense_and_never_block_the_queue(desk: Desk) -> None:
    chain = till_with(desk, 1_000)
    chain.raw(b"\xff not json")
    chain.raw(b'{"till":"T02"}')
    chain.spend(5_000)
    chain.credit(300)
    chain.spend(300)
    assert isinstance(desk.push(chain), Ack)
    assert desk.rules_broken() == [("unreadable", 0), ("unreadable", 0), ("overdrawn", 4_000)]
    assert desk.held_by(chain) == 0
    assert desk.balance(REDEEMED) == 5_300
    assert desk.balance(suspense_of(TILL)) == -4_000
    desk.check()


def test_the_same_id_twice_is_posted_once_and_told(desk: Desk) -> None:
    chain = till_with(desk, 1_000)
    first = chain.spend(100)
    desk.push(chain)
    again = first.payload.replace(b'"seq":1', b'"seq":2').replace(b"-100", b"-900").replace(b",100,", b",900,")
    chain.raw(again)
    assert isinstance(desk.push(chain, 1), Ack)
    assert desk.rules_broken() == [("id_used_twice", 0)]
    assert desk.balance(REDEEMED) == 100


def test_a_copied_till_is_fenced_and_the_copys_sales_are_kept_beside(desk: Desk) -> None:
    chain = till_with(desk, 1_000)
    chain.spend(100)
    desk.push(chain)
    twin = chain.copy(b"\1")
    chain.spend(200)
    twin.spend(300)
    twin.spend(50)
    assert isinstance(desk.push(chain, 1), Ack)
    answer = desk.push(twin, 1)
    assert isinstance(answer, PushFenced)
    assert (answer.taken_seq, answer.reason) == (3, "fork")
    assert desk.stray_count() == 2
    assert desk.balance(REDEEMED) == 100 + 200 + 350
    assert (desk.held_by(chain), desk.balance(suspense_of(TILL))) == (700, -350)
    desk.check()
    # Again, and the rest of it: nothing twice.
    twin.spend(7)
    assert isinstance(desk.push(twin, 1), PushFenced)
    assert isinstance(desk.push(twin, 3), PushFenced)
    assert (desk.stray_count(), desk.balance(REDEEMED)) == (3, 657)
    # The honest one is fenced as well, but what it did is taken in.
    chain.spend(1)
    assert isinstance(desk.push(chain, 2), PushFenced)
    assert (desk.held_by(chain), desk.balance(REDEEMED)) == (699, 658)
    assert isinstance(desk.hello(chain), Fenced)
    desk.check()


def test_a_gap_in_front_of_a_stray_branch_is_told(desk: Desk) -> None:
    chain = till_with(desk, 1_000)
    twin = chain.copy(b"\1")
    chain.spend(1)
    desk.push(chain)
    for _ in range(4):
        twin.spend(2)
    assert isinstance(desk.push(twin, 3), Gap)
    assert isinstance(desk.push(twin, 0), PushFenced)
    assert desk.stray_count() == 4
