"""The sale without a screen."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from app.domain.catalogue import Product
from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber
from app.domain.pricing import PricedBasket
from app.domain.staff import Approval, Permission
from app.ports.store import HeldBasket
from app.services.look_up import Choices
from app.ui.sale.presenter import SalePresenter
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_shop import (
    APPLES,
    CASHIER,
    GOLD_CARD,
    LOST_CARD,
    TEA,
    TOAST,
    ZHANG,
    AtOnce,
    Later,
    memory_shop,
)


@dataclass
class SeenSale:
    """A sale screen that remembers."""

    priced: PricedBasket | None = None
    selected: int | None = None
    multiplier: int | None = None
    quick: Sequence[Product] = ()
    past_dates: list[tuple[str, str]] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    choices: list[Choices] = field(default_factory=list)
    held: Sequence[HeldBasket] = ()
    held_number: int | None = None
    receipts: list[str] = field(default_factory=list)
    tenders: int = 0
    exceptions_offered: int = 0

    def show_basket(self, priced: PricedBasket, selected: int | None) -> None:
        self.priced, self.selected = priced, selected

    def show_past_date(self, name: str, day: str) -> None:
        self.past_dates.append((name, day))

    def show_multiplier(self, quantity_milli: int | None) -> None:
        self.multiplier = quantity_milli

    def show_quick_keys(self, products: Sequence[Product]) -> None:
        self.quick = products

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def offer(self, choices: Choices, quantity_milli: int | None) -> None:
        self.choices.append(choices)

    def offer_held(self, held: Sequence[HeldBasket]) -> None:
        self.held = held

    def show_held(self, number: int) -> None:
        self.held_number = number

    def go_to_refund(self, receipt_number: str) -> None:
        self.receipts.append(receipt_number)

    def offer_exception(self) -> None:
        self.exceptions_offered += 1

    def go_to_tender(self) -> None:
        self.tenders += 1


class Desk:
    """A presenter with its seen screen, a shift open."""

    def __init__(self, tasks: AtOnce | None = None, pricing: AtOnce | None = None) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.session = session_of(self.shop)
        self.session.sign_on(CASHIER)
        self.session.set_shift(self.shop.use_cases.open_shift.current())
        self.view = SeenSale()
        self.sale = SalePresenter(self.view, tasks or AtOnce(), self.shop.use_cases, self.session, pricing or AtOnce())

    @property
    def lines(self) -> list[tuple[str, int]]:
        return [(line.product.id, line.quantity_milli) for line in self.sale.basket.lines]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_scans_of_one_product_count_up(desk: Desk) -> None:
    for _ in range(2):
        desk.sale.enter(TOAST.gtin)
    assert desk.lines == [(TOAST.id, 2_000)]


def test_a_quantity_before_the_scan_multiplies_and_is_used_up(desk: Desk) -> None:
    desk.sale.enter("3*")
    assert desk.view.multiplier == 3_000
    desk.sale.enter(TOAST.gtin)
    desk.sale.enter(TEA.gtin)
    assert desk.lines == [(TOAST.id, 3_000), (TEA.id, 1_000)]


def test_half_a_piece_is_refused_and_half_a_kilogram_is_not(desk: Desk) -> None:
    desk.sale.enter(f"0.5*{TOAST.gtin}")
    desk.sale.add_product(APPLES, 500)
    assert desk.view.refusals == [Why.QUANTITY_OUT_OF_RANGE]
    assert desk.lines == [(APPLES.id, 500)]


def test_a_card_reprices_and_a_lost_one_does_not(desk: Desk) -> None:
    desk.sale.enter(TOAST.gtin)
    desk.sale.enter(LOST_CARD)
    assert desk.view.refusals == [Why.CARD_LOST]
    desk.sale.enter(GOLD_CARD)
    assert desk.sale.priced.total_minor == TOAST.member_price_minor
    desk.sale.use_member(None)
    assert desk.sale.priced.total_minor == TOAST.price_minor


def test_what_fits_several_is_offered(desk: Desk) -> None:
    desk.sale.enter("zs")
    assert len(desk.view.choices[0].members) > 1
    desk.sale.choose_member(ZHANG)
    assert desk.sale.basket.member is not None


def test_a_deleted_line_leaves_its_neighbour_selected_and_comes_back(desk: Desk) -> None:
    for product in (TOAST, TEA, APPLES):
        desk.sale.add_product(product)
    desk.sale.select(2)
    gone = desk.sale.delete_line()
    assert gone is not None
    assert (gone.product, desk.view.selected) == (TEA, 3)
    desk.sale.put_back(gone)
    assert [name for name, _ in desk.lines] == [TOAST.id, TEA.id, APPLES.id]


def test_one_more_and_one_less_never_reach_zero(desk: Desk) -> None:
    desk.sale.enter(TOAST.gtin)
    desk.sale.add_one()
    for _ in range(3):
        desk.sale.take_one()
    assert desk.lines == [(TOAST.id, 1_000)]


def test_a_price_needs_the_right_approval(desk: Desk) -> None:
    desk.sale.enter(TOAST.gtin)
    desk.sale.set_price(100, Approval(Permission.REFUND, CASHIER.id, CASHIER.id, "x"))
    assert desk.sale.priced.total_minor == TOAST.price_minor
    desk.sale.set_price(100, Approval(Permission.PRICE_OVERRIDE, CASHIER.id, CASHIER.id, "x"))
    assert desk.sale.priced.total_minor == 100
    desk.sale.reset_price()
    assert desk.sale.priced.total_minor == TOAST.price_minor


def test_holding_and_taking_up_again(desk: Desk) -> None:
    desk.sale.enter(GOLD_CARD)
    desk.sale.enter(TOAST.gtin)
    desk.sale.hold_or_recall()
    assert desk.sale.basket.is_empty
    desk.sale.hold_or_recall()
    assert [held.label for held in desk.view.held] == [ZHANG.name]
    desk.sale.recall(desk.view.held[0].id)
    assert desk.lines == [(TOAST.id, 1_000)]
    assert desk.sale.basket.member is not None


def test_paying_waits_for_scans_still_under_way() -> None:
    later = Later()
    desk = Desk(later)
    desk.sale.enter(TOAST.gtin)
    desk.sale.pay()
    assert desk.view.tenders == 0
    later.let_go()
    assert desk.view.tenders == 1


def test_paying_nothing_or_without_a_shift_is_refused(desk: Desk) -> None:
    desk.sale.pay()
    desk.sale.enter(TOAST.gtin)
    desk.session.set_shift(None)
    desk.sale.pay()
    assert desk.view.refusals == [Why.BASKET_EMPTY, Why.SHIFT_NOT_OPEN]
    assert desk.view.tenders == 0


def test_a_receipt_leads_to_the_refund(desk: Desk) -> None:
    desk.sale.enter("MT:T1-1-000001")
    assert desk.view.receipts == ["T1-1-000001"]


def test_giving_up_is_on_record(desk: Desk) -> None:
    desk.sale.enter(TOAST.gtin)
    before = desk.shop.store.journal.head()
    desk.sale.give_up()
    assert desk.sale.basket.is_empty
    assert desk.shop.store.journal.head() != before


def test_a_card_opened_by_its_number_is_the_same_as_one_scanned(desk: Desk) -> None:
    desk.sale.enter(GOLD_CARD)
    view = desk.sale.basket.member
    assert view is not None
    assert view.card is not None
    assert view.card.number == CardNumber(GOLD_CARD)


def test_a_label_with_a_batch_makes_a_line_of_its_own(desk: Desk) -> None:
    label = f"]C101{TOAST.gtin.zfill(14)}10A7"
    for text in (TOAST.gtin, label, label, TOAST.gtin):
        desk.sale.enter(text)
    assert [(line.quantity_milli, line.note) for line in desk.sale.basket.lines] == [
        (2_000, ""),
        (2_000, "(10)A7"),
    ]


def test_goods_past_their_date_are_added_and_pointed_out(desk: Desk) -> None:
    desk.sale.enter(f"]C101{TOAST.gtin.zfill(14)}17260305")
    assert len(desk.sale.basket.lines) == 1
    assert desk.view.past_dates == [(TOAST.name, "2026-03-05")]


def test_a_whole_telephone_number_is_its_member_with_nothing_to_choose(desk: Desk) -> None:
    desk.sale.enter(ZHANG.phone)
    assert desk.view.choices == []
    assert desk.sale.basket.member is not None
    desk.sale.use_member(None)
    desk.sale.enter(ZHANG.phone[-4:])
    assert len(desk.view.choices) == 1
