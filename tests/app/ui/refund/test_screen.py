"""A refund by keyboard, from the list to the money."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.domain.codes import RECEIPT_PREFIX
from app.domain.ids import EventId, SaleId, TillId
from app.domain.journal import Draft, Kind
from app.domain.lease import Grant
from app.domain.sale.body import sale_to_body
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT, right_wallet
from app.domain.staff import Permission
from app.ports.head_office import Fetching, Line, OfficeStatus
from app.ports.payment import Reversal, Way
from app.ports.scanner import ScanEvent
from app.services.change_settings import CONFIG_NAME
from app.settings import LeaseSettings, ShopSettings
from app.ui.refund import fetch_sale
from app.ui.refund.advance import AdvanceDialog
from app.ui.refund.screen import RefundScreen
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.table import Table
from tests.app.ui.memory_office import MemoryOffice
from tests.app.ui.memory_providers import MemoryProviders
from tests.app.ui.memory_shop import MANAGER, SUPERVISOR, TEA, TOAST, memory_shop
from tests.app.ui.memory_stage import Key, Stage


class At:
    """The refund screen after two sales."""

    def __init__(self, qtbot: QtBot) -> None:
        self.shop = memory_shop()
        self.shop.open_shift()
        self.first = self.shop.sell((TEA, 3000), view=self.shop.view(), tender="stored_value")
        self.second = self.shop.sell((TOAST, 1000), (TEA, 2000))
        self.stage = Stage(qtbot, self.shop, SUPERVISOR)
        self.told = list[str]()
        self.left = list[int]()
        self.providers = MemoryProviders()
        self.office = MemoryOffice(OfficeStatus(line=Line.ONLINE, till="T1"))
        self.screen = RefundScreen(
            self.shop.use_cases, self.stage.tasks, self.stage.session, self.providers, self.office
        )
        self.screen.told.connect(lambda what, _remedy, _tone: self.told.append(what))
        self.screen.left.connect(lambda: self.left.append(1))
        self.stage.put(self.screen)

    @property
    def refunded_minor(self) -> list[int]:
        """What was paid back, by refund."""
        return [refund.total_minor for refund in self.shop.store.sales.refunds.values()]


@pytest.fixture
def at(qtbot: QtBot) -> At:
    return At(qtbot)


def test_choose_pick_allow_pay_out(at: At) -> None:
    at.stage.press(Key.Key_Return, Key.Key_Plus, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    assert at.refunded_minor == [at.second.lines[0].net_minor]
    at.stage.press(Key.Key_Return)
    at.stage.press(Key.Key_Escape)
    assert at.left == [1]


def test_after_a_refund_the_list_is_as_wide_as_before(at: At) -> None:
    table = at.screen.findChildren(Table)[0]
    before = table.width()
    at.stage.press(Key.Key_Return, Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    at.stage.settle()
    at.stage.press(Key.Key_Return)
    assert table.isVisible()
    assert table.width() == before


def test_arrows_reach_an_older_sale_and_all_of_it(at: At) -> None:
    at.stage.press(Key.Key_Down, Key.Key_Return, Key.Key_F3, Key.Key_F12, Key.Key_F6, Key.Key_Return)
    assert at.refunded_minor == [at.first.total_minor]


def test_plus_minus_and_space(at: At) -> None:
    at.stage.press(Key.Key_Return, Key.Key_Down, Key.Key_Space, Key.Key_Minus, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    assert at.refunded_minor == [at.second.lines[1].net_minor - at.second.lines[1].net_minor // 2]


def test_the_code_of_a_receipt_opens_its_sale(at: At) -> None:
    assert at.screen.take_scan(ScanEvent(f"MT:{at.first.origin.receipt_number}", "wedge", 0))
    at.stage.settle()
    at.stage.press(Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    assert at.refunded_minor == [at.first.total_minor]
    assert not at.screen.take_scan(ScanEvent(TEA.gtin, "wedge", 0))


def test_an_unknown_number_is_said(at: At) -> None:
    at.stage.type("T1-1-777777")
    at.stage.press(Key.Key_Return)
    assert len(at.told) == 1


def test_escape_goes_back_one_step_at_a_time(at: At) -> None:
    at.stage.press(Key.Key_Return, Key.Key_Escape)
    assert at.left == []
    at.stage.press(Key.Key_Escape)
    assert at.left == [1]


def test_nothing_picked_nothing_to_refund(at: At) -> None:
    at.stage.press(Key.Key_Return, Key.Key_F3, Key.Key_F4, Key.Key_F12)
    assert at.refunded_minor == []


def test_what_was_paid_at_a_provider_goes_back_there(at: At) -> None:
    at.providers.ways = {"wechat": Way.TERMINAL}
    paid = at.shop.sell((TOAST, 1_000), tender="wechat")
    at.screen.enter()
    at.stage.settle()
    at.stage.press(Key.Key_Return, Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    assert [(each.amount_minor, each.reference) for each in at.providers.returns] == [
        (paid.total_minor, paid.tenders[0].reference)
    ]
    at.providers.reversals[-1].set_result(Reversal.DONE)
    at.stage.until(lambda: not open_dialogs(at.stage.window))
    at.stage.settle()
    assert at.told == ["WeChat Pay: ¥12.80 back"]
    assert at.shop.use_cases.pay_back.open() == ()


FAR = "T09-1-000042"


def far_sale(at: At, *, is_lent: bool = True) -> None:
    """Till T09's sale is here, with its right where head office has lent it."""
    sale = replace(at.second, id=SaleId("far"), origin=replace(at.second.origin, till=TillId("T09"), receipt=42))
    store = at.shop.store
    wallet = right_wallet(TillId("T09"), sale.id)
    body = {"grants": [[wallet, REFUND_RIGHT, RIGHT_LOT.key, 1]]}
    with store.unit_of_work() as uow:
        if not is_lent:
            body, wallet = {"grants": []}, right_wallet(TillId("T08"), sale.id)
        event = uow.journal.append(Draft(EventId("lent"), Kind.LEASE_GRANTED, 0, "2026-03-06", body))
        uow.ledger.grant(event, [Grant(wallet, REFUND_RIGHT, RIGHT_LOT, 1)])
        uow.commit()
    at.shop.use_cases.refund_sale.take_over(sale_to_body(sale), [])


def test_a_receipt_of_another_till_is_fetched_and_refunded(at: At) -> None:
    assert at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    assert at.office.fetched == [FAR]
    (dialog,) = open_dialogs(at.stage.window)
    at.office.fetches[0].set_result(Fetching.ASKED)
    at.stage.until(lambda: len(at.office.fetched) == 2)
    assert dialog.is_open
    far_sale(at)
    at.office.fetches[1].set_result(Fetching.TAKEN)
    at.stage.until(lambda: not open_dialogs(at.stage.window))
    at.stage.settle()
    at.stage.press(Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    assert at.refunded_minor == [at.second.total_minor]
    assert at.told == []


def test_a_silent_till_is_done_without_by_a_manager_up_to_a_cap(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_sale, "TRIES", 1)
    at.stage.session.sign_on(MANAGER)
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.office.fetches[0].set_result(Fetching.ASKED)
    at.stage.settle()
    (dialog,) = open_dialogs(at.stage.window)
    at.stage.press(Key.Key_F2)
    assert at.office.fetched == [FAR, f"{FAR}!"]
    far_sale(at, is_lent=False)
    at.office.fetches[1].set_result(Fetching.TAKEN)
    at.stage.until(lambda: not dialog.is_open)
    at.stage.settle()
    at.stage.press(Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    (refund,) = at.shop.store.sales.refunds.values()
    assert refund.approval.permission is Permission.REFUND_AT_RISK
    assert at.told == []


@pytest.mark.parametrize(
    ("came", "words"),
    [
        (Fetching.UNKNOWN, "This till has no such receipt"),
        (Fetching.TOO_OFTEN, "This till has looked up too many members or receipts elsewhere"),
    ],
)
def test_what_does_not_come_is_told(at: At, came: Fetching, words: str) -> None:
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.office.fetches[0].set_result(came)
    at.stage.until(lambda: bool(at.told))
    assert at.told == [words]
    assert not open_dialogs(at.stage.window)


def test_without_a_line_a_manager_may_have_an_advance_paid(at: At) -> None:
    at.stage.session.sign_on(MANAGER)
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.office.fetches[0].set_result(Fetching.OFFLINE)
    at.stage.until(lambda: bool(at.stage.window.findChildren(AdvanceDialog)))
    (dialog,) = open_dialogs(at.stage.window)
    at.stage.press(Key.Key_Return)
    assert "What comes back?" in dialog.notice.text()
    at.stage.type("2 x toast")
    at.stage.press(Key.Key_Return)
    assert dialog.is_open, "and how much"
    at.stage.type("25.60")
    at.stage.press(Key.Key_Return, Key.Key_F5, Key.Key_Return)
    ((_, moved),) = at.shop.store.shifts.moves
    assert (moved.receipt, moved.signed_minor) == (FAR, -2_560)
    assert moved.reason.startswith("2 x toast: ")
    assert at.told == [f"¥25.60 paid in advance on {FAR}"]
    far_sale(at)
    at.screen.open_receipt(FAR)
    at.stage.settle()
    assert at.told[1:] == ["¥25.60 was paid here in advance on this receipt"]


def test_without_a_line_a_sale_that_is_known_here_is_refunded_at_risk(at: At) -> None:
    at.stage.session.sign_on(MANAGER)
    far_sale(at, is_lent=False)
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.office.fetches[0].set_result(Fetching.OFFLINE)
    at.stage.settle()
    assert not at.stage.window.findChildren(AdvanceDialog)
    (dialog,) = open_dialogs(at.stage.window)
    at.stage.press(Key.Key_F2)
    assert at.office.fetched == [FAR, f"{FAR}!"]
    at.office.fetches[1].set_result(Fetching.OFFLINE)
    at.stage.until(lambda: not dialog.is_open)
    at.stage.settle()
    at.stage.press(Key.Key_F3, Key.Key_F12, Key.Key_F5, Key.Key_Return)
    (refund,) = at.shop.store.sales.refunds.values()
    assert refund.approval.permission is Permission.REFUND_AT_RISK
    assert at.told == []


def test_without_a_line_and_without_a_cap_nothing_is_paid(at: At) -> None:
    settings = ShopSettings(leases=LeaseSettings(refund_at_risk_minor=0))
    with at.shop.store.unit_of_work() as uow:
        uow.config.put(CONFIG_NAME, settings.model_dump_json())
        uow.commit()
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.office.fetches[0].set_result(Fetching.OFFLINE)
    at.stage.until(lambda: bool(at.told))
    assert at.told == ["This is another till's receipt, and head office cannot be reached"]


def test_nobody_has_to_wait_for_it(at: At) -> None:
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    at.stage.press(Key.Key_Escape)
    assert not open_dialogs(at.stage.window)
    at.office.fetches[0].set_result(Fetching.TAKEN)
    at.stage.settle()
    assert at.told == []


def test_where_there_is_no_chain_nobody_is_asked(at: At) -> None:
    at.office.status = OfficeStatus(line=Line.ONLINE, till="T1", is_inside=True)
    at.screen.take_scan(ScanEvent(f"{RECEIPT_PREFIX}{FAR}", "wedge", 0))
    at.stage.settle()
    assert at.office.fetched == []
    assert at.told == ["This till has no such receipt"]
