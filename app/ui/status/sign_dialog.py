"""What a sign means, and the remedy at one key."""

from PySide6.QtWidgets import QWidget

from app.ui.status.words import Sign
from app.ui.widgets.dialog import Dialog


class SignDialog(Dialog):
    """The explanation; with a remedy, Enter does it."""

    def __init__(self, host: QWidget, sign: Sign, remedy: str = "") -> None:
        super().__init__(host, sign.word, width=480)
        self.set_intro(sign.explanation)
        self.add_cancel(self.tr("Close"))
        if remedy:
            self.add_main(remedy).clicked.connect(self.accept)
