"""What the window knows of each of its screens."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ports.scanner import ScanEvent


class Screen(QWidget):
    """One page of the window. `left` asks to go back to the sale."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)

    def enter(self) -> None:
        """The screen comes to the front: load what it shows and take the focus."""

    def leave(self) -> None:
        """The screen goes to the back."""

    def take_scan(self, event: ScanEvent) -> bool:
        """Whether the scan was for this screen; one that is not goes on to the sale."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        """Set every text again; called after the language changed."""
