"""Care of members: due after a sale of this till, ticked off once, complaints to their end; all of it survives."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.member import DueFollowUp, Member, MemberView
from app.domain.people.care import Care, CareStep
from app.domain.pets import Pet, pets_of
from app.domain.pricing import price
from app.domain.programme.model import FollowUp, Goods
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Refund, Sale
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.services.care import due_here
from app.services.post_sale import SaleRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME
from tests.app.services.shop import AUDITOR, CASHIER, MANAGER, MILK, SUPERVISOR, TEA, ZHANG, ZHANG_CARD, Shop

DAY_MS = 86_400_000
CALL = FollowUp(id="milk", names={"en": "Milk"}, goods=Goods(categories=frozenset({"dairy"})), after_days=3)
PROGRAMME = replace(DEMO_PROGRAMME, follow_ups=(CALL,))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = Shop(tmp_path, PROGRAMME)
    shop.use.open_shift(CASHIER, 0)
    yield shop
    shop.store.close()


def sold(shop: Shop, days_later: int = 0) -> Sale:
    sale = shop.sell(goods=[MILK, TEA], card=ZHANG_CARD)
    assert isinstance(sale, Sale), sale
    shop.clock.pass_ms(days_later * DAY_MS)
    return sale


def due(shop: Shop) -> tuple[DueFollowUp, ...]:
    member = shop.swipe().member
    assert member is not None
    return member.follow_ups


def test_what_was_sold_here_is_followed_up_when_its_day_comes(shop: Shop) -> None:
    sale = sold(shop, days_later=2)
    assert due(shop) == ()
    shop.clock.pass_ms(DAY_MS)
    assert due(shop) == (DueFollowUp("milk", "2026-11-25", MILK.name, sale.id),)


def test_what_was_for_a_pet_names_it(shop: Shop) -> None:
    member = shop.swipe().member
    assert member is not None
    pet = Pet("a1", "旺财", {"species": "dog"})
    told = shop.use.change_member.profile(member.id, {}, pet.as_fields(), CASHIER)
    assert isinstance(told, Member)
    assert pets_of(told.fields) == (pet,)
    basket = Basket().with_member(shop.swipe()).add(MILK, note="旺财")
    total = price(basket, PROGRAMME, moment_at(shop.clock.local_time(shop.clock.wall))).total_minor
    cash = PROGRAMME.tender_kind("cash")
    assert cash is not None
    sale = shop.use.post_sale(SaleRequest(CASHIER, basket, PROGRAMME, (Tendered("cash", cash.type, total),), total))
    assert isinstance(sale, Sale), sale
    assert sale.basis is not None
    assert sale.basis.person is not None
    assert pets_of(sale.basis.person.fields) == ()
    shop.clock.pass_ms(3 * DAY_MS)
    assert due(shop) == (DueFollowUp("milk", "2026-11-25", MILK.name, sale.id, "旺财"),)
    shop.use.change_member.profile(member.id, {}, pet.taken_out(), CASHIER)
    now = shop.swipe().member
    assert now is not None
    assert pets_of(now.fields) == ()


def test_what_was_ticked_off_is_not_asked_again_also_after_a_restart(shop: Shop) -> None:
    sold(shop, days_later=3)
    (open_one,) = due(shop)
    view = shop.use.care.tick_off(CASHIER, shop.swipe(), open_one, " 已经好了 ")
    assert isinstance(view, MemberView)
    assert view.member is not None
    assert view.member.follow_ups == due(shop) == ()
    shop.reopen()
    assert due(shop) == ()
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []
    shop.open()


def test_what_the_directory_says_is_asked_as_well_and_once(shop: Shop) -> None:
    sale = sold(shop, days_later=3)
    member = shop.swipe().member
    assert member is not None
    told = (DueFollowUp("milk", "2026-11-25", "p1", sale.id), DueFollowUp("call", "2026-11-20", "生日"))
    with shop.store.unit_of_work() as uow:
        asked = due_here(uow, PROGRAMME, replace(member, follow_ups=told), "2026-11-25")
    assert [(each.follow_up, each.about) for each in asked] == [("call", "生日"), ("milk", MILK.name)]


def test_head_offices_product_is_told_by_its_name(shop: Shop) -> None:
    member = shop.swipe().member
    assert member is not None
    told = (DueFollowUp("milk", "2026-11-20", MILK.id, "sale-of-another-till"),)
    with shop.store.unit_of_work() as uow:
        (asked,) = due_here(uow, PROGRAMME, replace(member, follow_ups=told), "2026-11-22")
    assert asked.about == MILK.name


def test_goods_that_came_back_whole_need_no_call(shop: Shop) -> None:
    sale = sold(shop, days_later=3)
    approval = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "质量问题")
    assert isinstance(shop.use.refund_sale(sale.id, {1: 1_000, 2: 1_000}, approval), Refund)
    assert due(shop) == ()


def test_a_complaint_is_taken_assigned_answered_and_closed(shop: Shop) -> None:
    taken = shop.use.care.complain(CASHIER, shop.swipe(), "牛奶是酸的")
    assert isinstance(taken, Care)
    (complaint,) = shop.use.care.complaints()
    assert (complaint.text, complaint.is_open, complaint.to) == ("牛奶是酸的", True, None)
    for step, to in ((CareStep.ASSIGNED, MANAGER.id), (CareStep.ANSWERED, None), (CareStep.CLOSED, None)):
        assert isinstance(shop.use.care.go_on(SUPERVISOR, complaint, step, "换了一盒", to), Care)
    (closed,) = shop.use.care.complaints(ZHANG)
    assert (closed.is_open, closed.to, len(closed.steps)) == (False, MANAGER.id, 4)
    shop.store.close()
    assert verify_files(shop.data_dir, shop.key) == []
    shop.open()


def test_open_complaints_stand_first(shop: Shop) -> None:
    for text in ("第一", "第二"):
        shop.use.care.complain(CASHIER, shop.swipe(), text)
        shop.clock.pass_ms(1_000)
    second = shop.use.care.complaints()[0]
    shop.use.care.go_on(CASHIER, second, CareStep.CLOSED)
    assert [(each.text, each.is_open) for each in shop.use.care.complaints()] == [("第一", True), ("第二", False)]


def test_a_complaint_says_something_and_an_auditor_may_look_only(shop: Shop) -> None:
    refused = shop.use.care.complain(CASHIER, shop.swipe(), "  ")
    assert isinstance(refused, Refused)
    assert refused.why is Why.REASON_MISSING
    looked = shop.use.care.complain(AUDITOR, shop.swipe(), "听到投诉")
    assert isinstance(looked, Refused)
    assert looked.why is Why.NOT_PERMITTED
