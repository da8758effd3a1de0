"""The wallet desk from the members screen: pay out, undo, move, and cards."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.ids import CardNumber
from app.domain.lease import Grant
from app.domain.ledger import PRINCIPAL, Lot
from app.domain.member import CardState
from app.domain.programme.model import TenderType
from app.domain.tender import Tendered
from app.domain.value.facts import PrincipalRefund, TopUp, Transfer
from app.ports.head_office import Lending, Lent, Line, OfficeStatus, Says
from app.ports.payment import Reversal, Way
from app.services.top_up_card import TopUpRequest
from app.ui.members.screen import MembersScreen
from app.ui.wallet.amount_dialog import AmountDialog
from app.ui.wallet.list_dialog import ListDialog
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog, open_dialogs
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_providers import MemoryProviders
from tests.app.ui.memory_shop import ANONYMOUS_CARD, GOLD_CARD, LOST_CARD, SUPERVISOR, ZHANG, memory_shop
from tests.app.ui.memory_stage import Key, Stage

NEW_CARD = "880000000047"


class At:
    """The members screen with 张三丰's profile open, a supervisor before it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.stage = Stage(qtbot, self.shop, SUPERVISOR)
        self.told = list[str]()
        self.providers, self.office = MemoryProviders(), MemoryOffice()
        self.screen = MembersScreen(
            self.shop.use_cases, self.stage.tasks, self.stage.session, self.providers, self.office
        )
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.stage.put(self.screen)
        self.open()

    def open(self) -> None:
        """Open the profile by its card."""
        self.screen.seeker.scan(GOLD_CARD)
        self.stage.settle()

    def dialog(self) -> Dialog:
        """The one dialog there is."""
        (dialog,) = [each for each in open_dialogs(self.stage.window) if each.is_open]
        return dialog

    def choose(self, words: str) -> None:
        """Press the row that begins with these words."""
        dialog = self.dialog()
        assert isinstance(dialog, ListDialog)
        row = next(button for button in dialog.findChildren(Button) if button.label().startswith(words))
        row.click()
        self.stage.settle()

    def task(self, words: str) -> None:
        """Open the desk and choose a task."""
        self.stage.press(Key.Key_F7)
        self.choose(words)

    def approve(self) -> None:
        """The supervisor allows it by their own word; a reason by its key where one is asked for."""
        self.stage.press(Key.Key_F5, Key.Key_Return)


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


def top_up(at: At) -> TopUp:
    request = TopUpRequest(
        SUPERVISOR, at.shop.view(), 50_000, (Tendered("cash", TenderType.CASH, 50_000),), bonus_minor=5_000
    )
    made = at.shop.use_cases.top_up_card(request)
    assert isinstance(made, TopUp)
    return made


def state_of(at: At, number: str) -> CardState:
    card = at.shop.store.cards.card(CardNumber(number), 0)
    assert card is not None
    return card.state


def test_the_balance_is_paid_out_in_cash(at: At) -> None:
    at.task("Pay the balance out")
    at.stage.press(Key.Key_Return)
    at.choose("Cash")
    at.approve()
    ((_, deal),) = at.shop.store.value.deals.values()
    assert isinstance(deal, PrincipalRefund)
    assert deal.amount_minor == 30_000
    assert at.shop.view().usable(PRINCIPAL) == 0
    assert "300.00" in at.told[-1]


def test_what_lies_elsewhere_is_asked_for_before_it_is_paid_out(at: At) -> None:
    at.office.status = OfficeStatus(line=Line.ONLINE, says=Says.OK)
    at.task("Pay the balance out")
    assert (at.office.asked, at.office.units) == ([(ZHANG.wallet, 20_000)], [(PRINCIPAL,)])
    at.shop.store.ledger.grant(at.shop.store.journal.events[-1], [Grant(ZHANG.wallet, PRINCIPAL, Lot("here"), 20_000)])
    at.office.answers[-1].set_result(Lent(Lending.LENT, 20_000))
    at.stage.until(lambda: isinstance(at.dialog(), AmountDialog))
    at.stage.press(Key.Key_Return)
    at.choose("Cash")
    at.approve()
    ((_, deal),) = at.shop.store.value.deals.values()
    assert isinstance(deal, PrincipalRefund)
    assert deal.amount_minor == 50_000


def test_who_does_not_wait_pays_out_what_lies_here(at: At) -> None:
    at.office.status = OfficeStatus(line=Line.ONLINE, says=Says.OK)
    at.task("Pay the balance out")
    at.stage.press(Key.Key_Escape)
    at.stage.until(lambda: isinstance(at.dialog(), AmountDialog))
    at.stage.press(Key.Key_Return)
    at.choose("Cash")
    at.approve()
    ((_, deal),) = at.shop.store.value.deals.values()
    assert deal.amount_minor == 30_000


def test_a_wrong_top_up_is_undone(at: At) -> None:
    before = at.shop.view().usable(PRINCIPAL)
    made = top_up(at)
    at.open()
    at.task("Undo a top-up")
    at.stage.press(Key.Key_1)
    at.choose("Cash")
    at.approve()
    _, undone = list(at.shop.store.value.deals.values())[-1]
    assert isinstance(undone, PrincipalRefund)
    assert undone.undoes == made.id
    assert at.shop.view().usable(PRINCIPAL) == before


def test_a_top_up_paid_at_a_provider_goes_back_there(at: At) -> None:
    at.providers.ways = {"wechat": Way.TERMINAL}
    paid = (Tendered("wechat", TenderType.EXTERNAL, 50_000, "4200001"),)
    request = TopUpRequest(SUPERVISOR, at.shop.view(), 50_000, paid, bonus_minor=5_000)
    assert isinstance(at.shop.use_cases.top_up_card(request), TopUp)
    at.open()
    at.task("Undo a top-up")
    at.stage.press(Key.Key_1)
    at.choose("WeChat")
    at.approve()
    assert [(each.amount_minor, each.reference) for each in at.providers.returns] == [(50_000, "4200001")]
    at.providers.reversals[-1].set_result(Reversal.DONE)
    at.stage.until(lambda: not at.shop.use_cases.pay_back.open())


def test_value_moves_to_another_card(at: At) -> None:
    at.task("Move value")
    at.stage.type("100")
    at.stage.press(Key.Key_Return)
    at.stage.type(ANONYMOUS_CARD)
    at.stage.press(Key.Key_Return)
    at.choose("Move it")
    ((_, deal),) = at.shop.store.value.deals.values()
    assert isinstance(deal, Transfer)
    assert (deal.amount_minor, deal.target.wallet) == (10_000, "w9")


def test_what_is_no_card_is_said(at: At) -> None:
    at.task("Move value")
    at.stage.press(Key.Key_Return)
    at.stage.type("6901234567892")
    at.stage.press(Key.Key_Return)
    assert at.told
    assert not at.shop.store.value.deals


def test_a_card_is_lost_released_frozen_replaced_and_one_more_issued(at: At) -> None:
    at.task("Report a card lost")
    assert state_of(at, GOLD_CARD) is CardState.LOST
    at.task("Let a card be used again")
    at.choose("8800 0000 0013")
    assert state_of(at, GOLD_CARD) is CardState.ACTIVE
    at.task("Freeze a card")
    assert state_of(at, GOLD_CARD) is CardState.FROZEN
    at.task("Replace a card")
    at.choose("8800 0000 0021")
    at.stage.type(NEW_CARD)
    at.stage.press(Key.Key_Return)
    assert state_of(at, LOST_CARD) is CardState.REPLACED
    assert state_of(at, NEW_CARD) is CardState.ACTIVE
    at.task("Issue a card")
    at.stage.type("880000000054")
    at.stage.press(Key.Key_Return)
    assert state_of(at, "880000000054") is CardState.ACTIVE


def test_a_number_of_another_shop_is_refused(at: At) -> None:
    at.task("Issue a card")
    at.stage.type("123")
    at.stage.press(Key.Key_Return)
    assert not at.shop.store.cards.changed
    assert at.told


def keys_of_tasks(at: At) -> dict[str, str]:
    at.stage.press(Key.Key_F7)
    keys = {button.label(): button.key for button in at.dialog().findChildren(Button) if button.key != "Esc"}
    at.stage.press(Key.Key_Escape)
    return keys


def test_a_task_has_its_key_whatever_else_can_be_done(at: At) -> None:
    of_a_member = keys_of_tasks(at)
    at.screen.seeker.scan(ANONYMOUS_CARD)
    at.stage.settle()
    of_a_card = keys_of_tasks(at)
    assert "Complaints" not in of_a_card
    assert "Let a card be used again" not in of_a_card
    assert {words: of_a_member[words] for words in of_a_card} == of_a_card
    assert of_a_card["Issue a card"] == "7"


def test_the_last_tasks_have_keys_too(at: At) -> None:
    at.stage.press(Key.Key_F7, Key.Key_Minus)
    at.stage.settle()
    assert state_of(at, GOLD_CARD) is CardState.FROZEN


def test_f8_asks_for_a_top_up(at: At) -> None:
    asked = list[object]()
    at.screen.top_up_asked.connect(asked.append)
    at.stage.press(Key.Key_F8)
    assert len(asked) == 1
