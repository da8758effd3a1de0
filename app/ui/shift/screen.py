"""The shift screen: open, look, move cash, count, close."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from app.domain.errors import Refused
from app.domain.figures.till_day import TillDay
from app.domain.shift import CashDirection, CashMovement, ClosedShift, Shift
from app.domain.staff import Operator, Permission
from app.services.use_cases import UseCases
from app.ui.approval import Approver
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.shift.cash_dialog import CashDialog
from app.ui.shift.close_dialog import CloseShiftDialog
from app.ui.shift.count_panel import CountPanel
from app.ui.shift.desk_panel import ShiftDeskPanel
from app.ui.shift.open_panel import OpenShiftPanel
from app.ui.shift.presenter import ShiftDesk
from app.ui.shift.report_panel import ReportPanel
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.header import ScreenHeader
from app.ui.widgets.panel import column


class ShiftScreen(Screen):
    """One panel at a time; Esc leads from each of them back to the one before."""

    told = Signal(str, str, object)

    def __init__(self, use_cases: UseCases, tasks: Runs, session: Session) -> None:
        super().__init__()
        self._use_cases = use_cases
        self._tasks = tasks
        self._session = session
        self._people: dict[str, str] = {}
        self._desk: ShiftDesk | None = None
        self._build_panels()
        self._connect_panels()
        self._retranslate()

    def enter(self) -> None:
        """Show the open shift, or ask for one."""
        self._desk = ShiftDesk(self, self._tasks, self._use_cases, self._session.signed_on(), self._session.set_shift)
        self._tasks.run(self._use_cases.sign_on.operators, self._know_people)
        self._desk.load()

    def show_closed(self) -> None:
        """No shift is open."""
        self._pages.setCurrentWidget(self._open)
        self._open.take_focus()

    def show_open(self, shift: Shift) -> None:
        """A shift is open."""
        self._panel.show_shift(shift, self._people.get(shift.opened_by, ""))
        self._pages.setCurrentWidget(self._panel)
        self._panel.setFocus()

    def show_opened(self, shift: Shift) -> None:
        """Straight on to the sale."""
        what = self.tr("Shift {number} is open").format(number=shift.number)
        self.told.emit(what, self.tr("Ready for the first customer."), Tone.ACCENT)
        self.left.emit()

    def show_report(self, shift: Shift, figures: TillDay) -> None:
        """The X report."""
        self._pages.setCurrentWidget(self._report)
        self._report.show_report(shift, figures)

    def show_result(self, closed: ClosedShift, figures: TillDay) -> None:
        """The Z report."""
        self._pages.setCurrentWidget(self._report)
        self._report.show_result(closed, figures)

    def show_moved(self, movement: CashMovement) -> None:
        """Cash went in or out."""
        is_in = movement.direction is CashDirection.PAID_IN
        what = self.tr("{amount} paid in") if is_in else self.tr("{amount} paid out")
        self.told.emit(
            what.format(amount=money(movement.amount_minor)), self.tr("It stands in the shift's report."), Tone.ACCENT
        )

    def show_drawer_opened(self) -> None:
        """The drawer is open."""
        self.told.emit(self.tr("The drawer is open"), self.tr("It is counted in the shift's report."), Tone.ACCENT)

    def show_queued(self) -> None:
        """X report or shift slip is on its way."""
        what = self.tr("The shift slip is printing") if self._report.is_result else self.tr("The X report is printing")
        self.told.emit(what, "", Tone.ACCENT)

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self.told.emit(words.what, words.remedy, Tone.BAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes one step back; Enter is done with a closed shift's report."""
        inner = self._pages.currentWidget() in {self._count, self._report}
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if inner and (event.key() == Qt.Key.Key_Escape or (enter and self._shows_result())):
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _build_panels(self) -> None:
        self._header = ScreenHeader()
        self._header.back.connect(self.left)
        self._pages = QStackedWidget()
        self._open = OpenShiftPanel()
        self._panel = ShiftDeskPanel(self._session)
        self._count = CountPanel(self._session.programme.currency)
        self._report = ReportPanel(self._session)
        for panel in (self._open, self._panel, self._count, self._report):
            self._pages.addWidget(panel)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._header)
        page.addWidget(self._pages, 1)

    def _connect_panels(self) -> None:
        self._open.wanted.connect(lambda amount: self._at_desk().open(amount))
        self._panel.cash_in_wanted.connect(lambda: self._ask_cash(CashDirection.PAID_IN))
        self._panel.cash_out_wanted.connect(lambda: self._ask_cash(CashDirection.PAID_OUT))
        self._panel.drawer_wanted.connect(self._ask_drawer)
        self._panel.report_wanted.connect(self._ask_report)
        self._panel.close_wanted.connect(self._start_count)
        self._count.wanted.connect(self._ask_close)
        self._count.given_up.connect(self._step_back)
        self._report.print_wanted.connect(lambda: self._at_desk().print_out())
        self._report.finished.connect(self._step_back)

    def _at_desk(self) -> ShiftDesk:
        if self._desk is None:
            raise RuntimeError("the screen was not entered")
        return self._desk

    def _know_people(self, people: Sequence[Operator]) -> None:
        self._people = {person.id: person.name for person in people}
        shift = self._session.shift
        if shift:
            self._panel.show_shift(shift, self._people.get(shift.opened_by, ""))

    def _start_count(self) -> None:
        self._pages.setCurrentWidget(self._count)
        self._count.take_focus()

    def _shows_result(self) -> bool:
        return self._pages.currentWidget() is self._report and self._report.is_result

    def _step_back(self) -> None:
        if self._shows_result():
            self.left.emit()
        else:
            self._at_desk().load()

    def _ask_cash(self, direction: CashDirection) -> None:
        dialog = CashDialog(self, direction)
        dialog.entered.connect(self._approve_cash)
        dialog.open()

    def _approve_cash(self, direction: CashDirection, amount_minor: int) -> None:
        is_in = direction is CashDirection.PAID_IN
        what = self.tr("Put {amount} into the drawer") if is_in else self.tr("Take {amount} out of the drawer")
        self._approver().ask(
            Permission.CASH_MOVEMENT,
            what.format(amount=money(amount_minor)),
            lambda approval: self._at_desk().move_cash(approval, direction, amount_minor),
        )

    def _ask_drawer(self) -> None:
        self._approver().ask(
            Permission.OPEN_DRAWER, self.tr("Open the drawer without a sale"), self._at_desk().open_drawer
        )

    def _ask_close(self, counted_minor: int) -> None:
        dialog = CloseShiftDialog(self, counted_minor)
        dialog.finished.connect(lambda done: self._at_desk().close(counted_minor) if done else None)
        dialog.open()

    def _ask_report(self) -> None:
        desk = self._at_desk()
        self._approver().ask(
            Permission.READ_X, self.tr("Look at the X report of this shift"), desk.report, needs_reason=False
        )

    def _approver(self) -> Approver:
        return Approver(self, self._use_cases, self._tasks, self._session)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Shift"))
        self._header.set_back(self.tr("Back to the sale"))
        for panel in (self._open, self._panel, self._count, self._report):
            panel.retranslate()
