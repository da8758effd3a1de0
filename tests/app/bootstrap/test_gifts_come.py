"""A single shop: what its head office gives a member lies at the till a moment later, whoever stands there."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.ids import CardNumber
from app.domain.ledger import OFFICE, Unit
from app.domain.member import Member, MemberView
from app.domain.staff import Operator, Role
from app.services.register_member import NewMember
from app.storage.keys import open_key
from app.storage.places import OFFICE_FOLDER
from sync.office.storage.engines import connect_sqlite
from tests.app.bootstrap.shop_till import PATIENCE_S, ShopTill, demo_shop

WELCOME = Unit("coupon:welcome-10")
CARD = CardNumber("880000099993")


@pytest.fixture
def till(quick_office: None, tmp_path: Path) -> Iterator[ShopTill]:
    """The demo shop with its office running."""
    till = ShopTill(demo_shop(tmp_path / "shop", members=5))
    till.until(lambda status: status.heard_at > 0 and not status.waiting)
    yield till
    till.close()


def manager(till: ShopTill) -> Operator:
    everybody = till.worker.submit(till.till.use_cases.sign_on.operators).result()
    return next(each for each in everybody if each.role is Role.MANAGER)


def wait(till: ShopTill, is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, till.log()
        time.sleep(0.02)


def join(till: ShopTill, phone: str) -> Member:
    use, who = till.till.use_cases, manager(till)
    member = till.worker.submit(lambda: use.register_member(NewMember(phone, "新客"), who)).result()
    assert isinstance(member, Member)
    return member


def usable(till: ShopTill, member: Member) -> int:
    """How many welcome coupons the cashier sees."""
    view = till.worker.submit(lambda: till.till.use_cases.view_member.by_member(member.id)).result()
    assert isinstance(view, MemberView)
    return view.usable(WELCOME)


def test_the_welcome_gift_is_there_while_the_new_member_stands_at_the_till(till: ShopTill) -> None:
    member = join(till, "13712345678")
    assert usable(till, member) == 0
    wait(till, lambda: usable(till, member) == 1)
    # The screen is told, and looks again.
    wait(till, lambda: member.wallet in till.came)
    till.close()
    assert not at_home(till, member)


def test_a_lost_office_gives_nothing_twice(till: ShopTill) -> None:
    member = join(till, "13712345678")
    wait(till, lambda: usable(till, member) == 1)
    till.close()
    (till.folder / OFFICE_FOLDER / "office.db").unlink()
    again = ShopTill(till.folder)
    try:
        # It has followed up the first when it has followed up the second.
        second = join(again, "13787654321")
        wait(again, lambda: usable(again, second) == 1)
        assert usable(again, member) == 1
    finally:
        again.close()
    assert not at_home(again, member)


def at_home(till: ShopTill, member: Member) -> list[tuple[str, int]]:
    """What of the member's lies at head office still."""
    with connect_sqlite(till.folder / OFFICE_FOLDER / "office.db", open_key(till.folder).for_office_db()) as connection:
        sql = "SELECT unit, balance FROM accounts WHERE place = ? AND wallet = ? AND balance <> 0"
        return [(unit, balance) for unit, balance in connection.execute(sql, (OFFICE, member.wallet))]
