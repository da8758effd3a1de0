"""The sale is a fact: the change, huge, and the way to the next customer."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.programme.model import Tier
from app.domain.sale.facts import Sale
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text


class DonePage(QWidget):
    """Change, receipt number, next customer."""

    next_asked = Signal()
    reprint_asked = Signal()
    gift_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sale: Sale | None = None
        self._reached: Tier | None = None
        self._build()
        self._retranslate()

    def show_sale(self, sale: Sale, reached: Tier | None) -> None:
        """The sale just posted, and the tier to which it lifts the member."""
        self._sale, self._reached = sale, reached
        self._note.setText("")
        self._retranslate()

    def set_note(self, words: str, tone: Tone) -> None:
        """How the receipt is doing."""
        self._note.setText(words)
        self._note.set_tone(tone)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        outside = column(self)
        card = Card(margin=Space.XXL, spacing=Space.M)
        card.setMaximumWidth(840)
        self._title = Text("", Role.TITLE, Tone.ACCENT)
        self._caption = Text("", Role.STRONG, Tone.SOFT)
        self._change = AmountLabel(TypeSize.GIANT, align=Qt.AlignmentFlag.AlignCenter)
        self._sum = Text("", Role.STRONG, Tone.SOFT)
        self._receipt = Text("", Role.BODY, Tone.SOFT)
        self._risen = Text("", Role.LABEL, Tone.ACCENT, wraps=True)
        self._note = Text("", Role.LABEL, Tone.SOFT, wraps=True)
        middle = Qt.AlignmentFlag.AlignHCenter
        card.inside.addWidget(IconLabel(Icon.CHECK, 48, Tone.ACCENT), alignment=middle)
        card.inside.addWidget(self._title, alignment=middle)
        card.inside.addSpacing(Space.S)
        card.inside.addWidget(self._caption, alignment=middle)
        card.inside.addWidget(self._change)
        for part in (self._sum, self._receipt):
            card.inside.addWidget(part, alignment=middle)
        for words in (self._risen, self._note):
            words.setAlignment(middle)
            card.inside.addWidget(words)
        card.inside.addSpacing(Space.M)
        card.inside.addLayout(self._build_keys())
        line = row()
        line.addStretch(1)
        line.addWidget(card, 20)
        line.addStretch(1)
        outside.addStretch(1)
        outside.addLayout(line)
        outside.addStretch(1)

    def _build_keys(self) -> QBoxLayout:
        keys = row(spacing=Space.M)
        self._again = Button("", Kind.SECONDARY, icon=Icon.PRINTER, key="F5", size=Size.HUGE)
        self._gift = Button("", Kind.SECONDARY, icon=Icon.SPARK, key="F6", size=Size.HUGE)
        self._next = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        for button in (self._again, self._gift, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._again.clicked.connect(self.reprint_asked)
        self._gift.clicked.connect(self.gift_asked)
        self._next.clicked.connect(self.next_asked)
        keys.addWidget(self._again, 2)
        keys.addWidget(self._gift, 2)
        keys.addWidget(self._next, 3)
        return keys

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Paid"))
        self._again.setText(self.tr("Print again"))
        self._gift.setText(self.tr("Gift receipt"))
        self._next.setText(self.tr("Next customer"))
        sale = self._sale
        if sale is None:
            return
        paid = sum(tender.given_minor for tender in sale.tenders)
        self._caption.setText(self.tr("Change") if sale.change_minor else self.tr("No change"))
        self._change.set_minor(sale.change_minor)
        self._change.set_tone(Tone.PLAIN if sale.change_minor else Tone.FAINT)
        words = self.tr("Due {due} · paid {paid}")
        self._sum.setText(words.format(due=money(sale.total_minor), paid=money(paid)))
        receipt = self.tr("Receipt {number}").format(number=sale.origin.receipt_number)
        points = self.tr("{points} points earned").format(points=f"{sale.points:,}")
        self._receipt.setText(f"{receipt} · {points}" if sale.points else receipt)
        self._risen.setText(self._risen_words())
        self._risen.setVisible(bool(self._risen.text()))

    def _risen_words(self) -> str:
        """What the new tier means for this purchase: the price stays, points may be by it already."""
        if self._reached is None:
            return ""
        tier = self._session.name(self._reached.names)
        if self._session.programme.policies.current_sale_counts_for_tier:
            words = self.tr("This purchase lifts to {tier}: points by it already, prices from the next one on.")
        else:
            words = self.tr("This purchase lifts to {tier}: it counts from the next one on.")
        return words.format(tier=tier)
