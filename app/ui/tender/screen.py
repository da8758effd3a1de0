"""The tender screen: pay page and done page."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.errors import Refused, Why
from app.domain.pricing import PricedBasket
from app.domain.programme.model import TenderKind, Tier
from app.domain.sale.facts import Sale
from app.domain.staff import Permission
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.refusals import refusal_words
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.tender.asking_host import AskingHost
from app.ui.tender.done_page import DonePage
from app.ui.tender.pay_page import PayPage
from app.ui.tender.payment_host import PaymentHost
from app.ui.tender.presenter import TenderPresenter
from app.ui.tender.reference_dialog import ReferenceDialog
from app.ui.tender.state import TenderState
from app.ui.tender.value_desk import Refresh, ValueDesk
from app.ui.tender.wallet_pin_dialog import WalletPinDialog
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.panel import column


class TenderScreen(Screen):
    """The view of TenderPresenter. `next_customer` carries the scans that came for them already."""

    refused = Signal(object)
    next_customer = Signal(object)
    tenders_changed = Signal()
    state_shown = Signal(object)

    def __init__(
        self,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        posted: Callable[[Sale], None],
        office: HeadOffice,
        refresh: Refresh,
        payments: PaymentDesk,
        go_plain: Callable[[bool], None],
    ) -> None:
        super().__init__()
        self._session = session
        self._approver = Approver(self, use_cases, tasks, session)
        self._asking = AskingHost(self)
        self._waiting: list[ScanEvent] = []
        self._build()
        desk = ValueDesk(self._asking, office, Relay(self), session, refresh)
        self.payments = PaymentHost(self, payments, tasks, use_cases, session, self.show_refusal)
        self.presenter = TenderPresenter(self, tasks, use_cases, session, posted, desk, self.payments.flow, go_plain)
        self._asking.given_up.connect(lambda is_late: self.presenter.stop_asking(is_late=is_late))
        self._connect()
        self._retranslate()

    def begin(self, priced: PricedBasket) -> None:
        """Take payment for this basket."""
        self._pages.setCurrentWidget(self._pay)
        self.presenter.begin(priced)

    def enter(self) -> None:
        """Where amounts are typed."""
        self._pay.start_anew()

    def take_scan(self, event: ScanEvent) -> bool:
        """While the sale is written a scan waits; after it, it is the next customer's. Else it is for the basket."""
        if self.presenter.is_posting:
            self._waiting.append(event)
            return True
        if self.presenter.sale:
            self._next(event)
            return True
        return False

    def show_state(self, state: TenderState) -> None:
        """What is due, taken, left."""
        self._pages.setCurrentWidget(self._pay)
        self._pay.show_state(state)
        self.tenders_changed.emit()
        self.state_shown.emit(state)

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        """The terminal's number."""
        dialog = ReferenceDialog(self, self._session.name(kind.names), amount_minor)
        dialog.decided.connect(lambda text: self.presenter.take_with_reference(kind, amount_minor, text))
        dialog.open()

    def ask_pin(self, refused: Refused) -> None:
        """Have the customer type it; the payment stands meanwhile."""
        wrong = refused if refused.why is Why.PIN_WRONG else None
        intro = "" if wrong else refusal_words(refused).what
        dialog = WalletPinDialog(self, intro, wrong=wrong)
        dialog.typed.connect(self.presenter.post_allowed)
        dialog.open()

    def ask_without_pin(self, refused: Refused) -> None:
        """Somebody who may looks who it is."""
        self._approver.ask(Permission.VALUE_WITHOUT_PIN, refusal_words(refused).what, self.presenter.post_allowed)

    def tell(self, what: str, remedy: str, tone: Tone) -> None:
        """Something about the basket, while it is paid."""
        self._pay.tell(what, remedy, tone)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self._pay.tell(words.what, words.remedy, Tone.BAD)
        self.refused.emit(refused)

    def show_waiting(self) -> None:
        """The sum due is about to change: no key takes a payment until it stands."""
        self._pay.setEnabled(False)
        self.setFocus()

    def show_posting(self) -> None:
        """No second payment while the sale is written."""
        self._pay.setEnabled(False)
        self.setFocus()

    def show_done(self, sale: Sale, reached: Tier | None) -> None:
        """The change, huge."""
        self._done.show_sale(sale, reached)
        self._pages.setCurrentWidget(self._done)
        self.setFocus()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self._next(*waiting)

    def show_reprint(self) -> None:
        """It prints once more."""
        self._done.set_note(self.tr("The receipt prints again, marked as a copy."), Tone.SOFT)

    def show_gift_receipt(self) -> None:
        """It prints too."""
        self._done.set_note(self.tr("A receipt without prices prints, for the present."), Tone.SOFT)

    def set_printer_note(self, words: str, tone: Tone) -> None:
        """How the receipt is doing."""
        self._done.set_note(words, tone)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F5 when it is done; Enter, Delete and Esc while paying."""
        key = event.key()
        is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if self.presenter.is_posting:
            event.accept()
        elif self.presenter.sale:
            self._done_key(key, is_enter=is_enter)
        elif is_enter:
            self._pay.press_enter()
        elif key == Qt.Key.Key_Delete:
            self.presenter.take_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = column(self, margin=Space.M, spacing=Space.S)
        self._head = ScreenHeader()
        self._head.back.connect(self._go_back)
        holder = QWidget()
        self._pages = QStackedLayout(holder)
        self._pay = PayPage()
        self._done = DonePage(self._session)
        self._pages.addWidget(self._pay)
        self._pages.addWidget(self._done)
        inside.addWidget(self._head)
        inside.addWidget(holder, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self._pay.taken.connect(presenter.take)
        self._pay.cash.connect(presenter.take_cash)
        self._pay.take_back.connect(presenter.take_back)
        self._pay.finish.connect(presenter.finish)
        self._done.next_asked.connect(lambda: self._next())
        self._done.reprint_asked.connect(presenter.reprint)
        self._done.gift_asked.connect(presenter.print_gift_receipt)

    def _go_back(self) -> None:
        if self.presenter.sale:
            self._next()
        elif not self.presenter.is_posting:
            self.presenter.leave()
            self.left.emit()

    def _done_key(self, key: int, *, is_enter: bool) -> None:
        if is_enter or key in {Qt.Key.Key_Escape, Qt.Key.Key_Space}:
            self._next()
        elif key == Qt.Key.Key_F5:
            self.presenter.reprint()
        elif key == Qt.Key.Key_F6:
            self.presenter.print_gift_receipt()

    def _next(self, *scans: ScanEvent) -> None:
        self.presenter.next_customer()
        self.next_customer.emit(scans)

    def _retranslate(self) -> None:
        self._head.set_title(self.tr("Payment"))
        self._head.set_back(self.tr("Back to the basket; nothing is lost"))
