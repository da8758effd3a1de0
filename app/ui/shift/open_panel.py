"""No shift is open: the float goes in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import AmountField, Labelled
from app.ui.widgets.header import IconLabel
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text

USUAL_FLOATS = (0, 20_000, 30_000, 50_000)
_SIDE_BY_SIDE = 2


class OpenShiftPanel(QWidget):
    """Type the float, or choose a usual one (F1 to F4). `wanted(float)`: minor units, None where nothing was typed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.retranslate()

    def take_focus(self) -> None:
        """The keyboard types the float."""
        self._field.clear()
        self._field.setFocus()

    def retranslate(self) -> None:
        """Every text again."""
        self._title.setText(self.tr("Open a shift"))
        self._intro.setText(self.tr("Count what lies in the drawer now. It is where this shift's cash begins."))
        self._labelled.set_caption(self.tr("Float in the drawer"))
        self._open.setText(self.tr("Open shift"))

    def _build(self) -> None:
        frame = row(self)
        frame.addStretch(1)
        card = Card(margin=Space.XL, spacing=Space.L)
        card.setMaximumWidth(760)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        frame.addWidget(card, 6, Qt.AlignmentFlag.AlignVCenter)
        frame.addStretch(1)
        sides = row(spacing=Space.XL)
        sides.addLayout(self._words(), 1)
        self._pad = NumberPad(self._field)
        self._pad.setMinimumHeight(270)
        sides.addWidget(self._pad, 1)
        card.inside.addLayout(sides)
        self._open = Button("", Kind.PRIMARY, icon=Icon.SHIFT, key="Enter", size=Size.HUGE)
        self._open.clicked.connect(self._submit)
        card.inside.addWidget(self._open)

    def _words(self) -> QVBoxLayout:
        words = column(spacing=Space.M)
        self._title = Text("", Role.TITLE)
        self._intro = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self._field = AmountField(TypeSize.AMOUNT)
        self._field.setMinimumHeight(60)
        self._field.returnPressed.connect(self._submit)
        self._labelled = Labelled("", self._field)
        words.addWidget(IconLabel(Icon.CASH, 40, Tone.ACCENT))
        words.addWidget(self._title)
        words.addWidget(self._intro)
        words.addStretch(1)
        words.addWidget(self._labelled)
        usual = QGridLayout()
        usual.setSpacing(Space.S)
        for place, amount in enumerate(USUAL_FLOATS):
            usual.addWidget(self._usual(amount, f"F{place + 1}"), *divmod(place, _SIDE_BY_SIDE))
        words.addLayout(usual)
        return words

    def _usual(self, amount_minor: int, key: str) -> Button:
        button = Button(money(amount_minor).removesuffix(".00"), key=key)
        button.bind_key(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._put(amount_minor))
        return button

    def _put(self, amount_minor: int) -> None:
        self._field.set_minor(amount_minor)
        self._field.setFocus()

    def _submit(self) -> None:
        self.wanted.emit(self._field.minor())
