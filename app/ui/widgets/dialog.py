"""The dialog: a card over the dimmed window. It is part of the window, so no key and no scan is ever lost to it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.ports.scanner import ScanEvent
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, current
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text


class Dialog(QWidget):
    """A question or a small task. Esc leaves it; Enter does its main action, or what the button with the focus does.

    `body` takes the contents.

    `finished(True)` after the main action, `finished(False)` after Esc. Use `open()`; it deletes itself in the end.
    """

    finished = Signal(bool)

    def __init__(self, host: QWidget, title: str, *, width: int = 520) -> None:
        super().__init__(host.window())
        self._before: QWidget | None = None
        self._main: Button | None = None
        self._cancel: Button | None = None
        self._is_open = False
        self._build_frame(title, width)
        self.hide()
        self.window().installEventFilter(self)

    def take_scan(self, event: ScanEvent) -> bool:
        """Whether the scan was for this dialog; one that is not goes on to the sale."""
        return False

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self._is_open

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def set_intro(self, text: str) -> None:
        """The sentence under the title."""
        self._intro.setText(text)
        self._intro.setVisible(bool(text))

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.BAD) -> None:
        """A notice inside the dialog, until the next one."""
        self.notice.tell(what, remedy, tone, stays=True)

    def add_button(self, text: str, kind: Kind = Kind.SECONDARY, *, key: str = "", icon: Icon | None = None) -> Button:
        """One more button in the foot; the caller connects it. Keys other than Enter and Esc are bound."""
        button = Button(text, kind, key=key, icon=icon, size=Size.LARGE)
        if key and key not in {"Enter", "Esc"}:
            button.bind_key(self)
        self._foot.addWidget(button)
        return button

    def add_cancel(self, text: str) -> Button:
        """The way out, with its key."""
        self._cancel = self.add_button(text, Kind.SECONDARY, key="Esc")
        self._cancel.clicked.connect(self.reject)
        return self._cancel

    def add_main(self, text: str, kind: Kind = Kind.PRIMARY) -> Button:
        """The main action, done by Enter from anywhere in the dialog; the caller connects `clicked`."""
        self._main = self.add_button(text, kind, key="Enter")
        return self._main

    def open(self) -> None:
        """Show it and take the keyboard."""
        self._before = self.window().focusWidget()
        self._is_open = True
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.take_focus()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)

    def take_focus(self) -> None:
        """To the field or the main action; to the dialog alone where neither can be had now."""
        for first in (self.focusProxy(), self._main):
            if first is not None and first.isVisible() and first.isEnabled():
                # As a popup: a field below keeps what was selected in it, so that typing over it still works after.
                first.setFocus(Qt.FocusReason.PopupFocusReason)
                return
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.focusNextPrevChild(True)

    def accept(self) -> None:
        """Leave with the main action done."""
        self._leave(done=True)

    def reject(self) -> None:
        """Leave with nothing done."""
        self._leave(done=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter; nothing else goes through to the screen below."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = self._meant()
            if button and button.isEnabled():
                button.click()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the dialog."""
        fields = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not fields:
            return True
        fields.sort(key=self._reading_order)
        now = self.window().focusWidget()
        index = fields.index(now) if now in fields else -1
        fields[(index + (1 if forward else -1)) % len(fields)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size."""
        if event.type() == QEvent.Type.Resize and self._is_open:
            self.setGeometry(self.window().rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies below, and lift the card off it with a soft shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(current().scrim))
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(current().shadow)
        shadow.setAlpha(shadow.alpha() // 4)
        painter.setBrush(shadow)
        for spread in (12, 8, 4, 2):
            place = QRectF(self.card.geometry()).adjusted(-spread, -spread / 2, spread, spread * 1.4)
            painter.drawRoundedRect(place, 16 + spread, 16 + spread)

    def _build_frame(self, title: str, width: int) -> None:
        self.card = Card(margin=Space.XL, spacing=Space.L)
        self.card.setMaximumWidth(width)
        self.card.setMinimumWidth(min(width, 360))
        # Minimum, not Maximum: words that wrap need more height than their hint says, and must not be cut.
        self.card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = Text(title, Role.TITLE, wraps=True)
        self._intro = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self._intro.hide()
        self.notice = NoticeBar()
        self.body = column(spacing=Space.M)
        self._foot = row(spacing=Space.M)
        self._foot.addStretch(1)
        for part in (self._title, self._intro, self.notice):
            self.card.inside.addWidget(part)
        self.card.inside.addLayout(self.body)
        self.card.inside.addLayout(self._foot)
        frame = column(self, margin=Space.XL)
        frame.addStretch(1)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(self.card, 100)
        middle.addStretch(1)
        frame.addLayout(middle)
        frame.addStretch(1)

    def _meant(self) -> Button | None:
        """What Enter does: whoever went to another button with Tab means that one.

        The way out has the focus of itself where there is nothing else: no Enter too many breaks off what waits.
        """
        focused = self.window().focusWidget()
        if not isinstance(focused, Button) or not self.isAncestorOf(focused):
            return self._main
        return focused if self._main or focused is not self._cancel else None

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A part that had the keyboard was hidden or switched off: no key may reach the screen below."""
        dialogs = open_dialogs(self.window()) if self._is_open else []
        if not dialogs or dialogs[-1] is not self or not self.isActiveWindow():
            return
        is_inside = any(each is now or each.isAncestorOf(now) for each in dialogs) if now else False
        if not is_inside and (now is None or now.window() is self.window()):
            self.take_focus()

    def _reading_order(self, child: QWidget) -> tuple[int, int]:
        place = child.mapTo(self, QPoint(0, 0))
        return place.y(), place.x()

    def _leave(self, *, done: bool) -> None:
        if not self._is_open:
            return
        self._is_open = False
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.finished.emit(done)
        self.deleteLater()


def open_dialogs(window: QWidget) -> list[Dialog]:
    """The dialogs on the window, the topmost last."""
    found = window.findChildren(Dialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [dialog for dialog in found if dialog.is_open]
