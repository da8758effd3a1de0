"""What the pages of the settings have in common: titled cards in a column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.settings import ShopSettings
from app.ui.settings.number_keys import NumberKeys
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.panel import Card, column
from app.ui.widgets.text import Role, Text


class SettingsPage(QScrollArea):
    """One page. It shows settings, and puts what a person changed into others."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        self._column = column(inside, spacing=Space.M)
        self._column.setContentsMargins(0, 0, Space.S, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        NumberKeys(self, inside)

    def show_settings(self, settings: ShopSettings) -> None:
        """Put these into the fields."""

    def changed(self, settings: ShopSettings) -> ShopSettings:
        """`settings` with what stands in the fields."""
        return settings

    def retranslate(self) -> None:
        """Every text again."""

    def add_card(self) -> "TitledCard":
        """One more card."""
        card = TitledCard()
        self.put_card(card)
        return card

    def put_card(self, card: "TitledCard") -> None:
        """One more card of one's own."""
        self._column.addWidget(card)

    def close_column(self) -> None:
        """No more cards: push them to the top."""
        self._column.addStretch(1)


class TitledCard(Card):
    """A card with a title, a sentence below it, and a column of fields."""

    def __init__(self) -> None:
        super().__init__(margin=Space.XL, spacing=Space.M)
        self._title, self._hint = Text("", Role.STRONG), Text("", Role.BODY, Tone.SOFT, wraps=True)
        self.fields: QVBoxLayout = column(spacing=Space.M)
        self.inside.addWidget(self._title)
        self.inside.addWidget(self._hint)
        self.inside.addLayout(self.fields)

    def set_words(self, title: str, hint: str = "") -> None:
        """Title and sentence."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


def numbers_box(numbers: tuple[int, ...]) -> QComboBox:
    """A box of numbers to choose from."""
    box = QComboBox()
    for number in numbers:
        box.addItem(str(number), number)
    return box


def choose_number(box: QComboBox, number: int) -> None:
    """Choose `number`, adding it where the box does not have it."""
    if box.findData(number) < 0:
        box.addItem(str(number), number)
    box.setCurrentIndex(box.findData(number))
