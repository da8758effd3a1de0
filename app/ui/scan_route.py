"""Where a scan goes: to what is on top, else to the sale; never lost, and mended where its burst broke."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.codes import BankCard, Unknown, UnreadableCard, decode
from app.ports.scanner import ScanEvent
from app.services.codes_in_force import CodesInForce
from app.ui.screen import Screen
from app.ui.widgets.dialog import open_dialogs
from app.ui.widgets.field import TextField


class ScanRoute:
    """Offers each scan to the open dialogs from the top, then to the screen in front, then to the sale."""

    def __init__(self, window: QWidget, front: Callable[[], Screen], sale: Screen, codes: CodesInForce) -> None:
        self._window = window
        self._front = front
        self._sale = sale
        self._codes = codes

    def mend(self, event: ScanEvent) -> ScanEvent:
        """The scan whole, and the field as it was, where the head of a slow burst was taken for typing."""
        field = self._window.focusWidget()
        pieces = field.pieces if isinstance(field, TextField) else ()
        if not isinstance(field, TextField) or not pieces:
            return event
        for piece in pieces if not self._is_a_code(event.text) else pieces[:1]:
            whole = piece.text + event.text
            if self._is_a_code(whole):
                field.take_back(piece)
                return replace(event, text=whole, sent=piece.text.encode() + event.sent)
        if len(pieces[0].text) > 1:
            field.take_back(pieces[0])
        return event

    def send(self, event: ScanEvent) -> None:
        """Bring the scan to where it belongs."""
        for dialog in reversed(open_dialogs(self._window)):
            if dialog.take_scan(event):
                return
        if not self._front().take_scan(event):
            self._sale.take_scan(event)

    def _is_a_code(self, text: str) -> bool:
        return not isinstance(decode(text, self._codes.rules), Unknown | UnreadableCard | BankCard)
