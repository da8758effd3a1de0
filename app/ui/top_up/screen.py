"""The top-up screen: amount, payment, done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.domain.errors import Refused
from app.domain.member import MemberView
from app.domain.programme.model import TenderKind
from app.domain.receipt.page import Page
from app.domain.value.facts import TopUp
from app.ports.payment import PaymentDesk
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.tender.pay_page import PayPage
from app.ui.tender.payment_host import PaymentHost
from app.ui.tender.reference_dialog import ReferenceDialog
from app.ui.tender.state import TenderState
from app.ui.theme.tokens import Space, Tone
from app.ui.top_up.amount_page import AmountPage
from app.ui.top_up.done_panel import TopUpDonePanel
from app.ui.top_up.presenter import Outlook, StepTile, TopUpPresenter
from app.ui.widgets.amount import money
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.panel import column

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TopUpScreen(Screen):
    """The view of TopUpPresenter."""

    told = Signal(str, str, object)

    def __init__(
        self,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        posted: Callable[[TopUp], None],
        payments: PaymentDesk,
    ) -> None:
        super().__init__()
        self._session = session
        self._made: TopUp | None = None
        self._build()
        self.payments = PaymentHost(self, payments, tasks, use_cases, session, self.show_refusal)
        self.presenter = TopUpPresenter(self, tasks, use_cases, session, posted, self.payments.flow)
        self._connect()
        self._retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether it is being written, or a provider is being asked."""
        return self.presenter.is_posting or self.payments.flow.is_busy

    def begin(self, view: MemberView) -> None:
        """For this card."""
        self._pay.start_anew()
        self._pages.setCurrentWidget(self._amount)
        self.presenter.begin(view)

    def enter(self) -> None:
        """Where amounts are typed."""
        if self._pages.currentWidget() is self._amount:
            self._amount.amount.setFocus()
        elif self._pages.currentWidget() is self._pay:
            self._pay.amount.setFocus()

    def take_scan(self, event: ScanEvent) -> bool:
        """While money is taken for one card no scan changes what lies on the counter; it is said, not swallowed."""
        if not self.presenter.is_paying and not self.presenter.is_posting:
            return False
        self.show_words(self.tr("This scan was not taken"), self.tr("Finish the top-up first, then scan again."))
        return True

    def show_holder(self, view: MemberView, tiles: Sequence[StepTile]) -> None:
        """Whose card, and the amounts."""
        self._pages.setCurrentWidget(self._amount)
        self._amount.show_holder(view, tiles)

    def show_outlook(self, outlook: Outlook | None) -> None:
        """What it brings."""
        self._amount.show_outlook(outlook)

    def show_payment(self, state: TenderState) -> None:
        """Take the money."""
        self._pages.setCurrentWidget(self._pay)
        self._pay.show_state(state)

    def ask_reference(self, kind: TenderKind, amount_minor: int) -> None:
        """The terminal's number."""
        dialog = ReferenceDialog(self, self._session.name(kind.names), amount_minor)
        dialog.decided.connect(lambda text: self.presenter.take_with_reference(kind, amount_minor, text))
        dialog.open()

    def show_posting(self) -> None:
        """No second payment while it is written."""
        self._pay.setEnabled(False)
        self.setFocus()

    def show_done(self, top_up: TopUp, on_card_minor: int) -> None:
        """The card holds it."""
        self._made = top_up
        self._pay.setEnabled(True)
        self._done.show_top_up(top_up, on_card_minor)
        self._pages.setCurrentWidget(self._done)
        self.setFocus()

    def show_slip(self, page: Page) -> None:
        """The slip."""
        self._done.show_slip(page)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not, and sound."""
        words = refusal_words(refused)
        self.show_words(words.what, words.remedy)

    def show_words(self, what: str, remedy: str) -> None:
        """A notice on the page in front, and a sound."""
        page = self._pages.currentWidget()
        if page is self._pay:
            self._pay.tell(what, remedy, Tone.BAD)
        elif page is self._amount:
            self._amount.tell(what, remedy)
        else:
            self.told.emit(what, remedy, Tone.BAD)
        QApplication.beep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back a step, F5 prints again."""
        key, page = Qt.Key(event.key()), self._pages.currentWidget()
        if self.presenter.is_posting:
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self._go_back()
        elif page is self._done:
            self._done_key(key)
        elif key in _ENTER:
            if page is self._pay:
                self._pay.press_enter()
            else:
                self.presenter.go_pay()
        elif key == Qt.Key.Key_Delete and page is self._pay:
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
        self._amount, self._pay, self._done = AmountPage(), PayPage(), TopUpDonePanel()
        for page in (self._amount, self._pay, self._done):
            self._pages.addWidget(page)
        inside.addWidget(self._head)
        inside.addWidget(holder, 1)

    def _connect(self) -> None:
        presenter = self.presenter
        self._amount.chosen.connect(presenter.choose)
        self._amount.agreed.connect(presenter.go_pay)
        self._pay.taken.connect(presenter.take)
        self._pay.cash.connect(presenter.take_cash)
        self._pay.take_back.connect(presenter.take_back)
        self._pay.finish.connect(presenter.finish)
        self._done.finished.connect(self._leave_done)
        self._done.reprint_asked.connect(presenter.reprint)

    def _done_key(self, key: Qt.Key) -> None:
        if key in _ENTER:
            self._leave_done()
        elif key == Qt.Key.Key_F5:
            self.presenter.reprint()

    def _leave_done(self) -> None:
        """With what was made and goes back: an Enter too many has perhaps passed the page before anybody read it."""
        made = self._made
        if made:
            what = self.tr("Topped up {amount}").format(amount=money(made.amount_minor))
            change = self.tr("Change {amount}").format(amount=money(made.change_minor)) if made.change_minor else ""
            self.told.emit(what, change, Tone.ACCENT)
        self.left.emit()

    def _go_back(self) -> None:
        if self.presenter.is_posting:
            return
        if self._pages.currentWidget() is self._done:
            self._leave_done()
        elif self.presenter.has_tenders:
            what = self.tr("Money was taken for this top-up")
            self.show_words(what, self.tr("Finish it, or hand the money back with Del first."))
        elif not self.presenter.go_back():
            self.left.emit()

    def _retranslate(self) -> None:
        self._head.set_title(self.tr("Top-up"))
        self._head.set_back(self.tr("Back"))
        self._done.retranslate()
