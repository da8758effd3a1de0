"""The member panel: who stands here, what they may spend, and what is worth a word."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QStackedLayout, QWidget

from app.ui.sale.member_summary import MemberSummary
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text

_HEIGHT = 276
_TIER_TONES = (Tone.PLAIN, Tone.WARN, Tone.ACCENT)


class MemberPanel(Card):
    """One card of a fixed height, so that nothing below it moves when a member comes."""

    find_asked = Signal()
    drop_asked = Signal()
    top_up_asked = Signal()

    def __init__(self) -> None:
        super().__init__(margin=0, spacing=0)
        self._summary: MemberSummary | None = None
        self._pages = QStackedLayout()
        self.inside.addLayout(self._pages)
        self._build_empty()
        self._build_member()
        self.setFixedHeight(_HEIGHT)
        self._retranslate()

    def show_member(self, summary: MemberSummary | None) -> None:
        """This member, or nobody."""
        if summary is not None and summary == self._summary:
            return
        self._summary = summary
        self._pages.setCurrentIndex(0 if summary is None else 1)
        if summary is not None:
            self._show(summary)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build_empty(self) -> None:
        page = QWidget()
        inside = column(page, margin=Space.L, spacing=Space.S)
        self._prompt = Text("", Role.STRONG)
        self._prompt_hint = Text("", Role.BODY, Tone.SOFT, wraps=True)
        for text in (self._prompt, self._prompt_hint):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._find = Button("", Kind.SECONDARY, icon=Icon.SEARCH, key="F2")
        self._find.clicked.connect(self.find_asked)
        inside.addStretch(1)
        inside.addWidget(IconLabel(Icon.MEMBER, 36, Tone.FAINT), alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self._prompt)
        inside.addWidget(self._prompt_hint)
        inside.addSpacing(Space.XS)
        inside.addWidget(self._find, alignment=Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._pages.addWidget(page)

    def _build_member(self) -> None:
        page = QWidget()
        inside = column(page, margin=Space.L, spacing=Space.S)
        inside.addLayout(self._head())
        inside.addLayout(self._way_up())
        inside.addWidget(rule())
        inside.addLayout(self._wallet(), 1)
        inside.addLayout(self._remarks())
        self._pages.addWidget(page)

    def _head(self) -> QBoxLayout:
        head = row(spacing=Space.S)
        self._name = ElidedText("", Role.TITLE)
        self._tier = Badge("", Tone.PLAIN)
        self._drop = Button("", Kind.QUIET, icon=Icon.CLOSE)
        self._drop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._drop.clicked.connect(self.drop_asked)
        head.addWidget(self._name, 1)
        head.addWidget(self._tier)
        head.addWidget(self._drop)
        return head

    def _way_up(self) -> QBoxLayout:
        way = column(spacing=Space.XS)
        line = row(spacing=Space.S)
        self._phone = Text("", Role.CAPTION, Tone.SOFT)
        self._step = ElidedText("", Role.CAPTION, Tone.SOFT)
        self._step.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(self._phone)
        line.addWidget(self._step, 1)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        way.addLayout(line)
        way.addWidget(self._progress)
        return way

    def _wallet(self) -> QBoxLayout:
        wallet = row(spacing=Space.L)
        value, points = column(spacing=0), column(spacing=0)
        self._value_caption = Text("", Role.CAPTION, Tone.SOFT)
        self._value = AmountLabel(TypeSize.AMOUNT, align=Qt.AlignmentFlag.AlignLeft)
        self._value_detail = ElidedText("", Role.CAPTION, Tone.SOFT)
        self._points_caption = Text("", Role.CAPTION, Tone.SOFT)
        self._points = Text("", Role.AMOUNT)
        self._points_detail = ElidedText("", Role.CAPTION, Tone.SOFT)
        for part in (self._value_caption, self._value, self._value_detail):
            value.addWidget(part)
        for part in (self._points_caption, self._points, self._points_detail):
            points.addWidget(part)
        wallet.addLayout(value, 3)
        wallet.addWidget(rule(upright=True))
        wallet.addLayout(points, 2)
        return wallet

    def _remarks(self) -> QBoxLayout:
        remarks = row(spacing=Space.S)
        self._birthday = Badge("", Tone.WARN, Icon.CAKE)
        self._dormant = Badge("", Tone.WARN, Icon.CLOCK)
        self._elsewhere = Badge("", Tone.PLAIN, Icon.INFO)
        for badge in (self._birthday, self._dormant, self._elsewhere):
            remarks.addWidget(badge)
        remarks.addStretch(1)
        self._top_up = Button("", Kind.SECONDARY, icon=Icon.WALLET, key="⇧F8")
        self._top_up.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._top_up.clicked.connect(self.top_up_asked)
        remarks.addWidget(self._top_up)
        return remarks

    def _show(self, summary: MemberSummary) -> None:
        self._name.setText(summary.name or self.tr("Card ending in {digits}").format(digits=summary.card))
        self._tier.show_word(summary.tier, _TIER_TONES[min(summary.tier_rank, len(_TIER_TONES) - 1)])
        self._phone.setText(summary.phone)
        self._step.setText(summary.step.words if summary.step else "")
        self._progress.setVisible(summary.step is not None)
        self._progress.setValue(summary.step.percent if summary.step else 0)
        self._value.set_minor(summary.usable_minor)
        self._value.set_tone(Tone.PLAIN if summary.usable_minor else Tone.FAINT)
        self._value_detail.setText(self._value_words(summary))
        self._points.setText(f"{summary.points:,}")
        elsewhere = self.tr("{points} not usable here").format(points=f"{summary.points_elsewhere:,}")
        self._points_detail.setText(elsewhere if summary.points_elsewhere else "")
        self._show_remarks(summary)

    def _value_words(self, summary: MemberSummary) -> str:
        if not summary.has_value:
            return self.tr("No stored value")
        return self.tr("{principal} + bonus {bonus}").format(
            principal=money(summary.principal_minor), bonus=money(summary.bonus_minor)
        )

    def _show_remarks(self, summary: MemberSummary) -> None:
        birthday = ""
        if summary.birthday_today:
            birthday = self.tr("Birthday today")
        elif summary.birthday_month:
            birthday = self.tr("Birthday this month")
        self._birthday.show_word(birthday)
        dormant = self.tr("Card rested {days} days").format(days=summary.dormant_days)
        self._dormant.show_word(dormant if summary.dormant_value else "")
        elsewhere = self.tr("{amount} elsewhere").format(amount=money(summary.elsewhere_minor))
        self._elsewhere.show_word(elsewhere if summary.elsewhere_minor else "")
        self._elsewhere.setToolTip(self.tr("Lies at head office or other tills; it cannot be spent here today."))

    def _retranslate(self) -> None:
        self._prompt.setText(self.tr("No member yet"))
        self._prompt_hint.setText(self.tr("Scan or swipe a card, or type the phone number"))
        self._find.setText(self.tr("Find a member"))
        self._top_up.setText(self.tr("Top up"))
        self._drop.setToolTip(self.tr("Take the member off (Shift+F2)"))
        self._drop.setAccessibleName(self.tr("Take the member off (Shift+F2)"))
        self._value_caption.setText(self.tr("Stored value, usable here"))
        self._points_caption.setText(self.tr("Points"))
        if self._summary:
            self._show(self._summary)
