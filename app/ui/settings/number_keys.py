"""The keys of a settings page's own buttons: Alt+1 to 9, 0, A to Z from top to bottom, each shown on its button."""

from itertools import chain, repeat
from string import ascii_uppercase, digits

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Button

_ALT = "Alt+"
_KEYS = tuple(f"{_ALT}{char}" for char in f"{digits[1:]}{digits[0]}{ascii_uppercase}")


class NumberKeys(QObject):
    """Rows come and go: whenever the buttons are laid out anew, those in sight that have no other key are numbered."""

    def __init__(self, page: QWidget, inside: QWidget) -> None:
        super().__init__(page)
        self._inside = inside
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._number)
        for place, key in enumerate(_KEYS):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda at=place: self._press(at))
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something inside has another size, came or went."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._soon.start(0)
        return False

    def _number(self) -> list[Button]:
        there = [button for button in self._inside.findChildren(Button) if button.isVisibleTo(self._inside)]
        # What can be checked is one value of a field: arrows choose it.
        actions = [button for button in there if not button.isCheckable()]
        free = [button for button in actions if not button.key or button.key.startswith(_ALT)]
        in_order = sorted(free, key=self._place)
        for button, key in zip(in_order, chain(_KEYS, repeat("")), strict=False):
            if button.key != key:
                button.set_key(key)
        return in_order

    def _place(self, button: Button) -> tuple[int, int]:
        place = button.mapTo(self._inside, button.rect().topLeft())
        return place.y(), place.x()

    def _press(self, at: int) -> None:
        buttons = self._number()
        if at < len(buttons):
            buttons[at].click()
