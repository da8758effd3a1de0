"""Enrol this till again: the line that head office prints is typed, pasted or scanned here."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ports.head_office import HeadOffice, Joined, Joining
from app.ports.scanner import ScanEvent
from app.ui.relay import Relay
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, TextField

# What happened, and what to do about it.
_WORDS: dict[Joining, tuple[str, str]] = {
    Joining.REFUSED: (
        QT_TRANSLATE_NOOP("Enrol", "Head office refuses: {reason}"),
        QT_TRANSLATE_NOOP("Enrol", "Head office writes this till off first, then makes a new code."),
    ),
    Joining.OFFLINE: (
        QT_TRANSLATE_NOOP("Enrol", "Head office cannot be reached."),
        QT_TRANSLATE_NOOP("Enrol", "Nothing was changed. Check the line and try again."),
    ),
    Joining.NO_CODE: (
        QT_TRANSLATE_NOOP("Enrol", "This is not the whole line."),
        QT_TRANSLATE_NOOP("Enrol", "It begins with https:// and holds a code and a long fingerprint."),
    ),
    Joining.SHIFT_OPEN: (
        QT_TRANSLATE_NOOP("Enrol", "A shift is open."),
        QT_TRANSLATE_NOOP("Enrol", "Close the shift, then enrol again; receipts begin at 1."),
    ),
    Joining.UNSENT: (
        QT_TRANSLATE_NOOP("Enrol", "Head office does not have every sale of this till yet."),
        QT_TRANSLATE_NOOP("Enrol", "Nothing was changed. Try again in a minute."),
    ),
    Joining.NOT_NEEDED: (
        QT_TRANSLATE_NOOP("Enrol", "Head office knows this till and lends to it."),
        QT_TRANSLATE_NOOP("Enrol", "There is nothing to enrol again."),
    ),
    Joining.ALONE: (
        QT_TRANSLATE_NOOP("Enrol", "This till belongs to no chain."),
        QT_TRANSLATE_NOOP("Enrol", "There is nothing to enrol again."),
    ),
}


class EnrolDialog(Dialog):
    """Closes by itself once this till is in; until then it says what is in the way."""

    def __init__(self, host: QWidget, office: HeadOffice) -> None:
        super().__init__(host, "", width=560)
        self._office, self._relay = office, Relay(self)
        self.set_title(self.tr("Enrol this till again"))
        self.set_intro(
            self.tr(
                "Everything it has goes to head office first. Then it begins anew: no value is lent to it, and "
                "receipts begin at 1. The shift must be closed."
            )
        )
        self._line = TextField("https://…#7K4M-Q2XD-93FT#…")
        self.body.addWidget(Labelled(self.tr("Line of head office"), self._line))
        self.setFocusProxy(self._line)
        self.add_cancel(self.tr("Cancel"))
        self._go = self.add_main(self.tr("Enrol again"))
        self._go.clicked.connect(self._submit)

    def take_scan(self, event: ScanEvent) -> bool:
        """The line as a QR code."""
        self._line.setText(event.text)
        self._submit()
        return True

    def _submit(self) -> None:
        if not self._go.isEnabled():
            return
        self._go.setEnabled(False)
        self.tell(self.tr("Asking head office …"), tone=Tone.PLAIN)
        self._relay.follow(self._office.enrol_again(self._line.text().strip()), self._answered, self._failed)

    def _answered(self, joined: Joined) -> None:
        self._go.setEnabled(True)
        if joined.outcome is Joining.JOINED:
            self.accept()
            return
        what, remedy = _WORDS[joined.outcome]
        self.tell(_tr(what).format(reason=joined.reason), _tr(remedy))
        self._line.setFocus()

    def _failed(self, _error: BaseException) -> None:
        self._go.setEnabled(True)
        self.tell(self.tr("This did not work."), self.tr("Nothing was changed. Call support if it stays so."))


def _tr(source: str) -> str:
    return QCoreApplication.translate("Enrol", source)
