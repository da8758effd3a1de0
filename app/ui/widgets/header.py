"""The head of a screen, and what stands where there is nothing yet."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.theme.icons import Icon, draw_icon
from app.ui.theme.tokens import Space, Tone, ink_of
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.panel import column, row
from app.ui.widgets.text import Role, Text


class ScreenHeader(QWidget):
    """Back (Esc), title, and room for actions on the right (`right`)."""

    back = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        inside = row(self, spacing=Space.M)
        self._back = Button("", Kind.QUIET, icon=Icon.BACK, key="Esc")
        self._back.clicked.connect(self.back)
        self._title = Text(title, Role.TITLE)
        self.right = row(spacing=Space.S)
        inside.addWidget(self._back)
        inside.addWidget(self._title)
        inside.addStretch(1)
        inside.addLayout(self.right)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def free_room(self, within: QWidget) -> QRect:
        """What lies between the title and the actions, as `within` counts."""
        left = self._title.geometry().right() + Space.L
        right = self.right.geometry().left() - Space.L if self.right.count() else self.width()
        return QRect(self.mapTo(within, QPoint(left, 0)), QSize(right - left, self.height()))

    def set_back(self, word: str) -> None:
        """What the way back is called."""
        self._back.setAccessibleName(word)
        self._back.setToolTip(word)


class IconLabel(QWidget):
    """An icon on its own."""

    def __init__(self, icon: Icon, size: int = 24, tone: Tone = Tone.SOFT) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setFixedSize(QSize(size, size))

    def set_icon(self, icon: Icon, tone: Tone | None = None) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone or self._tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon in its tone."""
        draw_icon(QPainter(self), self._icon, QRectF(self.rect()), ink_of(self._tone))


class EmptyState(QWidget):
    """Nothing here yet: an icon, what would be here, and how to get there."""

    def __init__(self, icon: Icon, title: str = "", hint: str = "") -> None:
        super().__init__()
        self._title = Text(title, Role.STRONG, Tone.SOFT, wraps=True)
        self._hint = Text(hint, Role.BODY, Tone.FAINT, wraps=True)
        inside = column(self, margin=Space.XL, spacing=Space.S)
        inside.addStretch(1)
        inside.addWidget(IconLabel(icon, 44, Tone.FAINT), alignment=Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(text)
        inside.addStretch(1)

    def set_words(self, title: str, hint: str = "") -> None:
        """Change the words."""
        self._title.setText(title)
        self._hint.setText(hint)
