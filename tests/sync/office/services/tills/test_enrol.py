"""A code lets one till in, once, for a quarter of an hour."""

import pytest

from sync.office.services.errors import EnrolmentRefusedError
from sync.office.services.tills.enrol import CODE_LIFE_MS, CODE_TRIES
from sync.protocol.code_refusal import CodeRefusal
from sync.protocol.messages import Enrol
from tests.sync.office.desk import KEY, Desk
from tests.sync.protocol.chains import TILL, Chain

OTHER_KEY = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"


def ask(desk: Desk, code: str, till: str = TILL, epoch: int = 1, key: str = KEY) -> None:
    desk.enrol_till(Enrol(code=code, till=till, epoch=epoch, public_key=key))


def test_a_till_is_taken_in_and_told_where_it_belongs(desk: Desk) -> None:
    answer = desk.enrol(Chain())
    assert (answer.till, answer.epoch, answer.merchant, answer.shop) == (TILL, 1, "shop", "人民路店")
    assert answer.server_epoch == desk.server_epoch


def test_the_same_till_may_ask_again_another_may_not(desk: Desk) -> None:
    code = desk.make_code("shop")
    ask(desk, code)
    ask(desk, code.lower().replace("-", " "))
    for till, key in (("T02", KEY), (TILL, OTHER_KEY)):
        with pytest.raises(EnrolmentRefusedError, match=CodeRefusal.USED):
            ask(desk, code, till, key=key)


def test_a_code_dies_of_age(desk: Desk) -> None:
    code = desk.make_code("shop")
    desk.clock.now += CODE_LIFE_MS + 1
    with pytest.raises(EnrolmentRefusedError, match=CodeRefusal.EXPIRED):
        ask(desk, code)


def test_a_code_dies_of_five_wrong_tries(desk: Desk) -> None:
    code = desk.make_code("shop")
    for _ in range(CODE_TRIES):
        with pytest.raises(EnrolmentRefusedError, match=CodeRefusal.WRONG):
            ask(desk, code[:4] + "-2222-2222")
    with pytest.raises(EnrolmentRefusedError, match=CodeRefusal.SPENT):
        ask(desk, code)


def test_four_wrong_tries_leave_one(desk: Desk) -> None:
    code = desk.make_code("shop")
    for _ in range(CODE_TRIES - 1):
        with pytest.raises(EnrolmentRefusedError):
            ask(desk, code[:4] + "-2222-2222")
    ask(desk, code)


def test_a_known_till_is_written_off_before_its_name_is_given_again(desk: Desk) -> None:
    desk.enrol(Chain())
    with pytest.raises(EnrolmentRefusedError, match="write it off"):
        desk.enrol(Chain(TILL, 2))
    desk.write_off(TILL, 1, ["a", "b"], "lost")
    with pytest.raises(EnrolmentRefusedError, match="next epoch of this till is 2"):
        desk.enrol(Chain(TILL, 1), key=OTHER_KEY)
    assert desk.enrol(Chain(TILL, 2)).epoch == 2


def test_a_chain_that_has_yet_to_begin_is_given_the_next_epoch(desk: Desk) -> None:
    desk.enrol(Chain())
    code = desk.make_code("shop")
    request = Enrol(code=code, till=TILL, epoch=1, public_key=OTHER_KEY, begins=True)
    with pytest.raises(EnrolmentRefusedError, match="write it off"):
        desk.enrol_till(request)
    desk.write_off(TILL, 1, ["a", "b"], "lost")
    assert desk.enrol_till(request).epoch == 2
    # Asked twice by the same key it is answered alike, and no third epoch comes of it.
    assert desk.enrol_till(request).epoch == 2
    assert [till.epoch for till in desk.report.tills()] == [1, 2]


def test_a_new_till_may_begin_with_the_epoch_it_wants(desk: Desk) -> None:
    code = desk.make_code("shop")
    assert desk.enrol_till(Enrol(code=code, till=TILL, epoch=4, public_key=KEY, begins=True)).epoch == 4
