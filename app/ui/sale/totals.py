"""The foot of the basket: what is saved, what would save more, the total, and the biggest button."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal

from app.domain.pricing import PricedBasket
from app.ui.sale.line_text import item_count
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import FittingParts, Role, Text

_PATIENCE_MS = 250


class Totals(Card):
    """Total and pay."""

    pay_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margin=Space.M, spacing=Space.S)
        self._priced: PricedBasket | None = None
        self._steps: tuple[str, ...] = ()
        self._withheld_words: tuple[str, ...] = ()
        self._build_step()
        self._build_sum()
        # Mostly the offers are there before anybody could read that they are worked out.
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self._saving.setText(self.tr("Working out the offers…")))
        self._retranslate()

    def show_totals(self, priced: PricedBasket, steps: Sequence[str], withheld: Sequence[str] = ()) -> None:
        """The figures of the basket; what would save more, and what is not given here and why."""
        self._priced, self._steps, self._withheld_words = priced, tuple(steps), tuple(withheld)
        self._step.set_parts(steps[:2])
        for part in (self._step, self._spark):
            part.setVisible(bool(steps))
        self._withheld.set_parts(withheld)
        for part in (self._withheld, self._info):
            part.setVisible(bool(withheld))
        self._total.set_minor(priced.total_minor)
        self._total.set_tone(Tone.FAINT if priced.basket.is_empty else Tone.PLAIN)
        self.pay.setEnabled(not priced.basket.is_empty)
        self._count.setText(self.tr("Items: {count}").format(count=item_count(priced)))
        saving = self.tr("Saved {amount}").format(amount=money(priced.saving_minor))
        if priced.is_complete:
            self._patience.stop()
            self._saving.setText(saving if priced.saving_minor > 0 else "")
        elif not self._patience.isActive():
            self._patience.start()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build_step(self) -> None:
        line = row(spacing=Space.S)
        self._spark = IconLabel(Icon.SPARK, 18, Tone.ACCENT)
        self._step = FittingParts(Role.BODY, Tone.ACCENT)
        line.addWidget(self._spark)
        line.addWidget(self._step, 1)
        self.inside.addLayout(line)
        held = row(spacing=Space.S)
        self._info = IconLabel(Icon.INFO, 18, Tone.FAINT)
        self._withheld = FittingParts(Role.CAPTION, Tone.SOFT)
        held.addWidget(self._info)
        held.addWidget(self._withheld, 1)
        self.inside.addLayout(held)

    def _build_sum(self) -> None:
        line = row(spacing=Space.L)
        words = column(spacing=2)
        self._caption = Text("", Role.STRONG)
        self._count = Text("", Role.BODY, Tone.SOFT)
        self._saving = Text("", Role.LABEL, Tone.ACCENT)
        for part in (self._caption, self._count, self._saving):
            words.addWidget(part)
        self._total = AmountLabel(TypeSize.HERO)
        self.pay = Button("", Kind.PRIMARY, key="F12", size=Size.HUGE)
        self.pay.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pay.setMinimumWidth(190)
        self.pay.setFixedHeight(88)
        self.pay.clicked.connect(self.pay_asked)
        line.addLayout(words)
        line.addWidget(self._total, 1)
        line.addWidget(self.pay)
        self.inside.addLayout(line)

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("Total"))
        self.pay.setText(self.tr("Pay"))
        if self._priced:
            self.show_totals(self._priced, self._steps, self._withheld_words)
