"""Closing the shift: the last moment in which a slip of the finger costs nothing."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog


class CloseShiftDialog(Dialog):
    """Says what was counted; only its own Enter closes the shift."""

    def __init__(self, host: QWidget, counted_minor: int) -> None:
        super().__init__(host, "", width=560)
        self.set_title(self.tr("Close the shift with {amount} counted?").format(amount=money(counted_minor)))
        if counted_minor:
            self.set_intro(self.tr("After this the count stands, and the Z report prints."))
        else:
            self.set_intro(self.tr("Nothing was counted: the drawer would go on record as empty."))
        self.add_cancel(self.tr("Count again"))
        self.add_main(self.tr("Close shift")).clicked.connect(self.accept)
