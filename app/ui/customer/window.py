"""The customer's window: goods and reasons on one side, the sum, the saving and a code to pay on the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ui.customer.basket_picture import BasketPicture
from app.ui.customer.idle_page import IdlePage
from app.ui.customer.state import CustomerState, Phase
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.badge import Badge
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.qr_picture import QrPicture
from app.ui.widgets.text import ElidedText, Role, Text

_QR_SIDE = 230
_LEFT = Qt.AlignmentFlag.AlignLeft


class CustomerWindow(QWidget):
    """Shows and never asks: it takes no focus and no key, whatever screen it is on."""

    def __init__(self, *, framed: bool) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags if framed else flags | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._state, self._shop_name = CustomerState(), ""
        self._build()
        self._retranslate()

    def show_state(self, state: CustomerState) -> None:
        """What this customer sees now."""
        self._state = state
        is_idle = state.phase is Phase.IDLE
        self._pages.setCurrentWidget(self._idle if is_idle else self._counter)
        self._idle.rest(rests=not is_idle or not self.isVisible())
        self._basket.show_lines(state.lines)
        self._greeting.setText(self._greeting_words(state))
        self._greeting.setVisible(bool(state.member) or state.phase is Phase.PAID)
        self._tier.show_word(state.tier if state.member else "", colour=state.tier_colour)
        self._total.set_minor(state.total_minor)
        self._saving.setText(self.tr("You save {amount}").format(amount=money(state.saving_minor)))
        self._saving.setVisible(state.saving_minor > 0)
        self._show_rest(state)
        self._qr.set_code(state.code)
        self._qr_caption.setVisible(bool(state.code))
        self._qr_caption.setText(self.tr("Scan to pay {amount}").format(amount=money(state.code_minor)))

    def show_shop(self, name: str, pictures: Sequence[bytes] | None = None) -> None:
        """The shop's name and, where they were looked for, its pictures."""
        self._shop_name = name
        if pictures is not None:
            self._idle.show_pictures(pictures)
        self._retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A customer's hand does not close it; the till does."""
        if event.spontaneous():
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where it is wide, one below the other where it stands upright."""
        is_wide = self.width() >= self.height()
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._sides.setStretch(0, 3)
        self._sides.setStretch(1, 2 if is_wide else 0)
        super().resizeEvent(event)

    def _build(self) -> None:
        self._pages = QStackedLayout(self)
        self._idle, self._counter = IdlePage(), QWidget()
        self._pages.addWidget(self._idle)
        self._pages.addWidget(self._counter)
        self._sides = row(self._counter, margin=Space.L, spacing=Space.L)
        goods, sums = Card(margin=Space.XL), Card(margin=Space.XL, spacing=Space.S)
        self._basket = BasketPicture()
        goods.inside.addWidget(self._basket, 1)
        self._sides.addWidget(goods, 3)
        self._sides.addWidget(sums, 2)
        self._build_sums(sums.inside)

    def _build_sums(self, inside: QVBoxLayout) -> None:
        self._greeting = ElidedText("", Role.TITLE, Tone.ACCENT)
        self._tier = Badge("", Tone.ACCENT)
        head = row(spacing=Space.S)
        head.addWidget(self._greeting, 1)
        head.addWidget(self._tier)
        self._total_caption = Text("", Role.STRONG, Tone.SOFT)
        self._total = AmountLabel(TypeSize.GIANT - 18, align=_LEFT)
        self._saving = Text("", Role.TITLE, Tone.ACCENT)
        self._rest_caption = Text("", Role.STRONG, Tone.SOFT)
        self._rest = AmountLabel(TypeSize.HERO, align=_LEFT)
        self._qr_caption = Text("", Role.TITLE, wraps=True)
        self._qr_caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._qr = QrPicture(_QR_SIDE)
        inside.addLayout(head)
        inside.addSpacing(Space.M)
        for part in (self._total_caption, self._total, self._saving):
            inside.addWidget(part)
        inside.addSpacing(Space.M)
        for part in (self._rest_caption, self._rest):
            inside.addWidget(part)
        inside.addStretch(1)
        code = column(spacing=Space.M)
        code.addWidget(self._qr_caption)
        code.addWidget(self._qr)
        inside.addLayout(code)

    def _show_rest(self, state: CustomerState) -> None:
        is_change = state.change_minor > 0
        in_sight = is_change or (state.paid_minor > 0 and state.remaining_minor > 0)
        self._rest_caption.setText(self.tr("Change") if is_change else self.tr("Still to pay"))
        self._rest.set_minor(state.change_minor if is_change else state.remaining_minor)
        self._rest.set_tone(Tone.ACCENT if is_change else Tone.PLAIN)
        for part in (self._rest_caption, self._rest):
            part.setVisible(in_sight)

    def _greeting_words(self, state: CustomerState) -> str:
        if state.phase is Phase.PAID:
            return self.tr("Thank you, see you again!")
        return self.tr("Welcome, {name}").format(name=state.member) if state.member else ""

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("For the customer"))
        self._total_caption.setText(self.tr("Total"))
        self._idle.show_words(self._shop_name, self.tr("Welcome"))
        self.show_state(self._state)
