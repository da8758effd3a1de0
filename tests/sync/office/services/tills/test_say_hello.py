"""HELLO is safe to repeat and to come late; only a proof fences."""

from sync.office.services.tills.say_hello import OLDEST_PROTOCOL, SayHello
from sync.protocol.messages import Again, EpochChanged, Fenced, Hello, HelloOk, ResendFrom, Upgrade
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import TILL, Chain


def test_a_new_till_says_what_it_holds_before_anything_else(desk: Desk) -> None:
    chain = Chain()
    desk.enrol(chain)
    assert isinstance(desk.hello(chain, granted=None), EpochChanged)
    assert isinstance(desk.hello(chain, granted=()), HelloOk)
    assert isinstance(desk.hello(chain, granted=None), HelloOk)


def test_head_office_asks_for_what_it_lacks(desk: Desk) -> None:
    chain = desk.newcomer()
    chain.plain()
    chain.plain()
    answer = desk.hello(chain)
    assert isinstance(answer, ResendFrom)
    assert answer.seq == 1
    desk.push(chain)
    assert isinstance(desk.hello(chain), HelloOk)


def test_a_hello_that_comes_late_fences_nobody(desk: Desk) -> None:
    chain = desk.newcomer()
    chain.plain()
    late = chain.copy(b"\0")
    chain.plain()
    desk.push(chain)
    answer = desk.hello(late)
    assert isinstance(answer, Again)
    assert answer.mark == 2
    assert isinstance(desk.hello(chain, mark=answer.mark), HelloOk)


def test_a_till_that_was_restored_is_fenced_by_its_second_hello(desk: Desk) -> None:
    chain = desk.newcomer()
    chain.plain()
    old = chain.copy(b"\0")
    chain.plain()
    desk.push(chain)
    again = desk.hello(old)
    assert isinstance(again, Again)
    answer = desk.hello(old, mark=again.mark)
    assert isinstance(answer, Fenced)
    assert answer.reason == "restored"


def test_another_hash_at_a_known_seq_fences_at_once(desk: Desk) -> None:
    chain = desk.newcomer()
    chain.plain()
    twin = chain.copy(b"\1")
    chain.spend(1)
    twin.spend(2)
    desk.push(chain)
    answer = desk.hello(twin)
    assert isinstance(answer, Fenced)
    assert answer.reason == "fork"


def test_another_server_epoch_has_to_be_adopted(desk: Desk) -> None:
    chain = desk.newcomer()
    assert isinstance(desk.hello(chain, server_epoch="an-old-one"), EpochChanged)


def test_a_till_too_old_is_told_to_upgrade(desk: Desk) -> None:
    chain = desk.newcomer()
    hello = Hello(
        protocol=OLDEST_PROTOCOL - 1,
        till=TILL,
        epoch=1,
        server_epoch=desk.server_epoch,
        last_seq=0,
        last_hash=chain.head.hash.hex(),
        acked=0,
    )
    assert isinstance(SayHello(desk.world)(hello), Upgrade)


def test_a_till_with_a_history_gets_leases_once_it_is_all_there(desk: Desk) -> None:
    chain = Chain()
    chain.top_up(500)
    chain.spend(100)
    desk.enrol(chain)
    answer = desk.hello(chain, granted=[("w-zhang", "principal", "top_up||", 1_000)])
    assert isinstance(answer, ResendFrom)
    assert desk.lease(chain, 1).answer == "denied"
    desk.push(chain)
    # 1 000 granted by nobody who is known here: the reserve stands for it, and a person is told.
    assert desk.held_by(chain) == 1_400
    assert desk.rules_broken() == [("shortfall", 1_000)]
    assert isinstance(desk.hello(chain), HelloOk)
    desk.check()
