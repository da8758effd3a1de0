"""Another till's receipt is on its way: what is waited for, and how to stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui.widgets.dialog import Dialog

_AGAIN_MS = 1_500


class FetchDialog(Dialog):
    """Closes by itself; `again` a moment after each `wait`. Esc gives up."""

    again = Signal()

    def __init__(self, host: QWidget, receipt_number: str) -> None:
        super().__init__(host, "", width=480)
        self.set_title(self.tr("Receipt {number} is of another till").format(number=receipt_number))
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        self.body.addWidget(busy)
        self.add_cancel(self.tr("Do not wait"))
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
