"""The refund is posted: what goes out to the customer, big, and the slip beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.programme.model import TenderType
from app.domain.receipt.page import Page
from app.domain.sale.facts import Refund, SaleTender
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, clear, column, row
from app.ui.widgets.slip_view import SlipPane
from app.ui.widgets.text import Role, Text


class RefundDonePanel(QWidget):
    """What to do with the money. `finished` once the cashier has done it."""

    finished = Signal()

    def __init__(self, session: Session, goes_to_provider: Callable[[str], bool]) -> None:
        super().__init__()
        self._session, self._goes_to_provider = session, goes_to_provider
        self._refund: Refund | None = None
        self._build()

    def show_refund(self, refund: Refund) -> None:
        """This refund."""
        self._refund = refund
        self._slip.set_page(None)
        self.retranslate()
        self._done.setFocus()

    def show_slip(self, page: Page) -> None:
        """The slip that is being printed."""
        self._slip.set_page(page)

    def retranslate(self) -> None:
        """Every text again."""
        self._done.setText(self.tr("Done"))
        self._hint.setText(self.tr("The slip is printing; have the customer sign it."))
        if self._refund is None:
            return
        cash = _cash(self._refund)
        self._title.setText(self.tr("Give the customer") if cash else self.tr("Refund recorded"))
        self._amount.set_minor(cash or self._refund.total_minor)
        clear(self._steps)
        for tender in self._refund.tenders:
            if tender.amount_minor:
                step = Text(self._step(tender), Role.STRONG, Tone.SOFT, wraps=True)
                step.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._steps.addWidget(step)

    def _build(self) -> None:
        sides = row(self, spacing=Space.L)
        card = Card(margin=Space.XL, spacing=Space.M)
        card.inside.addStretch(1)
        card.inside.addWidget(IconLabel(Icon.CHECK, 56, Tone.ACCENT), alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = Text("", Role.TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._amount = AmountLabel(TypeSize.GIANT, align=Qt.AlignmentFlag.AlignCenter)
        self._steps = column(spacing=Space.XS)
        self._steps.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._hint = Text("", Role.BODY, Tone.FAINT, wraps=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._done = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        self._done.clicked.connect(self.finished)
        for part in (self._title, self._amount):
            card.inside.addWidget(part)
        card.inside.addLayout(self._steps)
        card.inside.addWidget(self._hint)
        card.inside.addStretch(1)
        card.inside.addWidget(self._done)
        self._slip = SlipPane(column_px=6.4)
        sides.addWidget(card, 1)
        sides.addWidget(self._slip)

    def _step(self, tender: SaleTender) -> str:
        kind = self._session.programme.tender_kind(tender.kind)
        name = self._session.name(kind.names) if kind else tender.kind
        amount = money(tender.amount_minor)
        match tender.type:
            case TenderType.CASH:
                return self.tr("{name}: hand out {amount} from the drawer").format(name=name, amount=amount)
            case TenderType.STORED_VALUE:
                return self.tr("{name}: {amount} is back on the card").format(name=name, amount=amount)
            case TenderType.EXTERNAL if tender.reference and self._goes_to_provider(tender.kind):
                return self.tr("{name}: {amount} goes back by itself").format(name=name, amount=amount)
            case TenderType.EXTERNAL:
                words = self.tr("{name}: pay {amount} back on the terminal, reference {reference}")
                return words.format(name=name, amount=amount, reference=tender.reference or "–")


def _cash(refund: Refund) -> int:
    return sum(tender.amount_minor for tender in refund.tenders if tender.type is TenderType.CASH)
