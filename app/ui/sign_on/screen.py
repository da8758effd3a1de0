"""The sign-on screen: choose a name, type the PIN. It locks the till as well; the basket below it stays."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.domain.errors import Refused
from app.domain.ids import OperatorId
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.sign_on.person_key import PersonKey
from app.ui.sign_on.presenter import SignOnPresenter
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import PinField
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import Role, Text

_LIST_HEIGHT = 320


class SignOnScreen(Screen):
    """The view of SignOnPresenter."""

    def __init__(self, use_cases: UseCases, tasks: Runs, session: Session, signed_on: Callable[[], None]) -> None:
        super().__init__()
        self._session = session
        self._people: list[PersonKey] = []
        self._build()
        self.presenter = SignOnPresenter(self, tasks, use_cases, session, signed_on)
        self._pin.submitted.connect(self._submit)
        self._go.clicked.connect(lambda: self._pin.returnPressed.emit())
        self._retranslate()

    def enter(self) -> None:
        """Fetch the names and wait for a PIN."""
        self._pin.clear()
        self._notice.dismiss()
        self._retranslate()
        self.presenter.load()
        self._pin.setFocus()

    def show_operators(self, operators: Sequence[Operator], chosen: OperatorId | None) -> None:
        """The names; the one who worked last is chosen."""
        clear(self._list)
        self._people = [PersonKey(person) for person in operators]
        for key in self._people:
            key.clicked.connect(self._pin.setFocus)
            self._list.addWidget(key)
        self._list.addStretch(1)
        first = next((key for key in self._people if key.person.id == chosen), None) or next(iter(self._people), None)
        if first:
            first.setChecked(True)
        self._pin.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Checking a PIN takes a moment."""
        self._pin.setEnabled(not busy)
        self._go.setEnabled(not busy)
        if not busy:
            self._pin.setFocus()

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""
        words = refusal_words(refused)
        self._notice.tell(words.what, words.remedy, Tone.BAD, stays=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a name."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._people:
            event.accept()
            return
        now = next((index for index, key in enumerate(self._people) if key.isChecked()), 0)
        key = self._people[(now + step) % len(self._people)]
        key.setChecked(True)
        self._area.ensureWidgetVisible(key)

    def _build(self) -> None:
        outside = column(self, margin=Space.XL)
        card = Card(margin=Space.XXL, spacing=Space.L)
        card.setMaximumWidth(860)
        self._shop = Text("", Role.TITLE)
        self._hint = Text("", Role.BODY, Tone.SOFT, wraps=True)
        card.inside.addWidget(self._shop)
        card.inside.addWidget(self._hint)
        card.inside.addWidget(rule())
        halves = row(spacing=Space.XXL)
        halves.addWidget(self._build_people(), 5)
        halves.addWidget(self._build_pin(), 4)
        card.inside.addLayout(halves, 1)
        middle = row()
        middle.addStretch(1)
        middle.addWidget(card, 30)
        middle.addStretch(1)
        outside.addStretch(1)
        outside.addLayout(middle, 20)
        outside.addStretch(1)

    def _build_people(self) -> QWidget:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("scrolled", "true")
        self._list = column(page, spacing=Space.S)
        self._area.setWidget(page)
        self._area.setMinimumHeight(_LIST_HEIGHT)
        self._notice = NoticeBar()
        side = QWidget()
        inside = column(side, spacing=Space.M)
        inside.addWidget(self._area, 1)
        # Below the names, not above the keys: those stay where the finger is.
        inside.addWidget(self._notice)
        return side

    def _build_pin(self) -> QWidget:
        side = QWidget()
        inside = column(side, spacing=Space.M)
        self._caption = Text("", Role.LABEL, Tone.SOFT)
        self._pin = PinField()
        self._go = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        self._go.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self._caption, self._pin):
            inside.addWidget(part)
        inside.addWidget(NumberPad(self._pin, ""), 1)
        inside.addWidget(self._go)
        return side

    def _submit(self, pin: str) -> None:
        chosen = next((key.person.id for key in self._people if key.isChecked()), None)
        if chosen:
            self._notice.dismiss()
            self.presenter.sign_on(chosen, pin)

    def _retranslate(self) -> None:
        settings = self._session.settings
        self._shop.setText(settings.shop_name)
        self._hint.setText(
            self.tr("Till {till}. Choose your name, then type your PIN.").format(till=self._session.till)
        )
        self._caption.setText(self.tr("PIN"))
        self._go.setText(self.tr("Sign on"))
