"""Another till's receipt is on its way: what is waited for, and how to stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.theme.icons import Icon
from app.ui.widgets.dialog import Dialog

_AGAIN_MS = 1_500


class FetchDialog(Dialog):
    """Closes by itself; `again` a moment after each `wait`, `risk_taken` where that was offered. Esc gives up."""

    again = Signal()
    risk_taken = Signal()

    def __init__(self, host: QWidget, receipt_number: str) -> None:
        super().__init__(host, "", width=480)
        self.set_title(self.tr("Receipt {number} is of another till").format(number=receipt_number))
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        self.body.addWidget(busy)
        self._risk = self.add_button(self.tr("Refund all the same"), key="F2", icon=Icon.WARN)
        self._risk.hide()
        self._risk.clicked.connect(self.risk_taken)
        self.add_cancel(self.tr("Do not wait"))
        self._busy = busy
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.again)

    def wait(self, *, is_asked: bool) -> None:
        """Say what is waited for; where the other till was asked, ask again in a moment."""
        if is_asked:
            self.set_intro(self.tr("The till that sold it is asked to hand the refund over: it is made once only."))
            self._timer.start(_AGAIN_MS)
        else:
            self.set_intro(self.tr("Head office looks for the sale."))

    def offer_risk(self) -> None:
        """The other till does not answer: it may be done without, by whoever may decide that."""
        self._busy.hide()
        self.set_intro(
            self.tr(
                "The till that sold it does not answer; it may be switched off. A manager may refund a small sum all "
                "the same. If it was refunded there as well, the shop bears it."
            )
        )
        self._risk.show()
