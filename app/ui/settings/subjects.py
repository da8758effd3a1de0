"""The subjects of the settings, in a card on the left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.ui.settings.device_facts import Setting
from app.ui.settings.subject_button import SubjectButton
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space
from app.ui.widgets.panel import Card

_WIDTH = 236
KEYS = {Setting.LOOK: "F2", Setting.PRINTER: "F3", Setting.SCANNERS: "F4", Setting.PAYMENTS: "F10"}
"""The key of the page on which a device is set up."""
# F8 is the printer page's own; a field keeps Home for itself.
_SUBJECTS = (
    (Icon.GAUGE, "Home"),
    (Icon.INFO, "F1"),
    (Icon.SPARK, KEYS[Setting.LOOK]),
    (Icon.PRINTER, KEYS[Setting.PRINTER]),
    (Icon.SCAN, KEYS[Setting.SCANNERS]),
    (Icon.CARD, "F5"),
    (Icon.KEY, "F6"),
    (Icon.MEMBER, "F7"),
    (Icon.NOTE, "F9"),
    (Icon.QR, KEYS[Setting.PAYMENTS]),
    (Icon.SPARK, "Shift+F10"),
)


class Subjects(Card):
    """`chosen(index)` when one is pressed. Their keys work wherever the keyboard is on the screen they stand on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(margin=Space.S, spacing=Space.XS)
        self.setFixedWidth(_WIDTH)
        self._buttons = [SubjectButton(icon, key) for icon, key in _SUBJECTS]
        for index, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, at=index: self.chosen.emit(at))
            self.inside.addWidget(button)
        self.inside.addStretch(1)

    @property
    def buttons(self) -> Sequence[SubjectButton]:
        """From top to bottom."""
        return self._buttons

    def mark(self, chosen: int) -> None:
        """This one's page is open."""
        for index, button in enumerate(self._buttons):
            button.setChecked(index == chosen)

    def retranslate(self) -> None:
        """Every text again."""
        words = (
            self.tr("Devices"),
            self.tr("Shop"),
            self.tr("Look"),
            self.tr("Printer"),
            self.tr("Scanners"),
            self.tr("Codes"),
            self.tr("Data"),
            self.tr("People"),
            self.tr("Slips"),
            self.tr("Payments"),
            self.tr("Try a draft"),
        )
        for button, word in zip(self._buttons, words, strict=True):
            button.setText(word)
