"""A bare Qt window that takes a code as a row; with `same-imports` it has imported what the till imports."""

import importlib
import json
import sys
import time
from pathlib import Path

if "same-imports" in sys.argv:
    importlib.import_module("app.bootstrap.window")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget


class _Bare(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field, self.rows = QLineEdit(), QListWidget()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.rows)
        self.rows.viewport().installEventFilter(self)
        self.told: dict[str, object] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint takes the code, the second has its row."""
        if event.type() == QEvent.Type.Paint:
            if "sign_on_ns" not in self.told:
                self.told["sign_on_ns"] = 0
                QTimer.singleShot(0, self._take)
            elif self.rows.count() and "scan_ns" not in self.told:
                self.told["scan_ns"] = 0
                QTimer.singleShot(0, self._tell)
        return False

    def _take(self) -> None:
        self.told["sign_on_ns"] = time.monotonic_ns()
        self.rows.addItem("6900000000000")

    def _tell(self) -> None:
        self.told["scan_ns"] = time.monotonic_ns()
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        self.told["rss"] = [[0, pages * 4096 / 1e6]]
        print(json.dumps(self.told), flush=True)
        QApplication.exit(0)


if __name__ == "__main__":
    _app = QApplication(sys.argv[:1])
    _window = _Bare()
    _window.resize(1366, 768)
    _window.showMaximized()
    sys.exit(_app.exec())
