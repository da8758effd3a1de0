"""A payment outside the till on the screen: what it waits for, and what the cashier can do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.domain.payment import Closing
from app.ports.payment import Way
from app.ports.scanner import ScanEvent
from app.ui.tender.payment_flow import PaymentState, Step
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField
from app.ui.widgets.panel import column, row
from app.ui.widgets.qr_picture import QrPicture
from app.ui.widgets.text import Role, Text

_QR_SIDE = 260


class PaymentDialog(Dialog):
    """Esc asks to stop; it closes only when the payment is settled or left for later."""

    stopped = Signal()
    asked_again = Signal()
    used = Signal()
    back_wanted = Signal()
    code_read = Signal(str)
    closing_wanted = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", width=560)
        self._step = Step.WAITING
        self._code = TextField(self.tr("Code on the customer's phone"))
        self._code.returnPressed.connect(self._take_typed)
        self._qr = QrPicture(_QR_SIDE)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        for part in (self._code, self._qr, self._busy):
            self.body.addWidget(part)
        self._build_closing()
        self._stop = self.add_cancel("")
        self._back = self.add_button(self.tr("Pay it back"), key="F6")
        self._back.clicked.connect(self.back_wanted)
        self._main_button: Button = self.add_main("")
        self._main_button.clicked.connect(self._do_main)

    def show_state(self, state: PaymentState, what: str) -> None:
        """Where it stands; `what` names tender and amount."""
        is_new, self._step = state.step is not self._step, state.step
        self.set_title(what)
        self.set_intro(self._words(state))
        self._qr.set_code(state.code)
        self._code.setVisible(state.step is Step.SCAN_PHONE)
        ways_on = {Step.WAITING, Step.CANCELLING, Step.ASKING, Step.GIVING_BACK}
        self._busy.setVisible(state.step in ways_on and not state.code)
        self._stop.setText(self._stop_word(state.step))
        self._stop.setVisible(state.step not in ways_on - {Step.WAITING})
        self._back.setVisible(state.step is Step.LEFT_OVER)
        self._back.setEnabled(state.step is Step.LEFT_OVER)
        self._closing.setVisible(state.step in {Step.UNKNOWN, Step.LEFT_OVER})
        for button, is_for in ((self._paid, Step.UNKNOWN), (self._unpaid, Step.UNKNOWN), (self._gone, Step.LEFT_OVER)):
            button.setVisible(state.step is is_for)
            button.setEnabled(state.step is is_for)
        self._show_main(state)
        if state.step is Step.SCAN_PHONE:
            self.setFocusProxy(self._code)
        if is_new and self.is_open:
            self.take_focus()

    def take_scan(self, event: ScanEvent) -> bool:
        """The code of the customer's phone; any other scan goes on to the basket."""
        if self._step is Step.SCAN_PHONE:
            self.code_read.emit(event.text)
            return True
        return False

    def reject(self) -> None:
        """Ask to stop; what is on its way ends when its provider says how."""
        self.stopped.emit()

    def _build_closing(self) -> None:
        self._closing = QWidget()
        inside = column(self._closing, spacing=Space.S)
        inside.addWidget(Text(self.tr("A manager who has looked it up can close it:"), Role.CAPTION, Tone.SOFT))
        line = row(spacing=Space.S)
        self._paid = self._closer(self.tr("It was paid"), "F7", Closing.PAID)
        self._unpaid = self._closer(self.tr("It was not paid"), "F8", Closing.NOT_PAID)
        self._gone = self._closer(self.tr("The customer has it back already"), "F9", Closing.GIVEN_BACK)
        for button in (self._paid, self._unpaid, self._gone):
            line.addWidget(button)
        inside.addLayout(line)
        self.body.addWidget(self._closing)

    def _closer(self, text: str, key: str, how: Closing) -> Button:
        button = Button(text, key=key)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.bind_key(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.closing_wanted.emit(how))
        return button

    def _do_main(self) -> None:
        if self._step is Step.SCAN_PHONE:
            self._take_typed()
        elif self._step is Step.UNKNOWN:
            self.asked_again.emit()
        elif self._step is Step.LEFT_OVER:
            self.used.emit()

    def _take_typed(self) -> None:
        if self._code.text().strip():
            self.code_read.emit(self._code.text().strip())

    def _show_main(self, state: PaymentState) -> None:
        words = {
            Step.SCAN_PHONE: self.tr("Take the payment"),
            Step.UNKNOWN: self.tr("Ask again"),
            Step.LEFT_OVER: self.tr("Use for this sale"),
        }
        is_there = state.step in words and (state.fits or state.step is not Step.LEFT_OVER)
        self._main_button.setText(words.get(state.step, ""))
        self._main_button.setVisible(is_there)
        self._main_button.setEnabled(is_there)

    def _stop_word(self, step: Step) -> str:
        return self.tr("Later") if step in {Step.UNKNOWN, Step.LEFT_OVER} else self.tr("Cancel the payment")

    def _words(self, state: PaymentState) -> str:
        if state.step is Step.WAITING:
            return self._waiting(state)
        return {
            Step.SCAN_PHONE: self.tr("Scan the payment code on the customer's phone."),
            Step.CANCELLING: self.tr("Cancelling. Whether the customer was quicker is known in a moment."),
            Step.ASKING: self.tr("Asking what came of this payment …"),
            Step.UNKNOWN: self.tr(
                "Nobody knows yet whether this was paid. Do not take it a second time this way: ask again, or look at "
                "the customer's phone. If it turns out paid, it can be used for the basket or paid back."
            ),
            Step.LEFT_OVER: self.tr("This was paid, and no sale has taken it."),
            Step.GIVING_BACK: self.tr("The money goes back to the customer …"),
        }[state.step]

    def _waiting(self, state: PaymentState) -> str:
        if state.code:
            return self.tr("The customer scans this code with the phone.")
        if state.way is Way.TERMINAL:
            return self.tr("The customer pays on the terminal.")
        return self.tr("The customer confirms on the phone.")
