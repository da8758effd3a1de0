"""How much: whose card, the amounts to choose from, and what the card will hold."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import MemberView
from app.ui.members.words import card_text
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.top_up.presenter import Outlook, StepTile
from app.ui.top_up.step_tile import StepTileKey
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import AmountField
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text

_KEYS = ("F1", "F2", "F3", "F4", "F5", "F6")
_COLUMNS = 3


class AmountPage(QWidget):
    """`chosen(amount or None)` at every change, `agreed` by Enter."""

    chosen = Signal(object)
    agreed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[StepTileKey] = []
        self._shown: tuple[MemberView, Sequence[StepTile]] | None = None
        self._outlook: Outlook | None = None
        self._build()
        for index, key in enumerate(_KEYS):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda place=index: self._press(place))
        self._retranslate()

    def show_holder(self, view: MemberView, tiles: Sequence[StepTile]) -> None:
        """Whose card, and what can be chosen."""
        self._shown = (view, tiles)
        self._retranslate()
        self.amount.clear()
        self.amount.setFocus()

    def show_outlook(self, outlook: Outlook | None) -> None:
        """What it brings."""
        self._outlook = outlook
        self._next.setEnabled(outlook is not None)
        paid = outlook.paid_minor if outlook else None
        for tile, step in zip(self._tiles, self._shown[1] if self._shown else (), strict=False):
            tile.setChecked(step.amount_minor == paid)
        self._then.set_minor(outlook.then_minor if outlook else self._now.amount_minor)
        self._then.set_tone(Tone.PLAIN if outlook else Tone.FAINT)
        self._detail.setText(self._detail_words(outlook) if outlook else "")
        if outlook:
            self._notice.dismiss()

    def tell(self, what: str, remedy: str) -> None:
        """Why not."""
        self._notice.tell(what, remedy, Tone.BAD)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        whole = row(self, spacing=Space.M)
        whole.addWidget(self._build_card(), 5)
        whole.addWidget(self._build_choice(), 6)

    def _build_card(self) -> QWidget:
        card = Card(margin=Space.XL, spacing=Space.S)
        self._name = ElidedText("", Role.TITLE)
        self._number = Text("", Role.BODY, Tone.SOFT)
        self._now_caption = Text("", Role.LABEL, Tone.SOFT)
        self._now = AmountLabel(TypeSize.AMOUNT, align=Qt.AlignmentFlag.AlignLeft)
        self._split = Text("", Role.BODY, Tone.SOFT)
        self._then_caption = Text("", Role.STRONG, Tone.SOFT)
        self._then = AmountLabel(TypeSize.HERO, align=Qt.AlignmentFlag.AlignLeft)
        self._detail = Text("", Role.BODY, Tone.ACCENT, wraps=True)
        self._notice = NoticeBar()
        for part in (self._name, self._number):
            card.inside.addWidget(part)
        card.inside.addSpacing(Space.M)
        card.inside.addWidget(self._now_caption)
        card.inside.addWidget(self._now)
        card.inside.addWidget(self._split)
        card.inside.addStretch(1)
        card.inside.addWidget(self._notice)
        card.inside.addWidget(rule())
        card.inside.addSpacing(Space.S)
        card.inside.addWidget(self._then_caption)
        card.inside.addWidget(self._then)
        card.inside.addWidget(self._detail)
        return card

    def _build_choice(self) -> QWidget:
        side = QWidget()
        inside = column(side, spacing=Space.M)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.S)
        self._caption = Text("", Role.LABEL, Tone.SOFT)
        self.amount = AmountField(TypeSize.AMOUNT)
        self.amount.setMinimumHeight(60)
        self.amount.textChanged.connect(lambda _: self.chosen.emit(self.amount.minor()))
        pad = NumberPad(self.amount)
        self._next = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        self._next.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._next.clicked.connect(self.agreed)
        inside.addLayout(self._grid)
        inside.addWidget(self._caption)
        inside.addWidget(self.amount)
        inside.addWidget(pad, 1)
        inside.addWidget(self._next)
        return side

    def _press(self, place: int) -> None:
        if place < len(self._tiles):
            self._tiles[place].click()

    def _make_tiles(self, steps: Sequence[StepTile]) -> None:
        clear(self._grid)
        self._tiles = []
        for index, step in enumerate(steps):
            gain = self.tr("+{bonus} bonus").format(bonus=_short(step.bonus_minor)) if step.bonus_minor else ""
            tile = StepTileKey(self.tr("Top up {amount}").format(amount=_short(step.amount_minor)), gain, _KEYS[index])
            tile.clicked.connect(lambda _=False, amount=step.amount_minor: self._choose(amount))
            self._tiles.append(tile)
            self._grid.addWidget(tile, index // _COLUMNS, index % _COLUMNS)

    def _choose(self, amount_minor: int) -> None:
        self.amount.setText(_short(amount_minor).removeprefix("¥").replace(",", ""))
        self.amount.setFocus()

    def _detail_words(self, outlook: Outlook) -> str:
        parts = [self.tr("{amount} paid in").format(amount=money(outlook.paid_minor))]
        if outlook.bonus_minor:
            parts.append(self.tr("{amount} bonus").format(amount=money(outlook.bonus_minor)))
        if outlook.points:
            parts.append(self.tr("{points} points").format(points=f"{outlook.points:,}"))
        words = " + ".join(parts)
        if outlook.later:
            later = self.tr("{count} parts of the bonus come monthly, the next on {day}")
            words += "\n" + later.format(count=len(outlook.later), day=outlook.later[0][0])
        return words

    def _retranslate(self) -> None:
        self._now_caption.setText(self.tr("On the card now"))
        self._then_caption.setText(self.tr("On the card then"))
        self._caption.setText(self.tr("Another amount"))
        self._next.setText(self.tr("Take the money"))
        if self._shown is None:
            return
        view, steps = self._shown
        principal, bonus = view.total(PRINCIPAL), view.total(BONUS)
        self._name.setText(view.member.name if view.member else self.tr("Card without a name"))
        self._number.setText(card_text(view.card.number) if view.card else "")
        self._now.set_minor(principal + bonus)
        split = self.tr("{principal} + bonus {bonus} · {points} points")
        self._split.setText(
            split.format(principal=money(principal), bonus=money(bonus), points=f"{view.total(POINTS):,}")
        )
        self._make_tiles(steps)
        self.show_outlook(self._outlook)


def _short(amount_minor: int) -> str:
    return money(amount_minor).removesuffix(".00")
