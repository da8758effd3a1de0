"""Fields to type into. The input method is off except where names are typed: it could swallow a scan."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.money import format_milli, format_minor, parse_milli, parse_minor
from app.ui.theme.fonts import text_font
from app.ui.theme.tokens import Tone, TypeSize
from app.ui.widgets.panel import column
from app.ui.widgets.text import Role, Text
from app.ui.widgets.typed_keys import Piece, TypedKeys


class TextField(QLineEdit):
    """A line of text. `takes_names` lets the input method in."""

    def __init__(
        self, placeholder: str = "", *, takes_names: bool = False, size: int = TypeSize.STRONG, bold: bool = False
    ) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setFont(text_font(size, bold=bold))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, takes_names)
        self._takes_names = takes_names
        self._keys = TypedKeys()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setProperty("tall", "true" if size > TypeSize.TITLE else "false")

    @property
    def pieces(self) -> Sequence[Piece]:
        """What came in here a moment ago: the head of a scan, if its tail follows. What came all at once is first."""
        return self._keys.fresh()

    def take_back(self, piece: Piece) -> None:
        """The field as it was before `piece`."""
        self._keys.forget()
        self.setText(piece.before)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember what keys have put in here."""
        before = self.text()
        super().keyPressEvent(event)
        if self.text() == before:
            return
        if event.text().isprintable() and event.text():
            self._keys.note(event.text(), before, self.text())
        else:
            self._keys.forget()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """No input method where no names are typed; QLineEdit alone says yes even with its attribute off."""
        if query == Qt.InputMethodQuery.ImEnabled and not self._takes_names:
            return False
        return super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark what was typed as wrong, or no longer; say why beside it."""
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class AmountField(TextField):
    """An amount of money, right-aligned."""

    def __init__(self, size: int = TypeSize.TITLE) -> None:
        super().__init__(size=size, bold=True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,9}(\.\d{0,2})?"), self))

    def minor(self) -> int | None:
        """The amount typed, None where there is none."""
        return parse_minor(self.text())

    def set_minor(self, amount_minor: int) -> None:
        """Put an amount there, selected so that typing replaces it."""
        self.setText(format_minor(amount_minor))
        self.selectAll()


class QuantityField(TextField):
    """A quantity in pieces or kilograms, right-aligned."""

    def __init__(self, *, whole: bool, size: int = TypeSize.TITLE, digits: int = 4) -> None:
        super().__init__(size=size, bold=True)
        pattern = rf"\d{{0,{digits}}}" if whole else r"\d{0,4}(\.\d{0,3})?"
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))

    def milli(self) -> int | None:
        """The quantity typed in thousandths, None where there is none."""
        return parse_milli(self.text())

    def set_milli(self, quantity_milli: int) -> None:
        """Put a quantity there, selected so that typing replaces it."""
        self.setText(format_milli(quantity_milli))
        self.selectAll()


class PinField(TextField):
    """A PIN: digits only, never shown. It empties when it is sent, unless it is one of several (`clears`)."""

    submitted = Signal(str)

    def __init__(self, *, clears: bool = True) -> None:
        super().__init__(size=TypeSize.AMOUNT, bold=True)
        self._clears = clears
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(12)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,12}"), self))
        self.returnPressed.connect(self._submit)

    def _submit(self) -> None:
        pin = self.text()
        if pin:
            if self._clears:
                self.clear()
            self.submitted.emit(pin)


class Labelled(QWidget):
    """A field with its caption above and, where something is wrong, the reason below."""

    def __init__(self, caption: str, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self._caption = Text(caption, Role.CAPTION, Tone.SOFT)
        self._fault = Text("", Role.CAPTION, Tone.BAD, wraps=True)
        self._fault.hide()
        inside = column(self, spacing=4)
        inside.addWidget(self._caption)
        inside.addWidget(field)
        inside.addWidget(self._fault)
        self.setFocusProxy(field)

    def set_caption(self, caption: str) -> None:
        """Change the caption."""
        self._caption.setText(caption)

    def set_fault(self, fault: str) -> None:
        """Say what is wrong with what was typed; empty when nothing is."""
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        if isinstance(self.field, TextField):
            self.field.set_wrong(wrong=bool(fault))


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed without Ctrl, Alt or Meta."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
    return held == Qt.KeyboardModifier.NoModifier
