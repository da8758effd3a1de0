"""The card holds it: the change or what it holds now, big, what came onto it, and the slip beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import BONUS, POINTS
from app.domain.receipt.page import Page
from app.domain.value.facts import TopUp
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, row
from app.ui.widgets.slip_view import SlipPane
from app.ui.widgets.text import Role, Text


class TopUpDonePanel(QWidget):
    """`finished` once the cashier goes on, `reprint_asked` for one more slip."""

    finished = Signal()
    reprint_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._top_up: TopUp | None = None
        self._on_card_minor = 0
        self._build()

    def show_top_up(self, top_up: TopUp, on_card_minor: int) -> None:
        """This one, and what the card holds with it."""
        self._top_up, self._on_card_minor = top_up, on_card_minor
        self._slip.set_page(None)
        self.retranslate()

    def show_slip(self, page: Page) -> None:
        """The slip that is being printed."""
        self._slip.set_page(page)

    def retranslate(self) -> None:
        """Every text again."""
        self._done.setText(self.tr("Done"))
        self._again.setText(self.tr("Print again"))
        self._hint.setText(self.tr("The slip is printing; its code proves the top-up. The customer should keep it."))
        top_up = self._top_up
        if top_up is None:
            return
        self._title.setText(self.tr("Topped up {amount}").format(amount=money(top_up.amount_minor)))
        # Money to hand out comes first; without any, what the customer wants to know.
        gives_change = top_up.change_minor > 0
        self._caption.setText(self.tr("Change") if gives_change else self.tr("On the card now"))
        self._figure.set_minor(top_up.change_minor if gives_change else self._on_card_minor)
        bonus = sum(part.amount for part in top_up.credits if part.unit == BONUS)
        points = sum(part.amount for part in top_up.credits if part.unit == POINTS)
        gains = [self.tr("{amount} bonus").format(amount=money(bonus))] if bonus else []
        gains += [self.tr("{points} points").format(points=f"{points:,}")] if points else []
        self._gains.setText(" + ".join(gains))
        self._gains.setVisible(bool(gains))

    def _build(self) -> None:
        sides = row(self, spacing=Space.L)
        card = Card(margin=Space.XL, spacing=Space.M)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("", Role.TITLE, Tone.ACCENT)
        self._gains = Text("", Role.STRONG, Tone.SOFT)
        self._caption = Text("", Role.STRONG, Tone.SOFT)
        self._figure = AmountLabel(TypeSize.GIANT, align=Qt.AlignmentFlag.AlignCenter)
        self._hint = Text("", Role.BODY, Tone.FAINT, wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.inside.addStretch(1)
        card.inside.addWidget(IconLabel(Icon.CHECK, 56, Tone.ACCENT), alignment=middle)
        for part in (self._title, self._gains, self._caption):
            card.inside.addWidget(part, alignment=middle)
        card.inside.addWidget(self._figure)
        card.inside.addWidget(self._hint)
        card.inside.addStretch(1)
        keys = row(spacing=Space.M)
        self._again = Button("", Kind.SECONDARY, icon=Icon.PRINTER, key="F5", size=Size.HUGE)
        self._done = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        for button in (self._again, self._done):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._again.clicked.connect(self.reprint_asked)
        self._done.clicked.connect(self.finished)
        keys.addWidget(self._again, 2)
        keys.addWidget(self._done, 3)
        card.inside.addLayout(keys)
        self._slip = SlipPane(column_px=6.4)
        sides.addWidget(card, 1)
        sides.addWidget(self._slip)
