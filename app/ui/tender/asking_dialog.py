"""Head office is being asked: for how much, and how to stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.domain.lease.share import MONEY
from app.domain.ledger import POINTS, Unit
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog

# Nobody waits longer than this for head office; what comes later is kept.
PATIENCE_MS = 1_500


class AskingDialog(Dialog):
    """Closes by itself. `late` after a second and a half; Esc gives up before."""

    late = Signal()

    def __init__(self, host: QWidget, missing: int, unit: Unit) -> None:
        super().__init__(host, "", width=460)
        amount = money(missing) if unit in MONEY else f"{missing:,}"
        words = self.tr("Asking head office for {amount} points") if unit == POINTS else ""
        words = words or self.tr("Asking head office for {amount}")
        self.set_title(words.format(amount=amount))
        self.set_intro(self.tr("It lies there. This takes a moment at most."))
        busy = QProgressBar()
        busy.setRange(0, 0)
        busy.setTextVisible(False)
        self.body.addWidget(busy)
        self.add_cancel(self.tr("Do not wait"))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.late)
        self._patience.start(PATIENCE_MS)
