"""The X report, and the Z report with what was over or short."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.figures.till_day import TillDay
from app.domain.shift import ClosedShift, Shift
from app.ui.session import Session
from app.ui.shift.figures_view import FiguresView
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text


class ReportPanel(QWidget):
    """Figures under a headline. `print_wanted` prints the X report or the shift slip; the Z report prints by itself."""

    print_wanted = Signal()
    finished = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shift: Shift | None = None
        self._closed: ClosedShift | None = None
        self._build()
        self.retranslate()

    @property
    def is_result(self) -> bool:
        """Whether a closed shift is shown."""
        return self._closed is not None

    def show_report(self, shift: Shift, figures: TillDay) -> None:
        """The figures so far."""
        self._shift, self._closed = shift, None
        self._show(figures)

    def show_result(self, closed: ClosedShift, figures: TillDay) -> None:
        """The figures for good."""
        self._shift, self._closed = closed.shift, closed
        self._show(figures)

    def retranslate(self) -> None:
        """Every text again."""
        self._figures.retranslate()
        self._print.setText(self.tr("Print shift slip") if self._closed else self.tr("Print"))
        self._back.setText(self.tr("Done") if self._closed else self.tr("Back"))
        self._head()

    def _show(self, figures: TillDay) -> None:
        self._figures.show_figures(figures)
        self._figures.verticalScrollBar().setValue(0)
        self._print.set_kind(Kind.SECONDARY if self._closed else Kind.PRIMARY)
        self._back.set_key("Enter" if self._closed else "Esc")
        self._back.set_kind(Kind.PRIMARY if self._closed else Kind.SECONDARY)
        self.retranslate()
        (self._back if self._closed else self._print).setFocus()

    def _head(self) -> None:
        if self._shift is None:
            return
        number = self._shift.number
        self._difference.setVisible(self._closed is not None)
        if self._closed is None:
            self._icon.set_icon(Icon.GAUGE, Tone.ACCENT)
            self._title.setText(self.tr("X report of shift {number}").format(number=number))
            self._facts.setText(self.tr("The figures so far; nothing is closed."))
            return
        over = self._closed.over_short_minor
        self._icon.set_icon(Icon.CHECK if not over else Icon.WARN, Tone.ACCENT if not over else Tone.WARN)
        self._title.setText(self._verdict(over).format(number=number))
        self._facts.setText(
            self.tr("Counted {counted}, expected {expected}. The Z report is printing.").format(
                counted=money(self._closed.counted_minor), expected=money(self._closed.expected_minor)
            )
        )
        self._difference.set_minor(over)
        self._difference.set_tone(Tone.ACCENT if not over else Tone.BAD if over < 0 else Tone.WARN)

    def _verdict(self, over: int) -> str:
        if over == 0:
            return self.tr("Shift {number} is closed; the drawer is right")
        return (
            self.tr("Shift {number} is closed; cash over")
            if over > 0
            else self.tr("Shift {number} is closed; cash short")
        )

    def _build(self) -> None:
        page = column(self, spacing=Space.M)
        card = Card(margin=Space.L)
        head = row(spacing=Space.L)
        words = column(spacing=2)
        self._icon = IconLabel(Icon.GAUGE, 36, Tone.ACCENT)
        self._title, self._facts = Text("", Role.TITLE, wraps=True), Text("", Role.BODY, Tone.SOFT, wraps=True)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        self._difference = AmountLabel(TypeSize.HERO)
        self._difference.setMinimumWidth(200)
        head.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 3)
        head.addWidget(self._difference, 2)
        card.inside.addLayout(head)
        self._figures = FiguresView(self._session)
        self._figures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.addWidget(card)
        page.addWidget(self._figures, 1)
        page.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = row(spacing=Space.M)
        self._print = Button("", Kind.PRIMARY, icon=Icon.PRINTER, key="F10", size=Size.LARGE)
        self._print.bind_key(self)
        self._print.clicked.connect(self.print_wanted)
        self._back = Button("", key="Esc", size=Size.LARGE)
        self._back.clicked.connect(self.finished)
        for button in (self._back, self._print):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            foot.addWidget(button)
        return foot
