"""Who the other one is, of two members who are one person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.member import Member
from app.ports.scanner import ScanEvent
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import TextField


class OtherMemberDialog(Dialog):
    """`read(text)`, once it has closed."""

    read = Signal(str)

    def __init__(self, host: QWidget, member: Member) -> None:
        super().__init__(host, "", width=520)
        self.set_title(self.tr("Who is the same person as {name}?").format(name=member.name))
        self.set_intro(self.tr("Their phone, or swipe their card. Whoever has been a member for longer stays."))
        self._field = TextField(takes_names=True)
        self._field.setMaxLength(60)
        self.body.addWidget(self._field)
        self.setFocusProxy(self._field)
        self.add_cancel(self.tr("Cancel"))
        self.add_main(self.tr("Next")).clicked.connect(lambda: self._take(self._field.text()))

    def take_scan(self, event: ScanEvent) -> bool:
        """Their card."""
        self._take(event.text)
        return True

    def _take(self, text: str) -> None:
        if text.strip():
            self.accept()
            self.read.emit(text.strip())
