"""A top-up by keyboard: the amount, the money, the slip."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.ledger import BONUS, PRINCIPAL
from app.domain.payment import Outcome, Payment
from app.domain.value.facts import TopUp
from app.ports.payment import Answer, Reversal, Way
from app.ports.scanner import ScanEvent
from app.ui.top_up.done_panel import TopUpDonePanel
from app.ui.top_up.screen import TopUpScreen
from app.ui.widgets.amount import AmountLabel
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.text import Text
from tests.app.ui.memory_providers import MemoryProviders
from tests.app.ui.memory_shop import CASHIER, MANAGER, PINS, TEA, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The top-up screen with 张三丰's card."""

    def __init__(self, qtbot: QtBot) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.stage = Stage(qtbot, self.shop)
        self.posted = list[TopUp]()
        self.left = list[int]()
        self.providers = MemoryProviders()
        self.screen = TopUpScreen(
            self.shop.use_cases, self.stage.tasks, self.stage.session, self.posted.append, self.providers
        )
        self.screen.left.connect(lambda: self.left.append(1))
        self.told = list[tuple[str, str]]()
        self.screen.told.connect(lambda what, remedy, _tone: self.told.append((what, remedy)))
        self.screen.begin(self.shop.view())
        self.stage.put(self.screen)

    @property
    def principal(self) -> int:
        """What the card may spend here."""
        return self.shop.view().usable(PRINCIPAL)


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


def test_an_offer_by_its_key_paid_in_cash_with_change(at: At) -> None:
    before = at.principal
    at.stage.press(Key.Key_F1, Key.Key_Return)
    at.stage.type("600")
    at.stage.press(Key.Key_Return)
    assert [(top_up.amount_minor, top_up.change_minor) for top_up in at.posted] == [(50_000, 10_000)]
    assert at.principal == before + 50_000
    assert at.shop.view().usable(BONUS) == 8_000 + 5_000
    at.stage.press(Key.Key_F5)
    assert [slip.is_reprint for slip in at.shop.store.spool.slips.values()] == [False, True]
    at.stage.press(Key.Key_Return)
    assert at.left == [1]
    assert at.told == [("Topped up ¥500.00", "Change ¥100.00")]


def test_any_amount_paid_in_two_ways(at: At) -> None:
    at.stage.type("123.45")
    at.stage.press(Key.Key_Return)
    at.stage.type("100")
    at.stage.press(Key.Key_Return)
    at.stage.press(Key.Key_F2)  # stored value is no tender here: the second key is WeChat Pay
    (dialog,) = open_dialogs(at.stage.window)
    at.stage.type("4200")
    at.stage.press(Key.Key_Return)
    assert not dialog.is_open
    (top_up,) = at.posted
    assert [(tender.kind, tender.amount_minor) for tender in top_up.tenders] == [("cash", 10_000), ("wechat", 2_345)]


def test_nothing_is_paid_before_an_amount_is_there(at: At) -> None:
    at.stage.press(Key.Key_Return)
    at.stage.type("0")
    at.stage.press(Key.Key_Return)
    assert not at.screen.presenter.is_paying


def test_the_laws_limit_is_said_while_typing(at: At) -> None:
    at.stage.type("4501")
    at.stage.press(Key.Key_Return)
    assert not at.screen.presenter.is_paying
    at.stage.press(Key.Key_Backspace, Key.Key_Return)
    assert at.screen.presenter.is_paying


def test_escape_goes_back_step_by_step_but_never_with_money_taken(at: At) -> None:
    at.stage.press(Key.Key_F1, Key.Key_Return)
    at.stage.type("100")
    at.stage.press(Key.Key_Return)
    at.stage.press(Key.Key_Escape)
    assert at.screen.presenter.has_tenders
    at.stage.press(Key.Key_Delete, Key.Key_Escape)
    assert not at.screen.presenter.is_paying
    assert not at.left
    at.stage.press(Key.Key_Escape)
    assert at.left == [1]


def test_a_scan_while_money_is_taken_is_said_and_not_swallowed(at: At) -> None:
    assert not at.screen.take_scan(ScanEvent(TEA.gtin, "wedge", 0))
    at.stage.press(Key.Key_F1, Key.Key_Return)
    assert at.screen.take_scan(ScanEvent(TEA.gtin, "wedge", 0))


def test_a_full_disk_keeps_the_payment_and_enter_tries_again(at: At) -> None:
    at.shop.store.is_full = True
    at.stage.press(Key.Key_F1, Key.Key_Return, Key.Key_Return)
    assert not at.posted
    at.shop.store.is_full = False
    at.shop.store.value.deals.clear()  # the store in memory rolls nothing back
    at.stage.press(Key.Key_Return)
    assert len(at.posted) == 1


def test_an_answer_that_comes_late_is_not_shown(at: At) -> None:
    quote = at.shop.use_cases.top_up_card.quote(at.shop.view(), 100)
    assert not isinstance(quote, Refused)
    at.screen.presenter.choose(200)
    at.stage.settle()
    at.screen.presenter._quoted(0, quote)
    at.screen.presenter.go_pay()
    at.screen.presenter.take_cash(None)
    at.stage.settle()
    assert [top_up.amount_minor for top_up in at.posted] == [200]


def test_a_top_up_is_paid_on_the_terminal(at: At) -> None:
    at.providers.ways = {"wechat": Way.TERMINAL}
    at.stage.press(Key.Key_F1, Key.Key_Return, Key.Key_F2)
    assert at.screen.is_busy
    at.providers.answer(Answer(Outcome.PAID, "4200001"))
    at.stage.until(lambda: bool(at.posted))
    assert [tender.reference for tender in at.posted[0].tenders] == ["4200001"]
    assert at.shop.use_cases.take_payment.open() == ()


def test_a_payment_that_is_taken_back_goes_back_at_its_provider(at: At) -> None:
    at.providers.ways = {"wechat": Way.TERMINAL}
    at.stage.press(Key.Key_F1, Key.Key_Return)
    at.stage.type("100")
    at.stage.press(Key.Key_F2)
    at.providers.answer(Answer(Outcome.PAID, "4200001"))
    at.stage.until(lambda: at.screen.presenter.has_tenders)
    at.stage.press(Key.Key_Delete)
    at.providers.reversals[-1].set_result(Reversal.DONE)
    at.stage.until(lambda: not at.screen.presenter.has_tenders)
    assert at.shop.use_cases.take_payment.open() == ()
    assert at.posted == []


def test_what_was_paid_and_not_taken_is_offered_to_the_next_top_up(at: At) -> None:
    take = at.shop.use_cases.take_payment
    begun = take(CASHIER, "wechat", 50_000)
    assert isinstance(begun, Payment)
    take.settle(begun.id, Answer(Outcome.PAID, "4200001"))
    at.stage.press(Key.Key_F1, Key.Key_Return)
    (dialog,) = open_dialogs(at.stage.window)
    at.stage.press(Key.Key_Return)
    assert not dialog.is_open
    assert [tender.reference for tender in at.posted[0].tenders] == ["4200001"]


def test_where_no_provider_answers_a_manager_says_by_pin_that_it_was_paid(at: At) -> None:
    at.providers.ways = {"wechat": Way.TERMINAL}
    at.stage.press(Key.Key_F1, Key.Key_Return, Key.Key_F2)
    at.providers.answer(Answer(Outcome.UNKNOWN))
    at.stage.until(lambda: not at.screen.is_busy)
    at.stage.press(Key.Key_F7, Key.Key_F5)
    at.stage.type(PINS[MANAGER.id])
    at.stage.press(Key.Key_Return)
    assert open_dialogs(at.stage.window) == []
    assert [top_up.amount_minor for top_up in at.posted] == [50_000]


def test_change_is_shown_big_or_what_the_card_holds_where_there_is_none(at: At) -> None:
    held = at.shop.view().total(PRINCIPAL) + at.shop.view().total(BONUS)
    at.stage.press(Key.Key_F1, Key.Key_Return, Key.Key_Return)
    panel = at.screen.findChildren(TopUpDonePanel)[0]
    assert said(panel) == ("On the card now", held + 55_000)
    panel.show_top_up(replace(at.posted[0], change_minor=10_000), held + 55_000)
    assert said(panel) == ("Change", 10_000)


def said(panel: TopUpDonePanel) -> tuple[str, int]:
    words = {label.text() for label in panel.findChildren(Text)}
    return next(iter(words & {"Change", "On the card now"})), panel.findChildren(AmountLabel)[0].amount_minor
