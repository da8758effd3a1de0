"""A shift is open: what it is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.shift import Shift
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text


class ShiftDeskPanel(QWidget):
    """The open shift with its actions, each with a key."""

    cash_in_wanted = Signal()
    cash_out_wanted = Signal()
    drawer_wanted = Signal()
    report_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shift: Shift | None = None
        self._opened_by = ""
        # The keys work while the focus is in here, so the panel itself can have it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page = column(self, spacing=Space.L)
        self._build_facts(page)
        self._build_actions(page)
        page.addStretch(1)
        self._build_close(page)
        self.retranslate()

    def show_shift(self, shift: Shift, opened_by: str) -> None:
        """This shift, opened by this person."""
        self._shift, self._opened_by = shift, opened_by
        self.retranslate()

    def retranslate(self) -> None:
        """Every text again."""
        for button, text in (
            (self._cash_in, self.tr("Cash in")),
            (self._cash_out, self.tr("Cash out")),
            (self._drawer, self.tr("Open drawer")),
            (self._report, self.tr("X report")),
            (self._close, self.tr("Count and close")),
        ):
            button.setText(text)
        self._close_hint.setText(self.tr("The count is blind: the till says what should be there only afterwards."))
        if self._shift is None:
            return
        self._title.setText(self.tr("Shift {number}").format(number=self._shift.number))
        is_today = self._shift.business_date == self._session.day()
        self._badge.show_word(
            self.tr("Open") if is_today else self.tr("Opened on another day: close it"),
            Tone.ACCENT if is_today else Tone.WARN,
            Icon.CHECK if is_today else Icon.WARN,
        )
        facts = (
            (self.tr("Business date"), self._shift.business_date),
            (self.tr("Opened"), self._session.time_of(self._shift.opened_at)[:16]),
            (self.tr("By"), self._opened_by or self._shift.opened_by),
            (self.tr("Float"), money(self._shift.float_minor)),
        )
        for (caption, figure), (words, value) in zip(self._facts, facts, strict=True):
            caption.setText(words)
            figure.setText(value)

    def _build_facts(self, page: QVBoxLayout) -> None:
        card = Card(margin=Space.XL, spacing=Space.L)
        head = row(spacing=Space.M)
        self._title, self._badge = Text("", Role.TITLE), Badge("", Tone.ACCENT, Icon.CHECK)
        head.addWidget(self._title)
        head.addWidget(self._badge)
        head.addStretch(1)
        card.inside.addLayout(head)
        facts = row(spacing=Space.XL)
        self._facts: list[tuple[Text, Text]] = []
        for _ in range(4):
            pair = column(spacing=2)
            caption, figure = Text("", Role.CAPTION, Tone.SOFT), Text("", Role.STRONG)
            pair.addWidget(caption)
            pair.addWidget(figure)
            facts.addLayout(pair, 1)
            self._facts.append((caption, figure))
        card.inside.addLayout(facts)
        page.addWidget(card)

    def _build_actions(self, page: QVBoxLayout) -> None:
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        self._cash_in = self._action(Icon.DOWN, "F2", self.cash_in_wanted)
        self._cash_out = self._action(Icon.UP, "F3", self.cash_out_wanted)
        self._drawer = self._action(Icon.INBOX, "F4", self.drawer_wanted)
        self._report = self._action(Icon.GAUGE, "F5", self.report_wanted)
        for index, button in enumerate((self._cash_in, self._cash_out, self._drawer, self._report)):
            grid.addWidget(button, index // 2, index % 2)
        page.addLayout(grid)

    def _build_close(self, page: QVBoxLayout) -> None:
        self._close_hint = Text("", Role.BODY, Tone.SOFT, wraps=True)
        self._close_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._close = self._action(Icon.SHIFT, "F12", self.close_wanted)
        self._close.set_kind(Kind.PRIMARY)
        page.addWidget(self._close_hint)
        page.addWidget(self._close)

    def _action(self, icon: Icon, key: str, wanted: SignalInstance) -> Button:
        button = Button("", icon=icon, key=key, size=Size.HUGE)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.bind_key(self)
        button.clicked.connect(wanted)
        return button
