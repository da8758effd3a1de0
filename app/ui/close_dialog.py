"""Closing the till while goods lie in the basket."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.button import Kind
from app.ui.widgets.dialog import Dialog


class CloseDialog(Dialog):
    """Esc goes on selling; closing takes a key of its own."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "", width=520)
        self.set_title(self.tr("Close the till?"))
        self.set_intro(self.tr("Goods lie in the basket. They stay, and are back when the till is next opened."))
        self.add_cancel(self.tr("Go on selling"))
        self.add_button(self.tr("Close the till"), Kind.DANGER, key="F4").clicked.connect(self.accept)
