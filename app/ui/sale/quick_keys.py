"""Quick keys: what sells most, one touch away; the first ten by Alt and a figure."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
    QTextOption,
)
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from app.domain.catalogue import Measure, Product
from app.ui.theme.fonts import text_font
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Radius, Space, Tone, TypeSize, current, ink_of
from app.ui.widgets.amount import money
from app.ui.widgets.button import cap_width, draw_cap
from app.ui.widgets.header import EmptyState
from app.ui.widgets.painted_key import PaintedKey
from app.ui.widgets.panel import clear, column, row
from app.ui.widgets.text import Role, Text

_HEIGHT = 84
_WIDTH = 108
_PITCH = _HEIGHT + Space.S
_FIGURES = "1234567890"


class QuickKey(PaintedKey):
    """One product: its name on two lines, its price, its key."""

    def __init__(self, product: Product, key: str) -> None:
        super().__init__()
        self.product = product
        self._key = key
        self.setText(product.name)
        self.setAccessibleName(product.name)
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        """A generous target."""
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, price, key cap."""
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown()
        ground = colours.accent_soft if pressed else colours.sunken if self.underMouse() else colours.surface
        painter.setPen(QPen(QColor(colours.accent if pressed else colours.line), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius.MEDIUM, Radius.MEDIUM)
        inside = self.rect().adjusted(10, 8, -10, -8)
        painter.setPen(ink_of(Tone.PLAIN))
        painter.setFont(text_font(14, bold=True))
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), 42), self.product.name, _wrapping())
        painter.setPen(ink_of(Tone.SOFT))
        painter.setFont(text_font(TypeSize.CAPTION))
        painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self._price())
        if self._key:
            draw_cap(
                painter, self._key, inside.right() - cap_width(self._key) + 4, inside.bottom() - 18, ink_of(Tone.FAINT)
            )

    def _price(self) -> str:
        price = money(self.product.price_minor)
        return f"{price}/kg" if self.product.measure is Measure.KILOGRAM else price


def _wrapping() -> QTextOption:
    words = QTextOption()
    words.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return words


class QuickKeys(QWidget):
    """The grid of quick keys; it scrolls when there are more than fit."""

    chosen = Signal(object)

    def __init__(self, shortcuts_within: QWidget) -> None:
        super().__init__()
        self._keys: list[QuickKey] = []
        self._has_goods = True
        self._build()
        self._bind(shortcuts_within)
        self._retranslate()

    def show_has_goods(self, *, has_goods: bool) -> None:
        """Whether there is a catalogue at all."""
        self._has_goods = has_goods
        self._retranslate()

    def show_products(self, products: Sequence[Product]) -> None:
        """Put these on the keys."""
        clear(self._grid)
        self._keys = []
        for index, product in enumerate(products):
            key = QuickKey(product, _FIGURES[index] if index < len(_FIGURES) else "")
            key.clicked.connect(lambda _=False, each=product: self.chosen.emit(each))
            self._keys.append(key)
        self._empty.setVisible(not products)
        self._area.setVisible(bool(products))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit, and whole rows."""
        super().resizeEvent(event)
        rows = max(1, (self.height() - self._area.y() + Space.S) // _PITCH)
        self._area.setMaximumHeight(rows * _PITCH - Space.S)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        outside = column(self, spacing=Space.S)
        head = row(spacing=Space.S)
        self._title = Text("", Role.LABEL, Tone.SOFT)
        self._hint = Text("", Role.CAPTION, Tone.FAINT)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("scrolled", "true")
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self._area.setWidget(page)
        self._area.verticalScrollBar().setSingleStep(_PITCH)
        self._empty = EmptyState(Icon.BASKET)
        outside.addLayout(head)
        outside.addWidget(self._area, 1)
        outside.addWidget(self._empty, 1)
        outside.addStretch(0)

    def _bind(self, within: QWidget) -> None:
        for index, figure in enumerate(_FIGURES):
            shortcut = QShortcut(QKeySequence(f"Alt+{figure}"), within)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda place=index: self._press(place))

    def _press(self, index: int) -> None:
        if index < len(self._keys):
            self._keys[index].click()

    def _lay_out(self) -> None:
        columns = max(2, (self._area.width() - Space.M) // (_WIDTH + Space.S))
        if self._keys and self._grid.itemAtPosition(0, 0) and self._grid.property("columns") == columns:
            return
        self._grid.setProperty("columns", columns)
        while self._grid.takeAt(0):
            pass
        for index in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        for index, key in enumerate(self._keys):
            self._grid.addWidget(key, index // columns, index % columns)
        self._grid.setRowStretch(len(self._keys) // columns + 1, 1)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Quick keys"))
        self._hint.setText(self.tr("Alt + digit"))
        hint = self.tr("Head office puts products here.") if self._has_goods else self.tr("They come with the goods.")
        self._empty.set_words(self.tr("No quick keys"), hint)
