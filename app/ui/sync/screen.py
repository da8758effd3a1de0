"""The sync screen: what waits, since when, the last contact, what head office says, what is lent, and "try now"."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.ports.head_office import HeadOffice, Line, OfficeStatus, Says
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.sync.copy_line import CopyLine
from app.ui.sync.enrol_dialog import EnrolDialog
from app.ui.sync.join_dialog import JoinDialog
from app.ui.sync.night_card import NightCard
from app.ui.sync.words import moment, office_words
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.header import IconLabel, ScreenHeader
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.text import Role, Text

_NEEDS_ENROLLING = frozenset({Says.FENCED, Says.UNKNOWN_TILL})


class SyncScreen(Screen):
    """Shows an OfficeStatus; the thread behind it does the rest. `joins` when the shop is to join a chain now."""

    joins = Signal()

    def __init__(self, session: Session, office: HeadOffice) -> None:
        super().__init__()
        self._session, self._office = session, office
        self._status = office.status
        self._build()
        self._retranslate()

    def enter(self) -> None:
        """Show how it is now."""
        self.show_status(self._office.status)
        (self._try if self._try.isVisibleTo(self) else self).setFocus()

    def show_status(self, status: OfficeStatus) -> None:
        """This is how it is."""
        self._status = status
        words = office_words(status, self._moment)
        self._icon.set_icon(words.icon, Tone.ACCENT if words.tone is Tone.PLAIN else words.tone)
        self._headline.setText(words.headline)
        self._advice.setText(words.advice)
        self._since.setText(self._since_words())
        is_alone = status.line is Line.ALONE
        self._try.setVisible(not is_alone)
        # What is not offered does not answer to its key either.
        offers = {self._again: status.says in _NEEDS_ENROLLING and not status.is_inside, self._join: status.is_inside}
        for button, is_offered in offers.items():
            button.setVisible(is_offered)
            button.setEnabled(is_offered)
        self._facts.setVisible(not is_alone)
        self._key.setVisible(bool(status.key))
        self._lent.setVisible(not status.is_inside)
        self._waiting.setText(f"{status.waiting:,}")
        self._money.set_minor(status.held.get(PRINCIPAL, 0) + status.held.get(BONUS, 0))
        self._copy.show_copy(status.copying)
        self._night.show_night(status.night, self._moment, self._tender, is_inside=status.is_inside)
        for fact, value in self._values().items():
            fact.show_value(value)

    def _since_words(self) -> str:
        status = self._status
        if status.line is Line.ONLINE:
            return self.tr("Online since {time}").format(time=self._moment(status.line_since))
        if status.line is Line.OFFLINE:
            return self.tr("Offline since {time}").format(time=self._moment(status.line_since))
        return ""

    def _values(self) -> "dict[_Fact, str]":
        status = self._status
        points = status.held.get(POINTS, 0)
        return {
            self._oldest: self._moment(status.waiting_since) if status.waiting else self.tr("nothing waits"),
            self._heard: self._moment(status.heard_at) or self.tr("never yet"),
            self._next: self._moment(status.next_try_at) or "–",
            self._lots: f"{status.lots:,}",
            self._points: f"{points:,}",
            self._rests: self._moment(status.frozen_at) or "–",
            self._name: status.till,
            self._shop: status.shop or "–",
            self._address: status.address,
            self._key: status.key or "–",
        }

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._head = ScreenHeader()
        self._head.back.connect(self.left)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._head)
        page.addWidget(self._build_verdict())
        self._facts = QWidget()
        facts = row(self._facts, spacing=Space.M)
        facts.addWidget(self._build_waiting(), 1)
        self._lent = self._build_lent()
        facts.addWidget(self._lent, 1)
        facts.addWidget(self._build_till(), 1)
        page.addWidget(self._facts)
        self._night = NightCard()
        page.addWidget(self._night)
        page.addStretch(1)

    def _build_verdict(self) -> Card:
        card = Card(margin=Space.XL, spacing=Space.M)
        line = row(spacing=Space.L)
        words = column(spacing=Space.XS)
        self._icon = IconLabel(Icon.CLOUD, 44, Tone.ACCENT)
        self._headline = Text("", Role.TITLE, wraps=True)
        self._since = Text("", Role.LABEL, Tone.SOFT)
        self._advice = Text("", Role.BODY, Tone.SOFT, wraps=True)
        for text in (self._headline, self._since, self._advice):
            words.addWidget(text)
        self._copy = CopyLine()
        self._copy.cancelled.connect(self._office.cancel_copy)
        words.addWidget(self._copy)
        self._try = Button("", Kind.PRIMARY, key="F12", size=Size.LARGE)
        self._try.bind_key(self)
        self._try.setMinimumWidth(200)
        self._try.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._try.clicked.connect(self._try_now)
        line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._again = Button("", Kind.SECONDARY, key="F9", size=Size.LARGE)
        self._again.bind_key(self)
        self._again.clicked.connect(lambda: EnrolDialog(self, self._office).open())
        self._join = Button("", Kind.SECONDARY, key="F10", size=Size.LARGE)
        self._join.bind_key(self)
        self._join.clicked.connect(self._ask_to_join)
        actions = column(spacing=Space.S)
        actions.addStretch(1)
        actions.addWidget(self._try)
        actions.addWidget(self._again)
        actions.addWidget(self._join)
        actions.addStretch(1)
        line.addLayout(actions)
        card.inside.addLayout(line)
        return card

    def _build_waiting(self) -> Card:
        card = Card(margin=Space.L, spacing=Space.S)
        self._waiting_title = Text("", Role.STRONG, Tone.SOFT)
        self._waiting = Text("0", Role.AMOUNT)
        self._oldest, self._heard, self._next = _Fact(), _Fact(), _Fact()
        _fill(card, self._waiting_title, self._waiting, self._oldest, self._heard, self._next)
        return card

    def _build_lent(self) -> Card:
        card = Card(margin=Space.L, spacing=Space.S)
        self._lent_title = Text("", Role.STRONG, Tone.SOFT)
        self._money = AmountLabel(TypeSize.AMOUNT, align=Qt.AlignmentFlag.AlignLeft)
        self._points, self._lots, self._rests = _Fact(), _Fact(), _Fact()
        _fill(card, self._lent_title, self._money, self._points, self._lots, self._rests)
        card.inside.addStretch(1)
        return card

    def _build_till(self) -> Card:
        card = Card(margin=Space.L, spacing=Space.S)
        self._till_title = Text("", Role.STRONG, Tone.SOFT)
        self._name, self._shop, self._address, self._key = _Fact(), _Fact(), _Fact(), _Fact()
        _fill(card, self._till_title, self._name, self._shop, self._address, self._key)
        card.inside.addStretch(1)
        return card

    def _try_now(self) -> None:
        self._office.try_now()
        self._since.setText(self.tr("Trying now …"))

    def _ask_to_join(self) -> None:
        dialog = JoinDialog(self, self._session)
        dialog.finished.connect(lambda done: self.joins.emit() if done else None)
        dialog.open()

    def _tender(self, kind_id: str) -> str:
        kind = self._session.programme.tender_kind(kind_id)
        return self._session.name(kind.names) if kind else kind_id

    def _moment(self, at_ms: int) -> str:
        return moment(self._session, at_ms)

    def _retranslate(self) -> None:
        self._head.set_title(self.tr("Head office"))
        self._head.set_back(self.tr("Back to the sale"))
        self._try.setText(self.tr("Try now"))
        self._copy.retranslate()
        self._again.setText(self.tr("Enrol again"))
        self._join.setText(self.tr("Join a chain"))
        self._waiting_title.setText(self.tr("Waiting to be sent"))
        self._lent_title.setText(self.tr("Stored value lent to this till"))
        self._till_title.setText(self.tr("This till"))
        captions = {
            self._oldest: self.tr("Waits since"),
            self._heard: self.tr("Last contact"),
            self._next: self.tr("Tries again by itself"),
            self._points: self.tr("Points"),
            self._lots: self.tr("Lots in all"),
            self._rests: self.tr("Without contact, paused from"),
            self._name: self.tr("Name"),
            self._shop: self.tr("Shop"),
            self._address: self.tr("Head office"),
            self._key: self.tr("Key (head office lists the same)"),
        }
        for fact, caption in captions.items():
            fact.set_caption(caption)
        self.show_status(self._status)


class _Fact(QWidget):
    """A caption over its value: both languages fit, whatever the width."""

    def __init__(self) -> None:
        super().__init__()
        inside: QBoxLayout = column(self, spacing=0)
        self._caption = Text("", Role.CAPTION, Tone.SOFT)
        self._value = Text("", Role.LABEL, wraps=True)
        inside.addWidget(self._caption)
        inside.addWidget(self._value)

    def set_caption(self, caption: str) -> None:
        """What it is."""
        self._caption.setText(caption)

    def show_value(self, value: str) -> None:
        """How it is."""
        self._value.setText(value)


def _fill(card: Card, *parts: QWidget) -> None:
    for part in parts:
        card.inside.addWidget(part)
