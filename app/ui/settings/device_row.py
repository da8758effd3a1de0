"""One device: what it is and how it is, with a button that tries it and one that leads to its settings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.settings.device_facts import DeviceFacts, Trial
from app.ui.settings.subjects import KEYS
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button
from app.ui.widgets.panel import column, row
from app.ui.widgets.text import Role, Text

_MARKS = {Tone.ACCENT: Icon.CHECK, Tone.BAD: Icon.WARN, Tone.WARN: Icon.WARN}
_TOP = Qt.AlignmentFlag.AlignTop
_TRY_WIDTH, _OPEN_WIDTH = 172, 120


class DeviceRow(QWidget):
    """`tried` and `opened` when its buttons are pressed."""

    tried = Signal()
    opened = Signal()

    def __init__(self, device: DeviceFacts) -> None:
        super().__init__()
        line = row(self, spacing=Space.S)
        line.addLayout(self._words(device), 1)
        self._attempt = attempt = Button(self._trial_word(device.trial))
        attempt.clicked.connect(self.tried)
        attempt.setFixedWidth(_TRY_WIDTH)
        keeps = attempt.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        attempt.setSizePolicy(keeps)
        if device.trial is None:
            attempt.hide()
        self._settings = settings = Button(self.tr("Set up"), key=KEYS[device.setting])
        settings.setFixedWidth(_OPEN_WIDTH)
        settings.clicked.connect(self.opened)
        line.addWidget(attempt, alignment=_TOP)
        line.addWidget(settings, alignment=_TOP)

    def follow(self, before: QWidget) -> QWidget:
        """Let Tab come here after `before`; what it comes to last. A row made late would be the last of all."""
        QWidget.setTabOrder(before, self._attempt)
        QWidget.setTabOrder(self._attempt, self._settings)
        return self._settings

    def _words(self, device: DeviceFacts) -> QVBoxLayout:
        words = column(spacing=2)
        head = row(spacing=Space.S)
        head.addWidget(Text(device.name, Role.LABEL))
        head.addWidget(Badge(device.state, device.tone, _MARKS.get(device.tone)))
        head.addStretch(1)
        words.addLayout(head)
        below = " · ".join(part for part in (device.place, device.remedy) if part)
        words.addWidget(Text(below, Role.BODY, Tone.SOFT, wraps=True))
        return words

    def _trial_word(self, trial: Trial | None) -> str:
        words = {
            Trial.PRINT: self.tr("Print a page"),
            Trial.DRAWER: self.tr("Open it"),
            Trial.POLE: self.tr("Light it up"),
            Trial.CUSTOMER: self.tr("Show it"),
            Trial.PAYMENT: self.tr("Try 0.01"),
        }
        return words.get(trial, self.tr("Try a scan")) if trial else ""
