"""A copy of the members on its way: how far, and a key to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ports.head_office import Copying, CopyState
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.panel import column, row
from app.ui.widgets.text import Role, Text

_MEGA = 1_000_000


class CopyLine(QWidget):
    """Shown while there is one."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = row(self, spacing=Space.L)
        words = column(spacing=Space.XS)
        self._words = Text("", Role.LABEL, Tone.SOFT, wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        words.addWidget(self._words)
        words.addWidget(self._bar)
        self._cancel = Button("", Kind.SECONDARY, key="F8")
        self._cancel.bind_key(self)
        self._cancel.clicked.connect(self.cancelled)
        inside.addLayout(words, 1)
        inside.addWidget(self._cancel)
        self.retranslate()
        self.hide()

    def show_copy(self, copying: Copying | None) -> None:
        """This is how far it is; None: there is none."""
        self.setVisible(copying is not None)
        if copying is None:
            return
        done, total = copying.done_bytes, copying.total_bytes
        self._words.setText(self._told(copying))
        self._bar.setVisible(bool(total))
        self._bar.setRange(0, max(1, total // 1000))
        self._bar.setValue(done // 1000)
        self._cancel.setVisible(copying.state is CopyState.COMING)

    def retranslate(self) -> None:
        """In the language of now."""
        self._cancel.setText(self.tr("Stop fetching"))

    def _told(self, copying: Copying) -> str:
        sizes = {"done": f"{copying.done_bytes / _MEGA:,.0f}", "total": f"{copying.total_bytes / _MEGA:,.0f}"}
        match copying.state:
            case CopyState.BUILDING:
                return self.tr("Head office makes a fresh list of the members. Selling goes on with the one here.")
            case CopyState.COMING:
                return self.tr("A fresh list of the members: {done} of {total} MB. Selling goes on.").format(**sizes)
            case CopyState.CANCELLED:
                return self.tr("Fetching the members was stopped at {done} of {total} MB. F12 goes on with it.").format(
                    **sizes
                )
            case CopyState.DISK_FULL:
                return self.tr(
                    "The disk is too full for a fresh list of the members. Once there is room it comes by itself."
                )
