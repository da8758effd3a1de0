"""The sale screen: basket on the left, member and quick keys on the right, keys at the bottom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedLayout, QWidget

from app.domain.catalogue import Product
from app.domain.errors import Refused, Why
from app.domain.ids import WalletId
from app.domain.ledger import POINTS
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket
from app.domain.programme.features import takes_value
from app.domain.sale.facts import Sale
from app.domain.staff import Approval, Permission
from app.ports.scanner import ScanEvent
from app.ports.store import HeldBasket
from app.services.look_up import Choices
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.sale.basket_list import BasketList
from app.ui.sale.basket_tasks import AskApproval, BasketTasks
from app.ui.sale.care_tasks import CareTasks
from app.ui.sale.coupon_words import coupons_line, withheld_texts
from app.ui.sale.empty_basket import EmptyBasket
from app.ui.sale.function_keys import FunctionBar, KeyFace
from app.ui.sale.held_dialog import HeldDialog
from app.ui.sale.line_dialogs import GiveUpDialog
from app.ui.sale.line_text import LineTexts, step_texts
from app.ui.sale.member_panel import MemberPanel, greeting
from app.ui.sale.member_summary import MemberSummary, Summaries
from app.ui.sale.pick_dialog import PickDialog
from app.ui.sale.points_dialog import points_used
from app.ui.sale.presenter import SalePresenter
from app.ui.sale.quick_keys import QuickKeys
from app.ui.sale.scan_field import ScanField
from app.ui.sale.totals import Totals
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import MINUS, money
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import Card, column, row

_FACES = (
    KeyFace("F1", Icon.SEARCH),
    KeyFace("F2", Icon.MEMBER),
    KeyFace("F3", Icon.QUANTITY),
    KeyFace("F4", Icon.PRICE),
    KeyFace("F5", Icon.NOTE),
    KeyFace("F6", Icon.TRASH),
    KeyFace("F7", Icon.HOLD),
    KeyFace("F8", Icon.REFUND),
    KeyFace("F9", Icon.SHIFT),
    KeyFace("F10", Icon.SETTINGS),
    KeyFace("F11", Icon.LOCK),
)
_OF_A_SCAN = frozenset(
    {
        Why.CODE_UNKNOWN,
        Why.CODE_CHECK_DIGIT,
        Why.PAST_DATE,
        Why.PRODUCT_NOT_FOR_SALE,
        Why.GOODS_NOT_FOR_THEM,
        Why.GOODS_NEED_CARD,
        Why.GOODS_TOO_MANY,
        Why.GOODS_NEED_LEASE,
        Why.CARD_UNKNOWN,
        Why.CARD_FROZEN,
        Why.CARD_LOST,
        Why.CARD_REPLACED,
        Why.CARD_UNREADABLE,
        Why.MEMBER_CODE_NO_KEY,
        Why.MEMBER_CODE_FORGED,
        Why.MEMBER_CODE_CLOCK,
        Why.MEMBER_CODE_EXPIRED,
        Why.MEMBER_CODE_USED,
        Why.BANK_CARD,
    }
)
_NEED_LINE = ("F3", "F4", "F5", "F6")


class SaleScreen(Screen):
    """The view of SalePresenter. `ask_price_approval(what, then)` is the approval dialog."""

    refused = Signal(object)
    tender_asked = Signal()
    members_asked = Signal()
    refund_asked = Signal(str)
    top_up_asked = Signal(object)
    services_asked = Signal(object)
    shift_asked = Signal()
    settings_asked = Signal()
    lock_asked = Signal()
    told = Signal(str, str, object)

    def __init__(
        self, use_cases: UseCases, tasks: Runs, session: Session, ask_price_approval: AskApproval, pricing: Runs
    ) -> None:
        super().__init__()
        self._use_cases, self._tasks, self._session = use_cases, tasks, session
        self._approver = Approver(self, use_cases, tasks, session)
        self._texts, self._summaries = LineTexts(session), Summaries(session)
        self._greeted: WalletId | None = None
        self._has_tenders: Callable[[], bool] = lambda: False
        self._offered: Callable[[], None] = lambda: None
        self._build()
        self.presenter = SalePresenter(self, tasks, use_cases, session, pricing)
        self._care = CareTasks(self, use_cases, tasks, session, self.tell, self.presenter.use_member)
        self._asking = BasketTasks(
            self, self.presenter, use_cases, tasks, session, ask_price_approval, self._stopped_by_tenders
        )
        self._connect_scan_field()
        self._connect_keys()
        self._retranslate()
        session.watch(self._show_shift)

    def guard_tenders(self, has_tenders: Callable[[], bool]) -> None:
        """While payments were taken for this basket it can be neither set aside nor cleared."""
        self._has_tenders = has_tenders

    def enter(self) -> None:
        """Back to the scan field."""
        self._scan.setFocus()

    def start(self) -> None:
        """Somebody signed on: fetch what is shown."""
        self.presenter.start()
        self._tasks.run(self._use_cases.list_products.has_goods, self._show_has_goods)

    def take_scan(self, event: ScanEvent) -> bool:
        """Every scan is for the sale."""
        self.presenter.enter(event.text)
        return True

    def show_basket(self, priced: PricedBasket, selected: int | None) -> None:
        """Lines, totals, member. What went wrong before is mended now."""
        self._notice.make_way()
        self._basket.show_lines(self._texts.of(priced), selected)
        self._left.setCurrentIndex(0 if priced.basket.is_empty else 1)
        self._totals.show_totals(priced, step_texts(priced, self._session), withheld_texts(priced, self._session))
        view = priced.basket.member
        summary = self._summaries.of(view)
        self._member.show_member(summary)
        self._show_uses(priced)
        self._greet(view, summary)
        for name in _NEED_LINE:
            self._bar.key(name).setEnabled(not priced.basket.is_empty)
        self._name_hold_key(is_empty=priced.basket.is_empty)

    def _show_uses(self, priced: PricedBasket) -> None:
        rule, view = self._session.programme.points_off, priced.basket.member
        used = points_used(priced)
        words = self.tr("{points} pts").format(points=f"{MINUS}{used:,}") if used else ""
        self._member.show_uses(
            coupons_line(priced),
            words,
            can_use_points=bool(rule and view and view.total(POINTS)) and bool(priced.lines),
        )

    def _greet(self, view: MemberView | None, summary: MemberSummary | None) -> None:
        """Once for each member who comes: what is worth a word. Scans go on; nothing has to be closed."""
        wallet = view.wallet if view else None
        if wallet == self._greeted:
            return
        self._greeted = wallet
        words = greeting(summary) if summary else ""
        if words:
            self.tell(words, "", Tone.WARN)
            if summary and summary.follow_ups:
                self._offer(self.tr("Tick off"), "⇧F6", self._ask_follow_ups)
            self._notice.hold()

    def show_multiplier(self, quantity_milli: int | None) -> None:
        """How many of the next scan."""
        self._scan.show_multiplier(quantity_milli)

    def show_quick_keys(self, products: Sequence[Product]) -> None:
        """The quick keys."""
        self._quick.show_products(products)

    def show_refusal(self, refused: Refused) -> None:
        """A notice above the basket, and a sound: the cashier may be looking at the goods."""
        words = refusal_words(refused)
        self.tell(words.what, words.remedy, Tone.BAD)
        if refused.why in _OF_A_SCAN:
            # The next scan follows in half a second; what was not taken would leave the shop unpaid.
            self._notice.hold()
        self.refused.emit(refused)

    def offer_exception(self) -> None:
        """A button beside the refusal: somebody who may lets the goods pass."""
        self._offer(self.tr("Let it pass"), "Ctrl+E", self._ask_exception)
        self._notice.hold()

    def show_past_date(self, name: str, day: str) -> None:
        """Stays through the next scans: somebody has to look at the goods."""
        self.tell(
            self.tr("{name} was good until {day} only").format(name=name, day=day),
            self.tr("Check it with the customer; F6 takes it out again."),
            Tone.WARN,
        )
        self.hold_notice()
        QApplication.beep()

    def show_last_sale(self, sale: Sale) -> None:
        """What was just sold stays in sight."""
        self._empty.show_last(sale)

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.ACCENT) -> None:
        """A notice above the basket, or wherever the cashier is."""
        if self.isVisible():
            self._notice.tell(what, remedy, tone)
        else:
            self.told.emit(what, remedy, tone)

    def notice_text(self) -> str:
        """What the notice above the basket says, empty when it says nothing."""
        return self._notice.text()

    def hold_notice(self, *, takes_esc: bool = True) -> None:
        """What was said last stays through the next scans."""
        if self._notice.text():
            self._notice.hold(takes_esc=takes_esc)

    def offer(self, choices: Choices, quantity_milli: int | None) -> None:
        """Let the cashier choose."""
        dialog = PickDialog(self, choices)
        dialog.product_chosen.connect(lambda product: self.presenter.add_product(product, quantity_milli))
        dialog.member_chosen.connect(self.presenter.choose_member)
        dialog.open()

    def offer_held(self, held: Sequence[HeldBasket]) -> None:
        """The baskets set aside."""
        dialog = HeldDialog(self, held, self._session)
        dialog.chosen.connect(self.presenter.recall)
        dialog.open()

    def show_held(self, number: int) -> None:
        """It was set aside."""
        self.tell(self.tr("Basket {number} is on hold").format(number=number), self.tr("F7 takes it up again."))

    def go_to_refund(self, receipt_number: str) -> None:
        """A receipt was scanned."""
        self.refund_asked.emit(receipt_number)

    def go_to_tender(self) -> None:
        """To the tenders."""
        self._notice.dismiss()
        self.tender_asked.emit()

    def use_member(self, view: MemberView) -> None:
        """The member that was found on another screen."""
        self.presenter.use_member(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column takes what the basket can spare."""
        super().resizeEvent(event)
        self._right.setFixedWidth(max(352, min(560, round(self.width() * 0.365))))

    def showEvent(self, event: QShowEvent) -> None:
        """The scan field has the focus."""
        super().showEvent(event)
        self._scan.setFocus()

    def _build(self) -> None:
        outside = column(self, spacing=0)
        middle = row(margin=Space.M, spacing=Space.M)
        middle.addLayout(self._build_left(), 1)
        self._build_right()
        middle.addWidget(self._right)
        self._bar = FunctionBar(_FACES, self)
        outside.addLayout(middle, 1)
        outside.addWidget(self._bar)

    def _build_left(self) -> QBoxLayout:
        left = column(spacing=Space.S)
        self._scan = ScanField()
        self._notice = NoticeBar()
        self._basket = BasketList()
        self._empty = EmptyBasket()
        self._totals = Totals()
        pages = QWidget()
        self._left = QStackedLayout(pages)
        self._left.addWidget(self._empty)
        self._left.addWidget(self._basket)
        card = Card(margin=1, spacing=0)
        card.inside.addWidget(pages)
        for part in (self._scan, self._notice):
            left.addWidget(part)
        left.addWidget(card, 1)
        left.addWidget(self._totals)
        return left

    def _build_right(self) -> None:
        self._right = QWidget()
        inside = column(self._right, spacing=Space.M)
        self._member = MemberPanel()
        self._quick = QuickKeys(self)
        inside.addWidget(self._member)
        inside.addWidget(self._quick, 1)

    def _connect_scan_field(self) -> None:
        presenter = self.presenter
        self._scan.submitted.connect(presenter.enter)
        self._scan.multiplied.connect(presenter.type_quantity)
        self._scan.stepped.connect(self._basket.step)
        self._scan.more.connect(presenter.add_one)
        self._scan.less.connect(presenter.take_one)
        self._scan.delete_asked.connect(self._delete_line)
        self._scan.pay_asked.connect(presenter.pay)
        self._scan.undo_asked.connect(self._undo_delete)
        self._scan.escape_asked.connect(self._ask_give_up)
        self._basket.picked.connect(presenter.select)

    def _connect_keys(self) -> None:
        presenter, bar = self.presenter, self._bar
        actions: dict[str, Callable[[], object]] = {
            "F1": self._asking.search,
            "F2": self.members_asked.emit,
            "F3": self._asking.ask_quantity,
            "F4": self._asking.ask_price,
            "F5": self._asking.ask_note,
            "F6": self._delete_line,
            "F7": self._hold_or_recall,
            "F8": lambda: self.refund_asked.emit(""),
            "F9": self.shift_asked.emit,
            "F10": self.settings_asked.emit,
            "F11": self.lock_asked.emit,
        }
        for name, action in actions.items():
            bar.key(name).clicked.connect(lambda _=False, do=action: do())
        self._quick.chosen.connect(presenter.add_product)
        self._member.find_asked.connect(self.members_asked)
        self._member.drop_asked.connect(lambda: presenter.use_member(None))
        self._member.top_up_asked.connect(self._ask_top_up)
        self._totals.pay_asked.connect(presenter.pay)
        self._bind("F12", self._totals.pay.click)
        self._bind("Ctrl+Z", self._undo_delete)
        self._bind("Ctrl+E", self._ask_exception)
        self._bind("Shift+F6", self._ask_follow_ups)
        self._notice.acted.connect(lambda: self._offered())
        self._member.coupons_asked.connect(self._asking.ask_coupons)
        self._member.points_asked.connect(self._asking.ask_points)
        self._member.services_asked.connect(self._ask_services)
        self._bind("Shift+F3", self._asking.ask_coupons)
        self._bind("Shift+F4", self._asking.ask_points)
        self._bind("Shift+F5", self._ask_services)
        self._bind("Shift+F8", self._ask_top_up)
        self._bind("Shift+F2", lambda: presenter.use_member(None))

    def _bind(self, key: str, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)

    def _ask_top_up(self) -> None:
        """For the member who stands here; without one the card is looked for first."""
        view = self.presenter.basket.member
        if not takes_value(self._session.programme):
            self.show_refusal(Refused(Why.VALUE_NOT_SOLD))
        elif view:
            self.top_up_asked.emit(view)
        else:
            self.members_asked.emit()

    def _ask_services(self) -> None:
        """For the member who stands here; without one the card is looked for first."""
        view = self.presenter.basket.member
        if view:
            self.services_asked.emit(view)
        else:
            self.members_asked.emit()

    def _ask_exception(self) -> None:
        rule = self.presenter.stopped_by
        if rule:
            self._approver.ask(Permission.SALE_EXCEPTION, rule, self._let_pass)

    def _let_pass(self, approval: Approval) -> None:
        self._notice.dismiss()
        self.presenter.let_pass(approval)

    def _ask_follow_ups(self) -> None:
        self._care.ask(self.presenter.basket.member)

    def _offer(self, word: str, key: str, action: Callable[[], None]) -> None:
        """A button beside what was just said."""
        self._offered = action
        self._notice.offer(word, key)

    def _hold_or_recall(self) -> None:
        if not self._stopped_by_tenders():
            self.presenter.hold_or_recall()

    def _stopped_by_tenders(self) -> bool:
        stopped = self._has_tenders()
        if stopped:
            remedy = self.tr("Press F12 and go on, or take the payments back first.")
            self.tell(self.tr("Payments were taken for this basket"), remedy, Tone.WARN)
        return stopped

    def _delete_line(self) -> None:
        if len(self.presenter.basket.lines) == 1 and self._stopped_by_tenders():
            return
        line = self.presenter.delete_line()
        if line:
            self.tell(self.tr("{name} was taken out").format(name=line.product.name), tone=Tone.PLAIN)
            self._offer(self.tr("Put it back"), "Ctrl+Z", self._undo_delete)
            self._notice.hold()

    def _undo_delete(self) -> None:
        line = self.presenter.undo_delete()
        if line:
            self._notice.dismiss()
            self.tell(self.tr("{name} is back").format(name=line.product.name), tone=Tone.PLAIN)

    def _ask_give_up(self) -> None:
        takes_esc = self._notice.takes_esc
        self._notice.dismiss()
        if takes_esc:
            return
        if self.presenter.basket.is_empty:
            self.presenter.next_customer()
            return
        if self._stopped_by_tenders():
            return
        dialog = GiveUpDialog(self, money(self.presenter.priced.total_minor))
        dialog.hold_asked.connect(self.presenter.hold_or_recall)
        dialog.clear_asked.connect(self.presenter.give_up)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Reasons are said again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.presenter.refresh()

    def _show_has_goods(self, has_goods: bool) -> None:
        self._empty.show_has_goods(has_goods=has_goods)
        self._quick.show_has_goods(has_goods=has_goods)

    def _show_shift(self) -> None:
        self._empty.show_has_shift(has_shift=self._session.shift is not None)

    def _name_hold_key(self, *, is_empty: bool) -> None:
        self._bar.key("F7").set_word(self.tr("Recall") if is_empty else self.tr("Hold"))

    def _retranslate(self) -> None:
        self._scan.setPlaceholderText(self.tr("Scan or type: code, name, initials, phone"))
        words = {
            "F1": self.tr("Search"),
            "F2": self.tr("Member"),
            "F3": self.tr("Quantity"),
            "F4": self.tr("Price"),
            "F5": self.tr("Note"),
            "F6": self.tr("Delete"),
            "F8": self.tr("Refund"),
            "F9": self.tr("Shift"),
            "F10": self.tr("Settings"),
            "F11": self.tr("Lock"),
        }
        for name, word in words.items():
            self._bar.key(name).set_word(word)
        self._name_hold_key(is_empty=self.presenter.basket.is_empty)
