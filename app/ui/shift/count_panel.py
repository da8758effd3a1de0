"""The blind count: note by note, or the sum alone. What should be there is not shown."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.money import format_minor
from app.ui.shift.count import counted, denominations
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import AmountField, Labelled, QuantityField, TextField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import Card, row, rule
from app.ui.widgets.text import Role, Text

_COLUMNS = 2


class CountPanel(QWidget):
    """Enter goes from note to note; the last one leads to the button. `wanted(counted)` carries minor units."""

    wanted = Signal(object)
    given_up = Signal()

    def __init__(self, currency: str) -> None:
        super().__init__()
        self._notes: list[tuple[int, QuantityField, Text]] = []
        self._currency = currency
        self._build()
        self.retranslate()

    def take_focus(self) -> None:
        """Start over."""
        for _, field, _ in self._notes:
            field.clear()
        self._sum.clear()
        self._show_total()
        self._fields()[0].setFocus()

    def retranslate(self) -> None:
        """Every text again."""
        self._title.setText(self.tr("Count the drawer"))
        self._hint.setText(self.tr("How many of each? Enter goes on to the next."))
        self._labelled.set_caption(self.tr("Or only the sum"))
        self._caption.setText(self.tr("Counted"))
        self._close.setText(self.tr("Close shift"))
        self._back.setText(self.tr("Not yet"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pad types where the keyboard is."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, TextField):
            self._pad.set_target(watched)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        sides = row(self, spacing=Space.L)
        card = Card(margin=Space.XL, spacing=Space.L)
        self._title, self._hint = Text("", Role.TITLE), Text("", Role.BODY, Tone.SOFT)
        card.inside.addWidget(self._title)
        card.inside.addWidget(self._hint)
        card.inside.addLayout(self._grid())
        card.inside.addStretch(1)
        sides.addWidget(card, 7)
        sides.addWidget(self._sum_card(), 4)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.L)
        notes = denominations(self._currency)
        rows = -(-len(notes) // _COLUMNS)
        for index, note in enumerate(notes):
            line, side = index % rows, index // rows * 4
            field, subtotal = self._note(note)
            caption = Text(_note_text(note), Role.STRONG)
            caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(caption, line, side)
            grid.addWidget(Text("×", tone=Tone.FAINT), line, side + 1)
            grid.addWidget(field, line, side + 2)
            grid.addWidget(subtotal, line, side + 3)
        for side in range(_COLUMNS):
            grid.setColumnStretch(side * 4 + 2, 2)
            grid.setColumnStretch(side * 4 + 3, 2)
            grid.setColumnMinimumWidth(side * 4, 56)
        return grid

    def _note(self, note: int) -> tuple[QuantityField, Text]:
        field, subtotal = QuantityField(whole=True), Text("", Role.BODY, Tone.SOFT)
        subtotal.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(_note_text(note))
        field.setMinimumHeight(52)
        field.textChanged.connect(self._notes_changed)
        field.returnPressed.connect(lambda: self._next(field))
        self._notes.append((note, field, subtotal))
        return field, subtotal

    def _sum_card(self) -> Card:
        card = Card(margin=Space.XL, spacing=Space.M)
        self._sum = AmountField(TypeSize.TITLE)
        self._sum.textChanged.connect(self._sum_changed)
        self._sum.returnPressed.connect(self._go_to_button)
        self._labelled = Labelled("", self._sum)
        self._pad = NumberPad(self._sum)
        card.inside.addWidget(self._labelled)
        card.inside.addWidget(self._pad, 1)
        card.inside.addWidget(rule())
        self._caption = Text("", Role.CAPTION, Tone.SOFT)
        self._total = AmountLabel(TypeSize.HERO)
        card.inside.addWidget(self._caption)
        card.inside.addWidget(self._total)
        self._close = Button("", Kind.PRIMARY, icon=Icon.SHIFT, key="F12", size=Size.HUGE)
        self._close.bind_key(self)
        self._close.clicked.connect(lambda: self.wanted.emit(self._total.amount_minor))
        self._back = Button("", Kind.SECONDARY, key="Esc")
        self._back.clicked.connect(self.given_up)
        for button in (self._close, self._back):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            card.inside.addWidget(button)
        for field in self._fields():
            field.installEventFilter(self)
        return card

    def _fields(self) -> Sequence[TextField]:
        return [*(field for _, field, _ in self._notes), self._sum]

    def _next(self, field: TextField) -> None:
        fields = self._fields()
        index = fields.index(field) + 1
        if index < len(self._notes):
            fields[index].setFocus()
        else:
            self._go_to_button()

    def _go_to_button(self) -> None:
        self._close.setFocus()

    def _notes_changed(self) -> None:
        if any(field.text() for _, field, _ in self._notes):
            self._sum.clear()
        self._show_total()

    def _sum_changed(self, text: str) -> None:
        if text:
            for _, field, _ in self._notes:
                field.clear()
        self._show_total()

    def _show_total(self) -> None:
        pieces = {note: int(field.text() or 0) for note, field, _ in self._notes}
        for note, _, subtotal in self._notes:
            subtotal.setText(money(note * pieces[note]) if pieces[note] else "")
        self._total.set_minor(counted(pieces) or self._sum.minor() or 0)


def _note_text(note_minor: int) -> str:
    return f"¥{format_minor(note_minor)}".removesuffix(".00")
