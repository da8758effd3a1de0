"""A till window in a process of its own, for test_wedge_x11: says on stdout what it heard, obeys words on stdin."""

import json
import sys
import time

from PySide6.QtCore import QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.devices.scanner.burst import BurstRules
from app.devices.scanner.frames import Frame
from app.devices.scanner.key_text import KeyLayout
from app.devices.scanner.wedge import WedgeScanner
from app.ports.scanner import ScanEvent


def say(what: str, value: str = "") -> None:
    """One line of JSON."""
    print(json.dumps([what, value]), flush=True)


class TillWindow(QWidget):
    """A field, a button and a drop-down, each telling when a key got to it."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[QWidget] = []
        self.field = QLineEdit(self)
        self.button = QPushButton("pay", self)
        self.choice = QComboBox(self)
        self.choice.addItems(["cash", "card", "6 voucher"])
        layout = QVBoxLayout(self)
        for widget in (self.field, self.button, self.choice):
            layout.addWidget(widget)
        self.field.textChanged.connect(lambda text: say("field", text))
        self.field.returnPressed.connect(lambda: say("enter"))
        self.button.clicked.connect(lambda: say("clicked"))
        self.choice.currentTextChanged.connect(lambda text: say("choice", text))

    def open_sheet(self) -> None:
        """A panel over the window with a field of its own, as a price prompt would be."""
        sheet = QWidget(self)
        field = QLineEdit(sheet)
        field.textChanged.connect(lambda text: say("sheet field", text))
        sheet.show()
        field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.sheets.append(sheet)
        say("sheet")

    def close_sheet(self) -> None:
        """The panel opened last goes, and the field has the focus again."""
        if self.sheets:
            self.sheets.pop().deleteLater()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)


class Orders(QObject):
    """Words on stdin, one a line."""

    def __init__(self, window: TillWindow) -> None:
        super().__init__()
        self._window = window
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._obey)

    def _obey(self) -> None:
        word = sys.stdin.readline().strip()
        if word == "button":
            self._window.button.setFocus()
        elif word == "popup":
            self._window.choice.showPopup()
        elif word == "sheet":
            QTimer.singleShot(60, self._window.open_sheet)
        elif word == "fold":
            self._window.close_sheet()
        elif word == "freeze":
            say("frozen")
            time.sleep(0.6)
        elif not word:
            QApplication.quit()
        if word != "freeze":
            say("done", word)


def main() -> None:
    """Show the window and report until stdin ends."""
    app = QApplication(sys.argv)
    window = TillWindow()
    frames = (Frame(), Frame("~"))
    scanner = WedgeScanner(app, BurstRules(hold_gap_ms=int(sys.argv[1]), frames=frames), KeyLayout(sys.argv[2]))
    scanner.start(heard, lambda name, state, detail: None)
    orders = Orders(window)
    window.show()
    window.field.setFocus(Qt.FocusReason.OtherFocusReason)
    app.focusWindowChanged.connect(lambda focused: say("focus", "yes" if focused else "no"))
    app.exec()
    scanner.stop()
    orders.deleteLater()


def heard(event: ScanEvent) -> None:
    """A scan."""
    say("scan", event.text)


if __name__ == "__main__":
    main()
