"""The figures of an X or Z report on the screen, in cards of aligned rows."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from app.domain.figures.till_day import TillDay
from app.domain.figures.value_day import ValueDay
from app.ui.session import Session
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import Role, Text

Line = tuple[str, str, bool]


class FiguresView(QScrollArea):
    """Sales and tenders on the left, tax and drawer on the right."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: TillDay | None = None
        self._build()

    def show_figures(self, figures: TillDay) -> None:
        """These figures."""
        self._shown = figures
        clear(self._left)
        clear(self._right)
        self._left.addWidget(_card(self.tr("Sales"), self._sales(figures)))
        self._left.addWidget(_card(self.tr("Tenders"), self._tenders(figures)))
        if not figures.value.is_empty:
            self._left.addWidget(_card(self.tr("Stored value"), self._value(figures.value)))
        self._right.addWidget(_card(self.tr("Drawer"), self._drawer(figures)))
        self._right.addWidget(_card(self.tr("Tax inside"), _taxes(figures)))
        for side in (self._left, self._right):
            side.addStretch(1)

    def retranslate(self) -> None:
        """Every text again."""
        if self._shown:
            self.show_figures(self._shown)

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        sides = row(inside, spacing=Space.M)
        sides.setContentsMargins(0, 0, Space.XS, 0)
        self._left, self._right = column(spacing=Space.M), column(spacing=Space.M)
        sides.addLayout(self._left, 1)
        sides.addLayout(self._right, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)

    def _sales(self, figures: TillDay) -> Sequence[Line]:
        receipts = f"{figures.first_receipt} – {figures.last_receipt}" if figures.last_receipt else "–"
        return (
            (self.tr("Sales ({count})").format(count=figures.sale_count), money(figures.sales_minor), False),
            (self.tr("Refunds ({count})").format(count=figures.refund_count), money(-figures.refunds_minor), False),
            (self.tr("Net"), money(figures.net_minor), True),
            (self.tr("Savings given"), money(figures.saving_minor), False),
            (self.tr("Receipt numbers"), receipts, False),
            (self.tr("Grand total of this till"), money(figures.perpetual_minor), False),
        )

    def _tenders(self, figures: TillDay) -> Sequence[Line]:
        lines: list[Line] = []
        for kind_id, amount in figures.tenders.items():
            kind = self._session.programme.tender_kind(kind_id)
            lines.append((self._session.name(kind.names) if kind else kind_id, money(amount), False))
        return lines or ((self.tr("Nothing yet"), "–", False),)

    def _value(self, value: ValueDay) -> Sequence[Line]:
        lines: list[Line] = [
            (self.tr("Top-ups ({count})").format(count=value.top_up_count), money(value.topped_up_minor), False),
            (self.tr("Paid out ({count})").format(count=value.refund_count), money(-value.refunded_minor), False),
            (self.tr("Transfers ({count})").format(count=value.transfer_count), money(value.transferred_minor), False),
            (self.tr("Services ({count})").format(count=value.service_count), money(value.services_minor), False),
        ]
        for kind_id, amount in value.tenders.items():
            kind = self._session.programme.tender_kind(kind_id)
            lines.append((self._session.name(kind.names) if kind else kind_id, money(amount), False))
        return lines

    def _drawer(self, figures: TillDay) -> Sequence[Line]:
        return (
            (self.tr("Float"), money(figures.float_minor), False),
            (self.tr("Cash taken"), money(figures.cash_sales_minor), False),
            *_if_any(self.tr("Cash for stored value"), figures.value.cash_minor),
            (self.tr("Paid in"), money(figures.paid_in_minor), False),
            (self.tr("Paid out"), money(-figures.paid_out_minor), False),
            (self.tr("Should be in the drawer"), money(figures.expected_cash_minor), True),
            (self.tr("Opened without a sale"), str(figures.drawer_openings), False),
        )


def _if_any(caption: str, amount_minor: int) -> Sequence[Line]:
    return ((caption, money(amount_minor), False),) if amount_minor else ()


def _taxes(figures: TillDay) -> Sequence[Line]:
    lines = [
        (f"{_rate(rate)}%  ({money(gross)})", money(tax), False) for rate, (gross, tax) in sorted(figures.taxes.items())
    ]
    return lines or (("–", "–", False),)


def _rate(basis_points: int) -> str:
    return f"{basis_points // 100}.{basis_points % 100:02d}".rstrip("0").rstrip(".")


def _card(title: str, lines: Sequence[Line]) -> Card:
    card = Card(margin=Space.L, spacing=Space.S)
    card.inside.addWidget(Text(title, Role.LABEL))
    card.inside.addWidget(rule())
    for caption, figure, is_strong in lines:
        line = row(spacing=Space.M)
        line.addWidget(Text(caption, Role.LABEL if is_strong else Role.BODY, Tone.PLAIN if is_strong else Tone.SOFT))
        value = Text(figure, Role.STRONG if is_strong else Role.BODY)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.addWidget(value)
        card.inside.addLayout(line)
    return card
