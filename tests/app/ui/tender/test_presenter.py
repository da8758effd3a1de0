"""The tenders without a screen."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.lease import Grant
from app.domain.ledger import PRINCIPAL, Lot, Unit
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket, price
from app.domain.programme.model import TenderKind, TenderType, Tier
from app.domain.sale.facts import Sale
from app.ports.head_office import Lending, Lent, Line, OfficeStatus, Says
from app.ports.store import SlipKind
from app.ui.tender.payment_flow import PaymentFlow, PaymentState
from app.ui.tender.presenter import TenderPresenter
from app.ui.tender.state import TenderState
from app.ui.tender.value_desk import ValueDesk
from tests.app.ui.conftest import session_of
from tests.app.ui.memory_office import FollowsAtOnce, MemoryOffice
from tests.app.ui.memory_providers import MemoryProviders
from tests.app.ui.memory_shop import CASHIER, CREAM, TOAST, ZHANG, AtOnce, memory_shop


@dataclass
class SeenTender:
    """A tender screen that remembers."""

    state: TenderState | None = None
    asked: list[tuple[str, int]] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    postings: int = 0
    done: Sale | None = None
    reached: Tier | None = None
    reprints: int = 0
    gifts: int = 0
    missing: list[int] = field(default_factory=list)
    is_asking: bool = False
    payment: PaymentState | None = None
    waits: int = 0

    def ask_pin(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def ask_without_pin(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def show_waiting(self) -> None:
        self.waits += 1

    def show_payment(self, state: PaymentState) -> None:
        self.payment = state

    def hide_payment(self) -> None:
        self.payment = None

    def show_state(self, state: TenderState) -> None:
        self.state = state

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        self.asked.append((kind.id, amount_minor))

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)

    def show_posting(self) -> None:
        self.postings += 1

    def show_done(self, sale: Sale, reached: Tier | None) -> None:
        self.done, self.reached = sale, reached

    def show_reprint(self) -> None:
        self.reprints += 1

    def show_gift_receipt(self) -> None:
        self.gifts += 1

    def show_asking(self, missing: int, unit: Unit) -> None:
        assert unit == PRINCIPAL
        self.missing.append(missing)
        self.is_asking = True

    def hide_asking(self) -> None:
        self.is_asking = False


class Desk:
    """A basket of 59.00 to be paid."""

    def __init__(self, *, with_member: bool = False) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.session = session_of(self.shop)
        self.session.sign_on(CASHIER)
        self.view = SeenTender()
        self.office = MemoryOffice()
        self.providers = MemoryProviders()
        self.flow = PaymentFlow(
            self.view, self.providers, AtOnce(), FollowsAtOnce(), self.shop.use_cases.take_payment, self.session
        )
        self.posted: list[Sale] = []
        self.tender = TenderPresenter(
            self.view,
            AtOnce(),
            self.shop.use_cases,
            self.session,
            lambda sale: self.posted.append(sale),
            ValueDesk(self.view, self.office, FollowsAtOnce(), self.session, self.refresh),
            self.flow,
            self.go_plain,
        )
        view = self.shop.view() if with_member else None
        self.priced = self.price(Basket().add(CREAM).with_member(view))
        self.tender.begin(self.priced)

    def refresh(self, then: Callable[[], None]) -> None:
        """As the sale does: the member looked at anew, the basket priced again, and back to the tenders."""
        self.tender.begin(self.price(self.priced.basket.with_member(self.shop.view())))
        then()

    def go_plain(self, plain: bool) -> None:
        """As the sale does: the basket without offers, or with them again."""
        wishes = replace(self.priced.basket.wishes, plain=plain)
        self.priced = self.price(self.priced.basket.with_wishes(wishes))
        self.tender.begin(self.priced)

    def go_online(self) -> None:
        self.office.status = OfficeStatus(line=Line.ONLINE, says=Says.OK)

    def lend(self, total_minor: int) -> None:
        """Head office's grant arrives: so much principal in all."""
        grant = Grant(ZHANG.wallet, PRINCIPAL, Lot("topup:1"), total_minor)
        self.shop.store.ledger.grant(self.shop.store.journal.events[-1], [grant])

    def price(self, basket: Basket) -> PricedBasket:
        return price(basket, self.session.programme, self.session.moment())

    def kind(self, name: str) -> TenderKind:
        kind = self.session.programme.tender_kind(name)
        assert kind is not None
        return kind

    @property
    def remaining(self) -> int:
        assert self.view.state is not None
        return self.view.state.remaining_minor


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_cash_gives_change_and_the_sale_is_posted_at_once(desk: Desk) -> None:
    desk.tender.take_cash(10_000)
    assert desk.view.done is not None
    assert desk.view.done.change_minor == 4_100
    assert desk.posted == [desk.view.done]


def test_without_an_amount_it_is_the_rest(desk: Desk) -> None:
    desk.tender.take_cash(900)
    assert desk.remaining == 5_000
    desk.tender.take_cash()
    assert desk.view.done is not None
    assert desk.view.done.change_minor == 0


def test_nothing_but_cash_may_be_too_much(desk: Desk) -> None:
    desk.tender.take(desk.kind("bank_card"), 6_000)
    assert desk.view.refusals == [Why.TENDER_TOO_MUCH]
    assert desk.view.asked == []


def test_an_external_tender_asks_its_reference(desk: Desk) -> None:
    desk.tender.take(desk.kind("wechat"))
    assert desk.view.asked == [("wechat", 5_900)]
    desk.tender.take_with_reference(desk.kind("wechat"), 5_900, " 4200001 ")
    assert desk.view.done is not None
    assert desk.view.done.tenders[0].reference == "4200001"


def test_stored_value_needs_a_card(desk: Desk) -> None:
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_NEEDS_MEMBER]


def test_stored_value_takes_no_more_than_is_usable_here() -> None:
    desk = Desk(with_member=True)
    big = desk.price(Basket().add(CREAM, 20_000).with_member(desk.shop.view()))
    desk.tender.begin(big)
    desk.tender.take(desk.kind("stored_value"), 40_000)
    assert desk.view.refusals == [Why.VALUE_SHORT]
    desk.tender.take(desk.kind("stored_value"))
    assert desk.remaining == big.total_minor - 38_000
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_SHORT, Why.VALUE_SHORT]


def test_stored_value_rests_while_the_clock_is_in_doubt() -> None:
    desk = Desk(with_member=True)
    desk.session.set_clock_in_doubt(in_doubt=True)
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.refusals == [Why.VALUE_FROZEN_BY_CLOCK]


def test_going_back_loses_nothing_and_goods_added_are_still_to_pay(desk: Desk) -> None:
    desk.tender.take_cash(2_000)
    desk.tender.begin(desk.price(desk.priced.basket.add(TOAST)))
    assert desk.tender.has_tenders
    assert desk.remaining == 5_900 + TOAST.price_minor - 2_000


def test_a_payment_that_no_longer_fits_is_handed_back_with_a_word(desk: Desk) -> None:
    desk.tender.take_with_reference(desk.kind("wechat"), 5_000, "1")
    desk.tender.begin(desk.price(Basket().add(TOAST)))
    assert not desk.tender.has_tenders
    assert desk.view.refusals == [Why.TENDER_TOO_MUCH]


def test_the_last_payment_can_be_taken_back(desk: Desk) -> None:
    desk.tender.take_cash(2_000)
    desk.tender.take_back()
    assert desk.remaining == 5_900


def test_a_sale_that_is_refused_keeps_its_payments_and_can_be_tried_again(desk: Desk) -> None:
    shift = desk.shop.store.shifts.current()
    assert shift is not None
    desk.shop.use_cases.close_shift(CASHIER, 30_000)
    desk.tender.take_cash(5_900)
    assert desk.view.refusals == [Why.SHIFT_NOT_OPEN]
    assert desk.tender.has_tenders
    desk.shop.open_shift()
    desk.tender.finish()
    assert desk.view.done is not None


def test_after_posting_nothing_more_is_taken(desk: Desk) -> None:
    desk.tender.take_cash(5_900)
    desk.tender.take_cash(5_900)
    desk.tender.take_back()
    desk.tender.finish()
    assert len(desk.posted) == 1
    desk.tender.reprint()
    assert desk.view.reprints == 1
    desk.tender.print_gift_receipt()
    desk.tender.print_gift_receipt()
    waiting = [slip for slip in desk.shop.use_cases.print_slips.waiting() if slip.kind is SlipKind.GIFT]
    assert (desk.view.gifts, [slip.is_reprint for slip in waiting]) == (2, [False, True])


def short_desk() -> Desk:
    """ZHANG has 580.00, 380.00 of it here, and a basket of 980.00 lies on the counter."""
    desk = Desk(with_member=True)
    desk.priced = desk.price(Basket().add(CREAM, 20_000).with_member(desk.shop.view()))
    desk.tender.begin(desk.priced)
    desk.go_online()
    return desk


def test_what_lies_at_head_office_is_asked_for_and_then_taken() -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"), 45_000)
    assert desk.view.missing == [7_000]
    assert desk.office.asked == [(ZHANG.wallet, 7_000)]
    desk.tender.take_cash(100)
    assert desk.remaining == desk.priced.total_minor, "one thing at a time"
    desk.lend(37_000)
    desk.office.answers[0].set_result(Lent(Lending.LENT, 7_000))
    assert not desk.view.is_asking
    assert desk.remaining == desk.priced.total_minor - 45_000
    assert desk.view.refusals == []


def test_what_came_is_taken_and_why_it_was_not_more_is_said() -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"))
    assert desk.view.missing == [20_000], "no more than the card is known to hold"
    desk.lend(35_000)
    desk.office.answers[0].set_result(Lent(Lending.SHORT, 5_000))
    assert desk.remaining == desk.priced.total_minor - 43_000
    assert desk.view.refusals == [Why.VALUE_AT_OTHER_TILLS]


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (Lending.CAP, Why.VALUE_CAPPED),
        (Lending.RECOVERY, Why.VALUE_IN_RECOVERY),
        (Lending.FENCED, Why.VALUE_FROZEN_BY_OFFICE),
        (Lending.OFFLINE, Why.VALUE_OFFLINE),
    ],
)
def test_each_answer_has_its_reason(outcome: Lending, why: Why) -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"), 45_000)
    desk.office.answers[0].set_result(Lent(outcome))
    assert desk.view.refusals == [why]
    assert desk.remaining == desk.priced.total_minor


def test_nobody_waits_longer_and_what_comes_later_lies_here() -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"), 45_000)
    desk.tender.stop_asking(is_late=True)
    assert desk.view.refusals == [Why.VALUE_ANSWER_LATE]
    desk.lend(37_000)
    desk.office.answers[0].set_result(Lent(Lending.LENT, 7_000))
    assert desk.remaining == desk.priced.total_minor, "nothing is taken that nobody asked for any more"
    desk.tender.take(desk.kind("stored_value"), 45_000)
    assert desk.remaining == desk.priced.total_minor - 45_000
    assert len(desk.office.asked) == 1


def test_a_cashier_who_gives_up_goes_on_with_another_tender() -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"))
    desk.tender.stop_asking()
    assert desk.view.refusals == []
    desk.tender.take_cash()
    assert desk.view.done is not None


def test_offline_nobody_is_asked_and_the_reason_says_where_the_rest_is() -> None:
    desk = short_desk()
    desk.office.status = OfficeStatus(line=Line.OFFLINE)
    desk.tender.take(desk.kind("stored_value"), 45_000)
    assert desk.view.refusals == [Why.VALUE_OFFLINE]
    desk.tender.take(desk.kind("stored_value"))
    assert desk.remaining == desk.priced.total_minor - 38_000
    assert desk.office.asked == []


def test_a_till_closed_by_head_office_and_one_that_was_silent_too_long_say_so() -> None:
    desk = short_desk()
    desk.office.status = OfficeStatus(line=Line.ONLINE, says=Says.FENCED)
    desk.tender.take(desk.kind("stored_value"), 45_000)
    desk.office.status = OfficeStatus(line=Line.OFFLINE, frozen_at=desk.session.clock.now_ms() - 1)
    desk.tender.take(desk.kind("stored_value"), 45_000)
    assert desk.view.refusals == [Why.VALUE_FROZEN_BY_OFFICE, Why.VALUE_FROZEN_BY_SILENCE]


def test_a_card_that_holds_no_more_is_not_looked_for_at_other_tills() -> None:
    desk = short_desk()
    desk.tender.take(desk.kind("stored_value"), 70_000)
    desk.lend(50_000)
    desk.office.answers[0].set_result(Lent(Lending.SHORT, 20_000))
    assert desk.view.refusals == [Why.VALUE_SHORT]


def test_nothing_is_taken_while_offers_are_worked_out() -> None:
    desk = Desk()
    desk.tender.begin(replace(desk.priced, is_complete=False))
    desk.tender.take_cash()
    assert (desk.view.waits, desk.view.postings, desk.tender.has_tenders) == (1, 0, False)
    desk.tender.begin(desk.priced)
    desk.tender.take_cash()
    assert desk.view.done is not None


VOUCHER = TenderKind(
    id="voucher", names={"zh_CN": "团购券"}, type=TenderType.EXTERNAL, asks_reference=True, combines=False
)


def test_what_does_not_combine_pays_goods_without_offers_and_says_so_first() -> None:
    desk = Desk(with_member=True)
    assert desk.priced.total_minor == CREAM.member_price_minor
    desk.tender.take(VOUCHER)
    assert desk.view.refusals == [Why.TENDER_WITHOUT_OFFERS]
    assert desk.view.state is not None
    assert desk.view.state.due_minor == CREAM.price_minor
    desk.session.programme = replace(
        desk.session.programme, tender_kinds=(*desk.session.programme.tender_kinds, VOUCHER)
    )
    desk.tender.take(VOUCHER)
    assert desk.view.asked == [("voucher", CREAM.price_minor)]


def test_another_way_to_pay_or_leaving_brings_the_offers_back() -> None:
    desk = Desk(with_member=True)
    desk.tender.take(VOUCHER)
    desk.tender.take_cash()
    assert desk.view.refusals == [Why.TENDER_WITHOUT_OFFERS, Why.OFFERS_ARE_BACK]
    assert not desk.tender.has_tenders
    desk.tender.take(VOUCHER)
    desk.tender.leave()
    assert desk.priced.total_minor == CREAM.member_price_minor


def test_what_does_not_combine_pays_alone() -> None:
    desk = Desk()
    kinds = (*desk.session.programme.tender_kinds, VOUCHER)
    desk.session.programme = replace(desk.session.programme, tender_kinds=kinds)
    desk.tender.take_cash(1_000)
    desk.tender.take(VOUCHER)
    assert desk.view.refusals == [Why.TENDER_ALONE]
    desk.tender.take_back()
    desk.tender.take_with_reference(VOUCHER, 2_000, "77")
    desk.tender.take_cash()
    assert desk.view.refusals == [Why.TENDER_ALONE, Why.TENDER_ALONE]


def spender(desk: Desk, spend_minor: int) -> MemberView:
    view = desk.shop.view()
    assert view.member
    return replace(view, member=replace(view.member, measures={"spend": spend_minor}))


@pytest.mark.parametrize(("short_minor", "reached"), [(CREAM.member_price_minor, "black"), (100_000, None)])
def test_a_sale_that_lifts_the_member_says_so(desk: Desk, short_minor: int, reached: str | None) -> None:
    spend_minor = 800_000 - short_minor
    desk.tender.begin(desk.price(Basket().add(CREAM).with_member(spender(desk, spend_minor))))
    desk.tender.take_cash(10_000)
    assert desk.view.done
    assert (desk.view.reached.id if desk.view.reached else None) == reached
