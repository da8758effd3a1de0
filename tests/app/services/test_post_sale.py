"""Selling: paid from card and cash, on disk for good, refused in clear words."""

from dataclasses import replace

import pytest

from app.domain.basket import MAX_QUANTITY_MILLI, Basket, BasketLine, Wishes
from app.domain.errors import Refused, Why
from app.domain.ids import MemberId
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import CardState
from app.domain.pricing import price
from app.domain.programme.model import PointsOff, StoredValue, TenderType
from app.domain.programme.scene import Moment
from app.domain.sale.facts import Sale
from app.domain.stored_value import SpendOrder
from app.domain.tender import Tendered
from app.ports.store import SlipKind
from app.services.post_sale import SaleRequest
from tests.app.domain.builders import DEMO_PROGRAMME, cash, stored_value
from tests.app.services.shop import CASHIER, FROZEN_CARD, LI_CARD, MANAGER, MILK, TEA, ZHANG_CARD, Shop


def test_a_sale_from_card_and_cash_survives_a_restart(open_shop: Shop) -> None:
    sale = open_shop.sell(stored_value(10_000), cash(10_000), card=ZHANG_CARD)
    assert isinstance(sale, Sale)
    assert sale.total_minor == 1_180 + 16_800 - 1_000
    assert sale.change_minor == 20_000 - sale.total_minor
    open_shop.reopen()
    with open_shop.store.unit_of_work() as uow:
        assert uow.sales.sale(sale.id) == sale
        assert uow.sales.find("T01-1-000001") == sale.id
        assert [slip.kind for slip in uow.spool.waiting()] == [SlipKind.SALE]
    view = open_shop.swipe()
    assert view.usable(PRINCIPAL) == 40_000
    assert view.usable(BONUS) == 5_000
    assert view.total(POINTS) == 300 + sale.points
    assert view.member is not None
    assert view.member.measures["spend"] == 150_000 + sale.total_minor


def test_a_sale_counts_here_until_head_office_has_followed_it_up(open_shop: Shop) -> None:
    sale = open_shop.sell(cash(20_000), card=ZHANG_CARD)
    assert isinstance(sale, Sale)
    with open_shop.store.unit_of_work() as uow:
        head = uow.journal.head().seq
    open_shop.directory.applied_seq, open_shop.directory.behind = head, head
    member = open_shop.swipe().member
    assert member is not None
    assert (member.measures["spend"], member.added["spend"]) == (150_000 + sale.total_minor, sale.total_minor)
    assert member.last_visit_on == sale.origin.business_date
    open_shop.directory.behind = 0
    member = open_shop.swipe().member
    assert member is not None
    assert member.measures["spend"] == 150_000


def test_only_the_lease_can_be_spent_and_the_rest_is_elsewhere(open_shop: Shop) -> None:
    view = open_shop.swipe(LI_CARD)
    assert (view.total(PRINCIPAL), view.usable(PRINCIPAL), view.holdings[PRINCIPAL].elsewhere) == (
        50_000,
        12_000,
        38_000,
    )
    refused = open_shop.sell(stored_value(12_001), cash(10_000), card=LI_CARD)
    assert refused == Refused(Why.VALUE_SHORT, {"usable_minor": 12_000})
    assert isinstance(open_shop.sell(stored_value(12_000), cash(10_000), card=LI_CARD), Sale)
    assert open_shop.swipe(LI_CARD).usable(PRINCIPAL) == 0


def test_receipt_numbers_have_no_gap_even_after_refusals(open_shop: Shop) -> None:
    numbers = []
    for attempt in range(6):
        outcome = open_shop.sell(*([cash(1)] if attempt % 2 else []))
        if isinstance(outcome, Sale):
            numbers.append(outcome.origin.receipt)
    assert numbers == [1, 2, 3]


@pytest.mark.parametrize(
    ("tendered", "why"),
    [
        ([cash(1_000)], Why.TENDER_SHORT),
        ([stored_value(1_000), cash(20_000)], Why.VALUE_NEEDS_MEMBER),
        ([Tendered("wechat", TenderType.EXTERNAL, 99_999, "1")], Why.TENDER_TOO_MUCH),
    ],
)
def test_what_cannot_be_paid_so_is_refused(open_shop: Shop, tendered: list[Tendered], why: Why) -> None:
    outcome = open_shop.sell(*tendered)
    assert isinstance(outcome, Refused)
    assert outcome.why is why


@pytest.mark.parametrize("order", list(SpendOrder))
def test_a_card_taken_twice_in_one_sale_pays_from_what_is_left_of_it(open_shop: Shop, order: SpendOrder) -> None:
    basket = Basket().with_member(open_shop.swipe(ZHANG_CARD)).add(TEA, 4_000)
    programme = replace(DEMO_PROGRAMME, stored_value=StoredValue(spend_order=order))
    total = price(basket, programme, Moment("2026-11-22")).total_minor
    short = [stored_value(40_000), stored_value(15_001), cash(total - 55_001)]
    refused = open_shop.use.post_sale(SaleRequest(CASHIER, basket, programme, short, total))
    assert refused == Refused(Why.VALUE_SHORT, {"usable_minor": 55_000})
    paid = [stored_value(40_000), stored_value(15_000), cash(total - 55_000)]
    assert isinstance(open_shop.use.post_sale(SaleRequest(CASHIER, basket, programme, paid, total)), Sale)
    view = open_shop.swipe()
    assert (view.usable(PRINCIPAL), view.usable(BONUS)) == (0, 0)


@pytest.mark.parametrize("why", [None, Why.VALUE_FROZEN_BY_SILENCE, Why.VALUE_FROZEN_BY_OFFICE])
def test_points_off_the_bill_rest_when_value_rests(open_shop: Shop, why: Why | None) -> None:
    programme = replace(DEMO_PROGRAMME, points_off=PointsOff(points=100, worth_minor=100))
    basket = Basket().with_member(open_shop.swipe()).with_wishes(Wishes(points=200)).add(TEA)
    total = price(basket, programme, Moment("2026-11-22")).total_minor
    # The price was made before head office closed the till.
    open_shop.says = why
    outcome = open_shop.use.post_sale(SaleRequest(CASHIER, basket, programme, [cash(total)], total))
    if why:
        assert outcome == Refused(why)
    else:
        assert isinstance(outcome, Sale)
        assert sum(part.amount for part in outcome.spent) == 200
        assert open_shop.swipe().usable(POINTS) == 300 - 200 + outcome.points


@pytest.mark.parametrize("quantity_milli", [-1_000, 0, MAX_QUANTITY_MILLI + 1])
def test_a_quantity_beyond_sense_is_refused(open_shop: Shop, quantity_milli: int) -> None:
    basket = Basket((BasketLine(1, TEA, quantity_milli), BasketLine(2, TEA, 5_000)))
    total = price(basket, DEMO_PROGRAMME, Moment("2026-11-22")).total_minor
    refused = open_shop.use.post_sale(SaleRequest(CASHIER, basket, DEMO_PROGRAMME, [cash(total)], total))
    assert refused == Refused(Why.QUANTITY_OUT_OF_RANGE)


@pytest.mark.parametrize(
    "tender",
    [Tendered("shells", TenderType.CASH, 1_180), Tendered("stored_value", TenderType.EXTERNAL, 1_180)],
    ids=["unknown", "mistaken"],
)
def test_a_tender_that_the_programme_does_not_have_is_refused(open_shop: Shop, tender: Tendered) -> None:
    assert open_shop.sell(tender, goods=[MILK], card=ZHANG_CARD) == Refused(Why.TENDER_UNKNOWN)


SWIPED = ["4111 1111 1111 1111", "%B9558801234567890^ZHANG/SAN^2912101?", ";9558801234567890=2912101?"]


def test_a_card_swiped_into_a_reference_is_not_kept_with_the_basket_either(open_shop: Shop) -> None:
    for reference in (*SWIPED, "001234567890"):
        open_shop.use.keep_basket(Basket().add(MILK), [Tendered("bank_card", TenderType.EXTERNAL, 100, reference)])
        kept = open_shop.use.keep_basket.kept()
        assert kept is not None
        assert kept.tendered[0].reference == ("" if reference in SWIPED else reference)


def test_the_number_of_a_bank_card_is_never_kept_as_a_reference(open_shop: Shop) -> None:
    def paid_with(reference: str) -> Sale | Refused:
        return open_shop.sell(Tendered("bank_card", TenderType.EXTERNAL, 1_280, reference), goods=[MILK])

    for swiped in SWIPED:
        assert paid_with(swiped) == Refused(Why.BANK_CARD)
    for number in ("", "4111111111111111"):  # a terminal's own number may happen to look like that
        assert isinstance(paid_with(number), Sale)
    assert isinstance(paid_with("001234567890"), Sale)


def test_without_a_shift_nothing_is_sold(shop: Shop) -> None:
    assert shop.sell() == Refused(Why.SHIFT_NOT_OPEN)


def test_a_price_nobody_saw_is_not_posted(open_shop: Shop) -> None:
    request = SaleRequest(CASHIER, Basket().add(MILK), DEMO_PROGRAMME, [cash(1_000)], 1_000)
    assert open_shop.use.post_sale(request) == Refused(Why.PRICE_CHANGED, {"total_minor": 1_280})
    empty = SaleRequest(CASHIER, Basket(), DEMO_PROGRAMME, [], 0)
    assert open_shop.use.post_sale(empty) == Refused(Why.BASKET_EMPTY)


def test_a_frozen_card_opens_nothing(open_shop: Shop) -> None:
    assert open_shop.use.look_up(FROZEN_CARD) == Refused(Why.CARD_FROZEN)


def test_a_wallet_with_only_frozen_cards_pays_nothing_even_when_found_by_phone(open_shop: Shop) -> None:
    card = open_shop.directory.cards[ZHANG_CARD]
    open_shop.directory.cards[ZHANG_CARD] = replace(card, state=CardState.FROZEN)
    view = open_shop.use.view_member.by_member(MemberId("m-zhang"))
    assert not isinstance(view, Refused)
    assert view.usable(PRINCIPAL) == 0
    assert view.total(PRINCIPAL) == 50_000
    request = SaleRequest(CASHIER, Basket().add(TEA).with_member(view), DEMO_PROGRAMME, [stored_value(15_800)], 15_800)
    assert open_shop.use.post_sale(request) == Refused(Why.CARD_FROZEN)


def test_a_clock_set_back_freezes_stored_value_but_not_cash(open_shop: Shop) -> None:
    assert isinstance(open_shop.sell(goods=[TEA]), Sale)
    open_shop.clock.wall -= 3_600_000
    assert open_shop.sell(stored_value(1_280), goods=[MILK], card=ZHANG_CARD) == Refused(
        Why.TENDER_TOO_MUCH, {"remaining_minor": 1_180}
    )
    assert open_shop.sell(stored_value(1_180), goods=[MILK], card=ZHANG_CARD) == Refused(Why.VALUE_FROZEN_BY_CLOCK)
    cash_sale = open_shop.sell(goods=[MILK])
    assert isinstance(cash_sale, Sale)
    assert cash_sale.origin.corrected_at > cash_sale.origin.at
    assert open_shop.swipe().usable(PRINCIPAL) == 0
    assert open_shop.use.confirm_clock.in_doubt()
    assert open_shop.use.confirm_clock(CASHIER) == Refused(Why.NOT_PERMITTED, {"permission": "confirm_clock"})
    assert open_shop.use.confirm_clock(MANAGER) is None
    assert isinstance(open_shop.sell(stored_value(1_180), goods=[MILK], card=ZHANG_CARD), Sale)


def test_a_clock_that_leaps_ahead_is_not_believed(open_shop: Shop) -> None:
    open_shop.sell()
    open_shop.clock.wall += 400 * 86_400_000
    sale = open_shop.sell()
    assert isinstance(sale, Sale)
    assert open_shop.clock.local_date(sale.origin.corrected_at) == "2026-11-22"
    assert open_shop.use.confirm_clock.in_doubt()


def test_a_way_to_pay_that_does_not_combine_is_refused_beside_another_and_with_offers(open_shop: Shop) -> None:
    kinds = tuple(replace(kind, combines=kind.id != "bank_card") for kind in DEMO_PROGRAMME.tender_kinds)
    programme = replace(DEMO_PROGRAMME, tender_kinds=kinds)
    bank = Tendered("bank_card", TenderType.EXTERNAL, 1_000, "123456")
    basket = Basket().add(MILK)
    both = SaleRequest(CASHIER, basket, programme, [bank, cash(280)], 1_280)
    assert open_shop.use.post_sale(both) == Refused(Why.TENDER_ALONE, {"total_minor": 1_280})
    view = open_shop.swipe(ZHANG_CARD)
    total = price(basket.with_member(view), programme, Moment("2026-11-22")).total_minor
    with_offers = SaleRequest(CASHIER, basket.with_member(view), programme, [replace(bank, given_minor=total)], total)
    assert open_shop.use.post_sale(with_offers) == Refused(Why.TENDER_WITHOUT_OFFERS, {"total_minor": total})
    plain = replace(with_offers, basket=basket.with_member(view).with_wishes(Wishes(plain=True)), total_minor=1_280)
    assert isinstance(open_shop.use.post_sale(replace(plain, tendered=[replace(bank, given_minor=1_280)])), Sale)
