"""Where no basket is: what to do, and the sale just made, so that nobody has to remember the change."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.domain.sale.facts import Sale
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import column
from app.ui.widgets.text import Role, Text


class EmptyBasket(QWidget):
    """The sale screen at rest."""

    def __init__(self) -> None:
        super().__init__()
        self._last: Sale | None = None
        self._has_goods = self._has_shift = True
        self._title = Text("", Role.TITLE, Tone.SOFT)
        self._hint = Text("", Role.BODY, Tone.FAINT, wraps=True)
        self._previous = Text("", Role.LABEL, Tone.SOFT, wraps=True)
        inside = column(self, margin=Space.XL, spacing=Space.S)
        inside.addStretch(2)
        inside.addWidget(IconLabel(Icon.SCAN, 56, Tone.FAINT), alignment=Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._hint):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            inside.addWidget(text)
        inside.addStretch(2)
        self._previous.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._previous)
        self._retranslate()

    def show_last(self, sale: Sale) -> None:
        """The sale just made."""
        self._last = sale
        self._retranslate()

    def show_has_goods(self, *, has_goods: bool) -> None:
        """Without a catalogue there is nothing to scan: say what to do."""
        self._has_goods = has_goods
        self._retranslate()

    def show_has_shift(self, *, has_shift: bool) -> None:
        """Without a shift nothing is paid: say so before the customer stands there."""
        self._has_shift = has_shift
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Ready for the next customer"))
        self._hint.setText(self.tr("Scan goods or a member's card; type 3* first for three of it."))
        if not self._has_shift:
            self._title.setText(self.tr("No shift is open"))
            self._hint.setText(self.tr("F9 opens one; what is scanned meanwhile stays in the basket."))
        if not self._has_goods:
            self._title.setText(self.tr("This till has no goods yet"))
            self._hint.setText(
                self.tr(
                    "A chain's goods come from head office. In a single shop whoever set this till up loads its list."
                )
            )
        if self._last:
            words = self.tr("Last sale {number}: {total}, change {change}")
            number = self._last.origin.receipt_number
            text = words.format(
                number=number, total=money(self._last.total_minor), change=money(self._last.change_minor)
            )
            self._previous.setText(text)
