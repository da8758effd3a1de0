"""What head office decides of a member's tier shows at the till at the next swipe: in a single shop and in a chain."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.cli.demo.special import ZHANG_SAN
from app.domain.basket import Basket
from app.domain.errors import Refused
from app.domain.ids import TierId
from app.domain.member import Member, MemberView
from app.domain.pricing import price
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.staff import Operator, Role
from app.services.post_sale import SaleRequest
from app.services.register_member import NewMember
from app.storage.places import OFFICE_FOLDER
from tests.app.bootstrap.chain_till import MANAGER, ChainTill, enrol
from tests.app.bootstrap.shop_till import PATIENCE_S, ShopTill, demo_shop
from tests.app.domain.builders import cash, product
from tests.chain.processes import serving

GOLD = TierId("gold")
# Gold in the demo programme.
ENOUGH_MINOR = 250_000


@pytest.fixture
def shop(quick_office: None, tmp_path: Path) -> Iterator[ShopTill]:
    """The demo shop with its office running, and a shift open."""
    till = opened(demo_shop(tmp_path / "shop", members=5))
    yield till
    till.close()


def opened(folder: Path) -> ShopTill:
    till = ShopTill(folder)
    till.until(lambda status: status.heard_at > 0 and not status.waiting)
    till.worker.submit(lambda: till.till.use_cases.open_shift(manager(till), 0)).result()
    return till


def manager(till: ShopTill) -> Operator:
    return next(each for each in till.till.use_cases.sign_on.operators() if each.role is Role.MANAGER)


def wait(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def by_id(till: ShopTill, member: Member) -> Member:
    found = till.worker.submit(lambda: till.till.use_cases.view_member.by_member(member.id)).result()
    return named(found)


def by_card(till: ShopTill) -> Member:
    return named(till.worker.submit(lambda: till.till.use_cases.view_member.by_card(ZHANG_SAN)).result())


def named(view: MemberView | Refused) -> Member:
    assert isinstance(view, MemberView)
    assert view.member is not None
    return view.member


def buy(till: ShopTill, member: Member, amount_minor: int) -> None:
    def sell() -> Sale | Refused:
        use, programme = till.till.use_cases, till.till.programme
        view = use.view_member.by_member(member.id)
        assert isinstance(view, MemberView)
        basket = Basket().with_member(view).add(product(1, amount_minor))
        total = price(basket, programme, Moment(today(till))).total_minor
        return use.post_sale(SaleRequest(manager(till), basket, programme, [cash(total)], total))

    assert isinstance(till.worker.submit(sell).result(), Sale)


def today(till: ShopTill) -> str:
    return till.till.clock.local_date(till.till.clock.now_ms())


def test_a_new_member_of_a_single_shop_is_gold_at_the_next_swipe_and_after_a_restart(shop: ShopTill) -> None:
    use = shop.till.use_cases
    member = shop.worker.submit(lambda: use.register_member(NewMember("13712345678", "新客"), manager(shop))).result()
    assert isinstance(member, Member)
    assert by_id(shop, member).tier is None
    buy(shop, member, ENOUGH_MINOR)
    wait(lambda: by_id(shop, member).tier == GOLD)
    assert by_id(shop, member).name == "新客"
    shop.close()
    again = ShopTill(shop.folder)
    assert by_id(again, member).tier == GOLD, "before head office runs"
    again.close()


def test_who_was_a_member_before_there_was_an_office_keeps_everything_and_a_lost_office_takes_nothing(
    shop: ShopTill,
) -> None:
    before = by_card(shop)
    assert before.tier == GOLD
    buy(shop, before, 900_000)
    wait(lambda: by_card(shop).tier == TierId("black"))
    after = by_card(shop)
    assert (after.name, after.phone, after.birthday, after.tags) == (
        before.name,
        before.phone,
        before.birthday,
        before.tags,
    )
    shop.close()
    (shop.folder / OFFICE_FOLDER / "office.db").unlink()
    again = ShopTill(shop.folder)
    try:
        again.until(lambda status: status.heard_at > 0 and not status.waiting)
        wait(lambda: by_card(again).tier == TierId("black"))
    finally:
        again.close()


def test_at_a_till_of_a_chain_too(tmp_path: Path) -> None:
    with serving(tmp_path / "office") as office:
        status, said = office.command("publish", "resources/programmes/demo.toml", "--from", "2026-01-01")
        assert status == 0, said
        assert enrol(tmp_path / "till", office) == 0
        with closing(ChainTill(tmp_path / "till")) as till:
            till.until(lambda status: status.heard_at > 0)
            use = till.till.use_cases
            till.do(use.take_up_programme)
            member = till.do(lambda: use.register_member(NewMember("13712345678", "新客"), MANAGER))
            assert isinstance(member, Member)

            def sell() -> Sale | Refused:
                view = use.view_member.by_member(member.id)
                assert isinstance(view, MemberView)
                basket, programme = Basket().with_member(view).add(product(1, ENOUGH_MINOR)), till.till.programme
                day = till.till.clock.local_date(till.till.clock.now_ms())
                total = price(basket, programme, Moment(day)).total_minor
                return use.post_sale(SaleRequest(MANAGER, basket, programme, [cash(total)], total))

            assert isinstance(till.do(sell), Sale)

            def is_gold() -> bool:
                till.sync.try_now()
                return named(till.do(lambda: use.view_member.by_member(member.id))).tier == GOLD

            wait(is_gold)
            assert named(till.do(lambda: use.view_member.by_member(member.id))).name == "新客"
        office.assert_nothing_broke()
