"""The member panel: who stands here, what they may spend, and what is worth a word."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QProgressBar, QSizePolicy, QStackedLayout, QWidget

from app.ui.sale.member_summary import MemberSummary
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.header import IconLabel
from app.ui.widgets.panel import Card, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text

_HEIGHT = 352
_SIDE_BY_SIDE = 2
_TIER_TONES = (Tone.PLAIN, Tone.WARN, Tone.ACCENT)


class MemberPanel(Card):
    """One card of a fixed height, so that nothing below it moves when a member comes."""

    find_asked = Signal()
    drop_asked = Signal()
    top_up_asked = Signal()
    coupons_asked = Signal()
    points_asked = Signal()
    services_asked = Signal()

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

    def show_uses(self, coupons: str, points: str, *, can_use_points: bool) -> None:
        """What coupons and points do for this basket; empty for nothing."""
        self._coupons.setText(coupons or self.tr("No coupons"))
        self._coupons.setEnabled(bool(coupons))
        self._use_points.setText(points or self.tr("Use points"))
        self._use_points.setEnabled(can_use_points)

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
        inside.addLayout(self._wallet())
        inside.addStretch(1)
        inside.addLayout(self._remarks())
        inside.addLayout(self._actions())
        self._pages.addWidget(page)

    def _head(self) -> QBoxLayout:
        head = row(spacing=Space.S)
        self._name = ElidedText("", Role.TITLE)
        self._tier = Badge("", Tone.PLAIN)
        self._drop = Button("", Kind.QUIET, icon=Icon.CLOSE, key="⇧F2")
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
        wallet = self._holdings = row(spacing=Space.L)
        value, points = column(spacing=0), column(spacing=0)
        self._value_caption = Text("", Role.CAPTION, Tone.SOFT)
        self._value = AmountLabel(TypeSize.AMOUNT, align=Qt.AlignmentFlag.AlignLeft)
        self._value_detail = ElidedText("", Role.CAPTION, Tone.SOFT)
        self._points_caption = Text("", Role.CAPTION, Tone.SOFT)
        self._points = Text("", Role.AMOUNT)
        self._points_detail = ElidedText("", Role.CAPTION, Tone.SOFT)
        self._of_value = (self._value_caption, self._value, self._value_detail)
        self._of_points = (self._points_caption, self._points, self._points_detail)
        for part in self._of_value:
            value.addWidget(part)
        for part in self._of_points:
            points.addWidget(part)
        self._between = rule(upright=True)
        wallet.addLayout(value)
        wallet.addWidget(self._between)
        wallet.addLayout(points)
        return wallet

    def _remarks(self) -> QBoxLayout:
        remarks = row(spacing=Space.S)
        self._birthday = Badge("", Tone.WARN, Icon.CAKE)
        self._dormant = Badge("", Tone.WARN, Icon.CLOCK)
        self._elsewhere = Badge("", Tone.PLAIN, Icon.INFO)
        self._due = Badge("", Tone.ACCENT, Icon.NOTE)
        for badge in (self._birthday, self._due, self._dormant, self._elsewhere):
            remarks.addWidget(badge)
        remarks.addStretch(1)
        return remarks

    def _actions(self) -> QGridLayout:
        actions = self._uses = QGridLayout()
        actions.setSpacing(Space.S)
        self._coupons = self._action(Icon.PRICE, "⇧F3", self.coupons_asked)
        self._use_points = self._action(Icon.SPARK, "⇧F4", self.points_asked)
        self._services = self._action(Icon.MEMBER, "⇧F5", self.services_asked)
        self._top_up = self._action(Icon.WALLET, "⇧F8", self.top_up_asked)
        for place, button in enumerate((self._coupons, self._use_points, self._services, self._top_up)):
            actions.addWidget(button, *divmod(place, _SIDE_BY_SIDE))
        return actions

    def _action(self, icon: Icon, key: str, asked: SignalInstance) -> Button:
        button = Button("", Kind.SECONDARY, icon=icon, key=key)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(asked)
        return button

    def _show(self, summary: MemberSummary) -> None:
        self._name.setText(summary.name or self.tr("Card ending in {digits}").format(digits=summary.card))
        tiers = " · ".join(tier for tier in (summary.tier, *summary.more_tiers) if tier)
        self._tier.show_word(
            tiers,
            _TIER_TONES[min(summary.tier_rank, len(_TIER_TONES) - 1)],
            colour=summary.tier_colour,
        )
        until = self.tr("Tier until {day}").format(day=summary.tier_until) if summary.tier_until else ""
        self._tier.setToolTip(until)
        self._phone.setText(summary.phone)
        self._step.setText(summary.step.words if summary.step else until)
        self._progress.setVisible(summary.step is not None)
        self._progress.setValue(summary.step.percent if summary.step else 0)
        self._value.set_minor(summary.usable_minor)
        self._value.set_tone(Tone.PLAIN if summary.usable_minor else Tone.FAINT)
        self._value_detail.setText(self._value_words(summary))
        self._points.setText(f"{summary.points:,}")
        elsewhere = self.tr("{points} not usable here").format(points=f"{summary.points_elsewhere:,}")
        self._points_detail.setText(elsewhere if summary.points_elsewhere else "")
        self._show_remarks(summary)
        self._show_features(summary)

    def _show_features(self, summary: MemberSummary) -> None:
        """Only what this programme has; what there is moves together."""
        for part in self._of_value:
            part.setVisible(summary.shows_value)
        for part in self._of_points:
            part.setVisible(summary.shows_points)
        self._between.setVisible(summary.shows_value and summary.shows_points)
        self._holdings.setStretch(0, 3 if summary.shows_value else 0)
        self._holdings.setStretch(2, 2 if summary.shows_points else 0)
        features = summary.features
        uses = {
            self._coupons: features.coupons,
            self._use_points: features.points_off,
            self._services: features.services,
            self._top_up: features.value,
        }
        there = [button for button, is_there in uses.items() if is_there]
        for button in uses:
            button.setVisible(button in there)
        for place, button in enumerate(there):
            self._uses.addWidget(button, *divmod(place, _SIDE_BY_SIDE))

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
        self._due.show_word(summary.follow_ups[0] if summary.follow_ups else "")
        elsewhere = self.tr("{amount} elsewhere").format(amount=money(summary.elsewhere_minor))
        self._elsewhere.show_word(elsewhere if summary.elsewhere_minor else "")
        self._elsewhere.setToolTip(self.tr("Lies at head office or other tills; it cannot be spent here today."))

    def _retranslate(self) -> None:
        self._prompt.setText(self.tr("No member yet"))
        self._prompt_hint.setText(self.tr("Scan or swipe a card, or type the phone number"))
        self._find.setText(self.tr("Find a member"))
        self._top_up.setText(self.tr("Top up"))
        self._services.setText(self.tr("Services"))
        self._drop.setToolTip(self.tr("Take the member off"))
        self._drop.setAccessibleName(self.tr("Take the member off"))
        self._value_caption.setText(self.tr("Stored value, usable here"))
        self._points_caption.setText(self.tr("Points"))
        if self._summary:
            self._show(self._summary)


def greeting(summary: MemberSummary) -> str:
    """What is worth a word when the member comes: a birthday, follow-ups, memberships that end, money that rests."""
    words: list[str] = []
    if summary.birthday_today:
        words.append(QCoreApplication.translate("MemberPanel", "Birthday today: congratulate {name}"))
    if summary.follow_ups:
        words.append(QCoreApplication.translate("MemberPanel", "Follow up: {due}"))
    if summary.renewals:
        words.append(QCoreApplication.translate("MemberPanel", "Paid membership ends: {renewals}; offer to renew it"))
    if summary.dormant_value:
        words.append(QCoreApplication.translate("MemberPanel", "Prepaid and not used for {days} days: ask how it goes"))
    said = "  ·  ".join(words)
    return said.format(
        name=summary.name,
        due=", ".join(summary.follow_ups),
        renewals=", ".join(summary.renewals),
        days=summary.dormant_days,
    )
