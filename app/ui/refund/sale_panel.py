"""One sold receipt: its lines, what comes back, and how the money goes out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.programme.model import TenderType
from app.domain.sale.facts import Refund, SaleTender
from app.domain.sale.refund import Refundable
from app.ui.refund.line_table import RefundLineTable
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text


class RefundSalePanel(QWidget):
    """Pick lines here. `stepped`, `toggled`, `all_wanted`, `none_wanted` and `refund_wanted` say what was asked."""

    stepped = Signal(int, int)
    toggled = Signal(int)
    all_wanted = Signal()
    none_wanted = Signal()
    refund_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left: Refundable | None = None
        page = column(self, spacing=Space.M)
        self._card = Card(margin=Space.L, spacing=Space.M)
        page.addWidget(self._card, 1)
        self._build_head()
        self._build_lines()
        self._build_steppers()
        self._build_sum()
        self.retranslate()

    def show_sale(self, left: Refundable) -> None:
        """This receipt."""
        self._left = left
        self._lines.selectRow(0)
        origin = left.sale.origin
        self._number.setText(origin.receipt_number)
        facts = [self._session.time_of(origin.at)[:16]]
        if left.member_name:
            facts.append(left.member_name)
        facts.append(self.tr("paid {amount}").format(amount=money(left.sale.total_minor)))
        self._facts.setText("  ·  ".join(facts))
        gone = left.sale.total_minor - left.total_minor
        self._gone.show_word(self.tr("{amount} refunded before").format(amount=money(gone)) if gone else "")

    def show_picked(self, quantities: dict[int, int], preview: Refund | None) -> None:
        """What comes back, and what it pays."""
        if self._left is None:
            return
        self._lines.show_sale(self._left, quantities, preview)
        self._total.set_minor(preview.total_minor if preview else 0)
        self._refund.setEnabled(preview is not None)
        clear(self._ways)
        if preview is None:
            self._ways.addWidget(Text(self.tr("Choose what comes back."), tone=Tone.FAINT))
            return
        for tender in preview.tenders:
            if tender.amount_minor:
                self._ways.addWidget(Text(self._way(tender), Role.BODY, Tone.SOFT))
        if preview.kept_minor:
            words = self.tr("Kept for {points} points used already: {amount}")
            kept = words.format(points=preview.kept_points, amount=money(preview.kept_minor))
            self._ways.addWidget(Text(kept, Role.BODY, Tone.SOFT, wraps=True))
        if gone := preview.points - preview.kept_points:
            words = self.tr("Points taken back: {points}").format(points=gone)
            self._ways.addWidget(Text(words, Role.BODY, Tone.WARN))

    def take_focus(self) -> None:
        """The keyboard picks lines."""
        self._lines.setFocus()

    def retranslate(self) -> None:
        """Every text again."""
        self._lines.retranslate()
        self._all.setText(self.tr("All"))
        self._none.setText(self.tr("None"))
        self._caption.setText(self.tr("Pay back"))
        self._refund.setText(self.tr("Refund"))
        self._less.setAccessibleName(self.tr("One less"))
        self._more.setAccessibleName(self.tr("One more"))

    def _build_head(self) -> None:
        line = row(spacing=Space.M)
        words = column(spacing=2)
        self._number = Text("", Role.TITLE)
        self._facts = ElidedText("", Role.BODY, Tone.SOFT)
        words.addWidget(self._number)
        words.addWidget(self._facts)
        self._gone = Badge("", Tone.WARN, Icon.REFUND)
        line.addLayout(words, 1)
        line.addWidget(self._gone, alignment=Qt.AlignmentFlag.AlignTop)
        self._card.inside.addLayout(line)

    def _build_lines(self) -> None:
        self._lines = RefundLineTable()
        self._lines.stepped.connect(self.stepped)
        self._lines.toggled.connect(self.toggled)
        self._card.inside.addWidget(self._lines, 1)

    def _build_steppers(self) -> None:
        line = row(spacing=Space.S)
        self._less, self._more = Button("−", key="-"), Button("+", key="+")
        self._all, self._none = Button("", key="F3"), Button("", key="F4")
        self._less.clicked.connect(lambda: self._lines.step_selected(-1))
        self._more.clicked.connect(lambda: self._lines.step_selected(1))
        self._all.clicked.connect(self.all_wanted)
        self._none.clicked.connect(self.none_wanted)
        for button in (self._less, self._more):
            button.setMinimumWidth(96)
            line.addWidget(button)
        line.addStretch(1)
        for button in (self._all, self._none):
            button.bind_key(self)
            line.addWidget(button)
        for button in (self._less, self._more, self._all, self._none):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._card.inside.addLayout(line)

    def _build_sum(self) -> None:
        self._card.inside.addWidget(rule())
        line = row(spacing=Space.L)
        sums = column(spacing=0)
        self._caption = Text("", Role.CAPTION, Tone.SOFT)
        self._total = AmountLabel(TypeSize.HERO, align=Qt.AlignmentFlag.AlignLeft)
        sums.addWidget(self._caption)
        sums.addWidget(self._total)
        ways = QWidget()
        self._ways = column(ways, spacing=2)
        self._refund = Button("", Kind.PRIMARY, icon=Icon.REFUND, key="F12", size=Size.HUGE)
        self._refund.setMinimumWidth(200)
        self._refund.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refund.clicked.connect(self.refund_wanted)
        self._refund.bind_key(self)
        line.addLayout(sums, 3)
        line.addWidget(ways, 3)
        line.addWidget(self._refund, 2)
        self._card.inside.addLayout(line)

    def _way(self, tender: SaleTender) -> str:
        kind = self._session.programme.tender_kind(tender.kind)
        name = self._session.name(kind.names) if kind else tender.kind
        reference = f" …{tender.reference[-4:]}" if tender.type is TenderType.EXTERNAL and tender.reference else ""
        return f"{name}{reference}  {money(tender.amount_minor)}"
