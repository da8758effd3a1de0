"""Head office is asked, on any screen: the dialog while it is."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Unit
from app.ports.head_office import HeadOffice
from app.ui.relay import Relay
from app.ui.session import Session
from app.ui.tender.asking_dialog import AskingDialog
from app.ui.tender.value_desk import ValueDesk


class AskingHost(QObject):
    """Fits `AskingView` over the window of `host`; `given_up(is_late)` where nobody waits for it any more."""

    given_up = Signal(bool)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._dialog: AskingDialog | None = None

    def show_asking(self, missing: int, unit: Unit) -> None:
        """Head office is asked; Esc does not wait for it."""
        self._dialog = AskingDialog(self._host, missing, unit)
        self._dialog.late.connect(lambda: self.given_up.emit(True))
        self._dialog.finished.connect(lambda _: self.given_up.emit(False))
        self._dialog.open()

    def hide_asking(self) -> None:
        """The answer is there, or nobody waits for it."""
        dialog, self._dialog = self._dialog, None
        if dialog:
            dialog.accept()


def desk_over(host: QWidget, office: HeadOffice, session: Session) -> ValueDesk:
    """The desk of a screen that goes on with what lies here, where nobody waits for the rest."""
    asking = AskingHost(host)
    desk = ValueDesk(asking, office, Relay(asking), session, lambda then: then())
    asking.given_up.connect(lambda _: desk.stop(is_late=True))
    return desk
