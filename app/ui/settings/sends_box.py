"""What a scanner or reader sends, to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from app.ui.translation import QT_TRANSLATE_NOOP

ANYTHING = ("codes", "tracks_lrc", "uid_hex", "uid_hex_reversed", "uid_decimal", "uid_decimal_reversed")
# Chip numbers need a prefix: without one they could be goods.
WITHOUT_PREFIX = ("codes", "tracks_lrc")

_WORDS = {
    "codes": QT_TRANSLATE_NOOP("Sends", "codes, cards"),
    "tracks_lrc": QT_TRANSLATE_NOOP("Sends", "tracks with check (LRC)"),
    "uid_hex": QT_TRANSLATE_NOOP("Sends", "chip, hex"),
    "uid_hex_reversed": QT_TRANSLATE_NOOP("Sends", "chip, hex, reversed"),
    "uid_decimal": QT_TRANSLATE_NOOP("Sends", "chip, decimal"),
    "uid_decimal_reversed": QT_TRANSLATE_NOOP("Sends", "chip, decimal, reversed"),
}


class SendsBox(QComboBox):
    """One of `offered`."""

    def __init__(self, offered: Sequence[str], chosen: str = "codes") -> None:
        super().__init__()
        for sends in offered:
            self.addItem("", sends)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choose(chosen)
        self.retranslate()

    def choose(self, sends: str) -> None:
        """Choose it."""
        self.setCurrentIndex(max(0, self.findData(sends)))

    def retranslate(self) -> None:
        """Every text again."""
        for index in range(self.count()):
            self.setItemText(index, QCoreApplication.translate("Sends", _WORDS[self.itemData(index)]))
