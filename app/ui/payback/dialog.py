"""A payback on the screen: whether the provider has given the money back, and what the cashier can do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from app.ui.payback.flow import PaybackState, Step
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.panel import column
from app.ui.widgets.text import Role, Text


class PaybackDialog(Dialog):
    """Esc leaves it for later; nothing is lost by that."""

    left_for_later = Signal()
    tried_again = Signal()
    closing_wanted = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", width=560)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self.body.addWidget(self._busy)
        self._build_closing()
        self.add_cancel(self.tr("Later"))
        self._again = self.add_main(self.tr("Try again"))
        self._again.clicked.connect(self.tried_again)

    def show_state(self, state: PaybackState, what: str) -> None:
        """Where it stands; `what` names tender and amount."""
        self.set_title(what)
        self.set_intro(self._words(state))
        is_going = state.step is Step.GOING
        self._busy.setVisible(is_going)
        self._closing.setVisible(not is_going)
        for button in (self._again, self._close):
            button.setEnabled(not is_going)
        if self.is_open:
            self.take_focus()

    def reject(self) -> None:
        """Not now."""
        self.left_for_later.emit()

    def _build_closing(self) -> None:
        self._closing = QWidget()
        inside = column(self._closing, spacing=Space.S)
        inside.addWidget(Text(self.tr("A manager who has looked it up can close it:"), Role.CAPTION, Tone.SOFT))
        self._close = Button(self.tr("The customer has the money another way"), key="F7")
        self._close.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._close.bind_key(self)
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.closing_wanted)
        inside.addWidget(self._close)
        self.body.addWidget(self._closing)

    def _words(self, state: PaybackState) -> str:
        reference = state.payback.reference
        return {
            Step.GOING: self.tr("The money goes back to the customer …"),
            Step.UNKNOWN: self.tr(
                "Nobody knows yet whether the money of payment {reference} is back with the customer. Try again: it "
                "goes back once only, however often it is asked for."
            ).format(reference=reference),
            Step.REFUSED: self.tr(
                "The provider does not give payment {reference} back. Pay it back on the provider's own page or "
                "terminal; a manager closes it here then."
            ).format(reference=reference),
        }[state.step]
