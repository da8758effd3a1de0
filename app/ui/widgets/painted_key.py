"""What all buttons that paint themselves have in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


class PaintedKey(QAbstractButton):
    """Shown anew when the pointer comes and goes (`underMouse`); takes the focus from no field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
