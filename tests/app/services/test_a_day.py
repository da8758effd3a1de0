"""A hundred sales with refunds: the books balance, the Z report equals the drawer, and verify is clean."""

import random

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.figures.till_day import TillDay
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.pricing import price
from app.domain.programme.model import TenderType
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import CashDirection
from app.domain.staff import Approval, Permission
from app.domain.tender import Tendered
from app.services.post_sale import SaleRequest
from app.storage.verify.run import verify_files
from tests.app.domain.builders import DEMO_PROGRAMME, cash, stored_value
from tests.app.services.shop import (
    APPLE,
    CASHIER,
    LI_CARD,
    MANAGER,
    MILK,
    SUPERVISOR,
    TEA,
    ZHANG_CARD,
    Shop,
)

REFUND_APPROVAL = Approval(Permission.REFUND, CASHIER.id, SUPERVISOR.id, "质量问题")


def test_a_hundred_sales_with_refunds_balance_to_the_cent(open_shop: Shop) -> None:
    chance = random.Random(2026)
    drawer, sales = 20_000, []
    for _ in range(100):
        sale = _random_sale(open_shop, chance)
        assert isinstance(sale, Sale), sale
        sales.append(sale)
        drawer += _cash_of(sale)
        if chance.random() < 0.3:
            drawer -= _cash_of(_random_refund(open_shop, chance, sales))
    open_shop.use.move_cash(
        Approval(Permission.CASH_MOVEMENT, CASHIER.id, SUPERVISOR.id, "找零钱"), CashDirection.PAID_IN, 5_000
    )
    drawer += 5_000
    closed, figures = _closed(open_shop, drawer)
    assert closed == 0
    assert figures.expected_cash_minor == drawer
    assert figures.sale_count == 100
    assert sum(figures.tenders.values()) == figures.net_minor == figures.perpetual_minor
    _assert_accounts_are_their_postings(open_shop)


def test_points_and_value_come_back_with_a_refund(open_shop: Shop) -> None:
    before = open_shop.swipe()
    sale = open_shop.sell(stored_value(10_000), cash(10_000), card=ZHANG_CARD)
    assert isinstance(sale, Sale)
    outcome = open_shop.use.refund_sale(sale.id, {1: 1_000, 2: 1_000}, REFUND_APPROVAL)
    assert isinstance(outcome, Refund)
    after = open_shop.swipe()
    for unit in (PRINCIPAL, BONUS, POINTS):
        assert after.usable(unit) == before.usable(unit)
    again = open_shop.use.refund_sale(sale.id, {1: 1_000}, REFUND_APPROVAL)
    assert again == Refused(Why.REFUND_TOO_MUCH, {"line": 1})


def test_a_refund_needs_an_approval_for_refunds(open_shop: Shop) -> None:
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    other = Approval(Permission.PRICE_OVERRIDE, CASHIER.id, SUPERVISOR.id, "x")
    assert isinstance(open_shop.use.refund_sale(sale.id, {1: 1_000}, other), Refused)


def test_a_shift_closes_blind_and_only_when_nothing_is_on_hold(open_shop: Shop) -> None:
    assert open_shop.use.open_shift(CASHIER, 0) == Refused(Why.SHIFT_ALREADY_OPEN)
    assert open_shop.use.report_till(CASHIER) == Refused(Why.NOT_PERMITTED, {"permission": "read_x"})
    assert not isinstance(open_shop.use.report_till(SUPERVISOR), Refused)
    open_shop.use.hold_basket.hold(Basket().add(MILK), CASHIER, "红衣服")
    assert open_shop.use.close_shift(CASHIER, 20_000) == Refused(Why.BASKETS_ON_HOLD, {"count": 1})
    [held] = open_shop.use.hold_basket.waiting()
    basket = open_shop.use.hold_basket.recall(held.id)
    assert isinstance(basket, Basket)
    assert [line.product for line in basket.lines] == [MILK]
    over_short, _ = _closed(open_shop, 19_000)
    assert over_short == -1_000
    assert open_shop.use.open_shift.current() is None


def test_the_business_date_stays_through_midnight(open_shop: Shop) -> None:
    open_shop.clock.pass_ms(13 * 3_600_000)
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    assert sale.origin.business_date == "2026-11-22"
    assert open_shop.clock.local_date(sale.origin.at) == "2026-11-23"


def _random_sale(shop: Shop, chance: random.Random) -> Sale | Refused:
    card = chance.choice([None, ZHANG_CARD, LI_CARD])
    basket = Basket().with_member(shop.swipe(card) if card else None)
    for _ in range(chance.randint(1, 5)):
        product = chance.choice([MILK, TEA, APPLE])
        basket = basket.add(product, chance.randint(100, 3_000) if product is APPLE else 1_000)
    total = price(basket, DEMO_PROGRAMME, Moment("2026-11-22")).total_minor
    tendered: list[Tendered] = []
    view = basket.member
    if view:
        usable = view.usable(PRINCIPAL) + view.usable(BONUS)
        from_card = min(usable, chance.randint(0, total))
        tendered += [stored_value(from_card)] if from_card else []
    rest = total - sum(tender.given_minor for tender in tendered)
    if rest and chance.random() < 0.5:
        tendered.append(Tendered("wechat", TenderType.EXTERNAL, rest, "4200001"))
    elif rest:
        tendered.append(cash(rest + chance.randint(0, 5_000)))
    shop.clock.pass_ms(60_000)
    return shop.use.post_sale(SaleRequest(CASHIER, basket, DEMO_PROGRAMME, tendered, total))


def _random_refund(shop: Shop, chance: random.Random, sales: list[Sale]) -> Refund:
    while True:
        sale = chance.choice(sales)
        found = shop.use.refund_sale.find(sale.origin.receipt_number)
        assert not isinstance(found, Refused)
        quantities = {
            line.number: chance.randint(1, line.quantity_milli) if line.quantity_milli % 1_000 else 1_000
            for line in found.lines
            if line.quantity_milli
        }
        if quantities:
            outcome = shop.use.refund_sale(sale.id, quantities, REFUND_APPROVAL)
            assert isinstance(outcome, Refund), outcome
            return outcome


def _cash_of(posted: Sale | Refund) -> int:
    return sum(tender.amount_minor for tender in posted.tenders if tender.type is TenderType.CASH)


def _closed(shop: Shop, counted_minor: int) -> tuple[int, TillDay]:
    outcome = shop.use.close_shift(MANAGER, counted_minor)
    assert not isinstance(outcome, Refused), outcome
    return outcome[0].over_short_minor, outcome[1]


def _assert_accounts_are_their_postings(shop: Shop) -> None:
    """The shipped checks, over everything."""
    assert verify_files(shop.data_dir, shop.key) == []
