"""A few words about something: what was said, or what was done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField

_LONGEST = 300


class WordsDialog(Dialog):
    """`said(text)`, once it has closed; something has to be said."""

    said = Signal(str)

    def __init__(self, host: QWidget, title: str, intro: str) -> None:
        super().__init__(host, title, width=600)
        self.set_intro(intro)
        self._field = TextField(takes_names=True)
        self._field.setMaxLength(_LONGEST)
        self.body.addWidget(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Keep")).clicked.connect(self._keep)
        self.setFocusProxy(self._field)

    def _keep(self) -> None:
        text = self._field.text().strip()
        if not text:
            self.tell(self.tr("Nothing was written"), self.tr("A few words are enough."))
            return
        self.accept()
        self.said.emit(text)
