"""The refund screen: the last sales on the left, the one that comes back on the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from app.domain.codes import RECEIPT_PREFIX
from app.domain.errors import Refused
from app.domain.sale.facts import Refund
from app.domain.sale.refund import Refundable
from app.domain.staff import Approval, Permission
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.ports.scanner import ScanEvent
from app.ports.store import SlipKind
from app.services.refund_sale import RecentSale
from app.services.use_cases import UseCases
from app.ui.approval import Approver
from app.ui.approval.reasons import usual_reasons
from app.ui.payback.host import PaybackHost
from app.ui.refund.advance import Advances
from app.ui.refund.done_panel import RefundDonePanel
from app.ui.refund.fetch_dialog import FetchDialog
from app.ui.refund.fetch_sale import SaleFetcher
from app.ui.refund.presenter import RefundDesk
from app.ui.refund.sale_panel import RefundSalePanel
from app.ui.refusals import refusal_words
from app.ui.relay import Relay
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.tender.asking_host import desk_over
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.field import TextField
from app.ui.widgets.header import EmptyState, ScreenHeader
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.table import Align, Column, Row, Table


class RefundScreen(Screen):
    """Find, pick, have allowed, pay out."""

    told = Signal(str, str, object)

    def __init__(
        self, use_cases: UseCases, tasks: Runs, session: Session, payments: PaymentDesk, office: HeadOffice
    ) -> None:
        super().__init__()
        self._session = session
        self._use_cases = use_cases
        self._tasks = tasks
        self.paybacks = PaybackHost(self, payments, tasks, use_cases, session, self.told.emit)
        self._fetching: FetchDialog | None = None
        self._fetcher = SaleFetcher(self, office, Relay(self))
        self._desk = RefundDesk(
            self,
            tasks,
            use_cases,
            self.paybacks.flow.goes_there,
            self._fetcher,
            desk_over(self, office, session),
        )
        self._advances = Advances(self, use_cases, tasks, session, self.told.emit)
        self._recent: tuple[RecentSale, ...] = ()
        self._build_list()
        self._build_pages()
        self._build_layout()
        self._retranslate()

    def enter(self) -> None:
        """Start with the last sales."""
        self._field.clear()
        self._desk.load()
        self._field.setFocus()
        self.paybacks.flow.look()

    def open_receipt(self, receipt_number: str) -> None:
        """Go straight to this sale, as a scanned receipt asks for."""
        self._desk.find(receipt_number)

    def take_scan(self, event: ScanEvent) -> bool:
        """The code of a receipt is for here."""
        if not event.text.startswith(RECEIPT_PREFIX):
            return False
        self._desk.find(event.text)
        return True

    def show_fetching(self, receipt_number: str, *, is_asked: bool) -> None:
        """Head office, then the other till, is asked."""
        if self._fetching is None:
            self._fetching = FetchDialog(self, receipt_number)
            self._fetching.again.connect(self._fetcher.again)
            self._fetching.risk_taken.connect(self._fetcher.take_the_risk)
            self._fetching.finished.connect(lambda _: self._fetcher.stop())
            self._fetching.open()
        self._fetching.wait(is_asked=is_asked)

    def offer_risk(self) -> None:
        """The other till is silent."""
        if self._fetching is not None:
            self._fetching.offer_risk()

    def offer_advance(self, receipt_number: str) -> None:
        """Head office cannot be reached."""
        self._advances.offer(receipt_number)

    def hide_fetching(self) -> None:
        """It is here, or will not come."""
        dialog, self._fetching = self._fetching, None
        if dialog is not None and dialog.is_open:
            dialog.reject()

    def show_recent(self, sales: Sequence[RecentSale]) -> None:
        """The last sales of this till."""
        self._recent = tuple(sales)
        self._fill()

    def show_sale(self, left: Refundable) -> None:
        """Pick from this one."""
        self._panel.show_sale(left)
        self._pages.setCurrentWidget(self._panel)
        self._panel.take_focus()

    def show_advanced(self, amount_minor: int) -> None:
        """An advance was paid on this receipt."""
        what = self.tr("{amount} was paid here in advance on this receipt").format(amount=money(amount_minor))
        self.told.emit(what, self.tr("Put it back into the drawer as cash in when you refund the sale."), Tone.WARN)

    def show_no_sale(self) -> None:
        """Nothing chosen."""
        self._pages.setCurrentIndex(0)

    def show_picked(self, quantities: dict[int, int], preview: Refund | None) -> None:
        """What comes back."""
        self._panel.show_picked(quantities, preview)

    def ask_approval(self, preview: Refund, permission: Permission, then: Callable[[Approval], None]) -> None:
        """Have it allowed."""
        what = self.tr("Refund {amount} of receipt {number}").format(
            amount=money(preview.total_minor), number=preview.sale_receipt_number
        )
        Approver(self, self._use_cases, self._tasks, self._session).ask(
            permission, what, then, reasons=usual_reasons(Permission.REFUND)
        )

    def show_done(self, refund: Refund) -> None:
        """The money may go out; what a provider gives back begins to."""
        self._done.show_refund(refund)
        self._pages.setCurrentWidget(self._done)
        self._list.hide()
        self._tasks.run(lambda: self._use_cases.print_slips.preview(SlipKind.REFUND, refund.id), self._done.show_slip)
        self.paybacks.flow.begin(refund.id)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self.told.emit(words.what, words.remedy, Tone.BAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back: from the lines to the list, from the list to the sale."""
        if self._pages.currentWidget() is self._done:
            if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._leave_done()
                return
        elif event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self._panel:
            self._again()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the list while one types."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._table.step(by)
                return True
        return super().eventFilter(watched, event)

    def _build_list(self) -> None:
        self._field = TextField()
        self._field.installEventFilter(self)
        self._field.textEdited.connect(lambda _: self._fill())
        self._field.returnPressed.connect(self._open)
        self._table = Table(self._columns(), row_height=56)
        self._table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._table.chosen.connect(lambda _: self._open())
        self._table.clicked.connect(lambda _: self._open())
        self._nothing = EmptyState(Icon.REFUND)

    def _build_pages(self) -> None:
        self._pages = QStackedWidget()
        empty = Card(margin=0)
        self._hint = EmptyState(Icon.QR)
        empty.inside.addWidget(self._hint)
        self._panel = RefundSalePanel(self._session)
        self._panel.stepped.connect(self._desk.step)
        self._panel.toggled.connect(self._desk.toggle)
        self._panel.all_wanted.connect(self._desk.pick_all)
        self._panel.none_wanted.connect(self._desk.pick_nothing)
        self._panel.refund_wanted.connect(self._desk.refund)
        self._done = RefundDonePanel(self._session, self.paybacks.flow.goes_there)
        self._done.finished.connect(self._leave_done)
        # It has the screen for itself; behind the list it must not take the list's width with the slip it shows.
        self._done.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for page in (empty, self._panel, self._done):
            self._pages.addWidget(page)

    def _build_layout(self) -> None:
        self._header = ScreenHeader()
        self._header.back.connect(self.left)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._header)
        sides = row(spacing=Space.L)
        self._list = QWidget()
        inside = column(self._list, spacing=Space.M)
        inside.addWidget(self._field)
        card = Card(margin=Space.XS, spacing=0)
        card.inside.addWidget(self._table)
        card.inside.addWidget(self._nothing)
        inside.addWidget(card, 1)
        sides.addWidget(self._list, 6)
        sides.addWidget(self._pages, 8)
        page.addLayout(sides, 1)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Time"), 72),
            Column(self.tr("Receipt"), 136, bold=True),
            Column(self.tr("Name")),
            Column(self.tr("Left"), 98, Align.RIGHT, bold=True),
        )

    def _fitting(self) -> list[RecentSale]:
        typed = self._field.text().strip().upper()
        return [each for each in self._recent if typed in each.sale.receipt_number or typed in each.member_name]

    def _fill(self) -> None:
        sales = self._fitting()
        self._table.set_rows([self._row(each) for each in sales])
        self._table.setVisible(bool(sales))
        self._nothing.setVisible(not sales)

    def _row(self, recent: RecentSale) -> Row:
        sale = recent.sale
        is_gone = sale.refunded_minor >= sale.total_minor
        time = self._session.time_of(sale.at)
        shown = time[11:16] if time[:10] == self._session.day() else time[5:10]
        return Row(
            (shown, sale.receipt_number, recent.member_name, money(sale.total_minor - sale.refunded_minor)),
            Tone.FAINT if is_gone else Tone.PLAIN,
        )

    def _open(self) -> None:
        """The chosen one of the list; a number that is not in it is looked for in the whole store."""
        sales, index = self._fitting(), self._table.row()
        if index is not None and index < len(sales):
            self._desk.find(sales[index].sale.receipt_number)
        else:
            self._desk.find(self._field.text())

    def _again(self) -> None:
        self._list.show()
        self._desk.load()
        self._field.setFocus()

    def _leave_done(self) -> None:
        self._again()
        self._field.clear()
        self._fill()

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Refund"))
        self._header.set_back(self.tr("Back to the sale"))
        self._field.setPlaceholderText(self.tr("Receipt number or member"))
        self._hint.set_words(
            self.tr("Which receipt?"),
            self.tr("Scan the QR code on the receipt, type its number, or choose from the last sales."),
        )
        self._nothing.set_words(
            self.tr("Not among the last sales"), self.tr("Press Enter to look for this number in all sales.")
        )
        self._table.set_columns(self._columns())
        self._panel.retranslate()
        self._done.retranslate()
