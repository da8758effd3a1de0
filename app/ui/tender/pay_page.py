"""What is due on the left, the tenders on the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain.programme.model import TenderKind
from app.ports.head_office import Line
from app.ui.tender.state import TenderOption, TenderState
from app.ui.tender.taken_list import TakenList
from app.ui.tender.tender_key import TenderKey
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone, TypeSize
from app.ui.widgets.amount import AmountLabel, money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import AmountField
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text

_TENDER_KEYS = ("F1", "F2", "F3", "F4", "F5", "F6")
_COLUMNS = 3
_CASH_KEYS = ("F7", "F8", "F9", "F10")


class PayPage(QWidget):
    """The view of an unpaid sale. `taken(kind, amount or None)`, `cash(amount)`."""

    taken = Signal(object, object)
    cash = Signal(object)
    take_back = Signal()
    finish = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state: TenderState | None = None
        self._keys: list[TenderKey] = []
        self._quick: list[Button] = []
        self._build()
        self.amount.installEventFilter(self)
        self._bind_keys()
        self._retranslate()

    def show_state(self, state: TenderState) -> None:
        """Due, taken, left; the tenders and likely sums of cash. What is typed stays while what is left is the same."""
        before, self._state = self._state, state
        self._due.set_minor(state.due_minor)
        self._saving.setText(self.tr("Saved {amount}").format(amount=money(state.saving_minor)))
        self._saving.setVisible(state.saving_minor > 0)
        self._whose.setText(" · ".join(part for part in (state.member_name, self._elsewhere(state)) if part))
        self._taken_list.show_taken(state.taken)
        self._back_button.setVisible(bool(state.taken))
        self._show_rest(state)
        self._show_options(state)
        self._show_quick(state.quick_cash)
        self.setEnabled(True)
        is_same = before and (before.remaining_minor, before.taken) == (state.remaining_minor, state.taken)
        if is_same and self.amount.isModified():
            self.amount.setFocus()
        else:
            self._offer_rest()

    def start_anew(self) -> None:
        """Nothing is typed yet."""
        self._offer_rest()

    def tell(self, what: str, remedy: str, tone: Tone) -> None:
        """A notice above what is still to pay; the amount goes back to the rest, so that one key can go on."""
        self._notice.tell(what, remedy, tone)
        self._offer_rest()

    def typed_minor(self) -> int | None:
        """The amount, if somebody typed one."""
        return self.amount.minor() if self.amount.isModified() else None

    def press_enter(self) -> None:
        """Enter: cash, or finish what is paid already."""
        if self._state and not self._state.remaining_minor:
            self.finish.emit()
        elif self.amount.isModified() and self.amount.minor() is None:
            self.cash.emit(None)
        else:
            self.cash.emit(self.amount.minor())

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del hands the last payment back, unless an amount is being typed: the field would swallow the key."""
        if watched is self.amount and isinstance(event, QKeyEvent) and self._hands_back(event):
            self.take_back.emit()
            return True
        return super().eventFilter(watched, event)

    def _hands_back(self, event: QKeyEvent) -> bool:
        is_delete = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete
        return is_delete and not self.amount.isModified()

    def _offer_rest(self) -> None:
        self.amount.set_minor(self._state.remaining_minor if self._state else 0)
        self.amount.setModified(False)
        self.amount.setFocus()

    def _build(self) -> None:
        whole = row(self, spacing=Space.M)
        whole.addWidget(self._build_sum(), 5)
        whole.addWidget(self._build_tenders(), 6)

    def _build_sum(self) -> QWidget:
        card = Card(margin=Space.XL, spacing=Space.S)
        self._due_caption = Text("", Role.STRONG, Tone.SOFT)
        self._due = AmountLabel(TypeSize.GIANT - 18, align=Qt.AlignmentFlag.AlignLeft)
        self._whose = ElidedText("", Role.LABEL, Tone.SOFT)
        self._saving = Text("", Role.LABEL, Tone.ACCENT)
        self._taken_list = TakenList()
        self._back_button = Button("", Kind.QUIET, icon=Icon.BACKSPACE, key="Del")
        self._back_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._back_button.clicked.connect(self.take_back)
        self._rest_caption = Text("", Role.STRONG, Tone.SOFT)
        self._rest = AmountLabel(TypeSize.HERO, align=Qt.AlignmentFlag.AlignLeft)
        for part in (self._due_caption, self._due, self._saving, self._whose):
            card.inside.addWidget(part)
        card.inside.addSpacing(Space.M)
        card.inside.addWidget(rule())
        card.inside.addSpacing(Space.S)
        card.inside.addWidget(self._taken_list)
        card.inside.addWidget(self._back_button, alignment=Qt.AlignmentFlag.AlignLeft)
        card.inside.addStretch(1)
        self._notice = NoticeBar()
        card.inside.addWidget(self._notice)
        card.inside.addSpacing(Space.M)
        card.inside.addWidget(self._rest_caption)
        card.inside.addWidget(self._rest)
        return card

    def _build_tenders(self) -> QWidget:
        side = QWidget()
        inside = column(side, spacing=Space.M)
        self.amount = AmountField(TypeSize.AMOUNT)
        self._amount_caption = Text("", Role.CAPTION, Tone.SOFT)
        self._options = QGridLayout()
        self._options.setSpacing(Space.S)
        self._quick_row = row(spacing=Space.S)
        self._pad = NumberPad(self.amount)
        self._enter = Button("", Kind.PRIMARY, icon=Icon.CASH, key="Enter", size=Size.HUGE)
        self._enter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._enter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._enter.clicked.connect(self.press_enter)
        inside.addLayout(self._options)
        inside.addWidget(self._amount_caption)
        inside.addWidget(self.amount)
        inside.addLayout(self._quick_row)
        inside.addWidget(self._pad, 1)
        inside.addWidget(self._enter)
        return side

    def _bind_keys(self) -> None:
        for index, key in enumerate(_TENDER_KEYS):
            self._bind(key, partial(self._press_tender, index))
        for index, key in enumerate(_CASH_KEYS):
            self._bind(key, partial(self._press_quick, index))

    def _bind(self, key: str, action: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(action)

    def _press_tender(self, place: int) -> None:
        if place < len(self._keys):
            self._keys[place].click()

    def _press_quick(self, place: int) -> None:
        if place < len(self._quick):
            self._quick[place].click()

    def _show_rest(self, state: TenderState) -> None:
        short = state.remaining_minor > 0
        self._rest_caption.setText(self.tr("Still to pay") if short else self.tr("Change"))
        self._rest.set_minor(state.remaining_minor if short else state.change_minor)
        self._rest.set_tone(Tone.PLAIN if short else Tone.ACCENT)
        self._enter.setText(self.tr("Cash") if short else self.tr("Finish"))

    def _show_options(self, state: TenderState) -> None:
        options = state.options
        if [key.kind for key in self._keys] != [option.kind for option in options]:
            self._make_keys([option.kind for option in options])
        for key, option in zip(self._keys, options, strict=True):
            key.show_words(option.name, self._detail(option, has_member=bool(state.member_name)))

    def _make_keys(self, kinds: Sequence[TenderKind]) -> None:
        clear(self._options)
        self._keys = []
        for index, kind in enumerate(kinds):
            key = TenderKey(kind, _TENDER_KEYS[index] if index < len(_TENDER_KEYS) else "")
            key.clicked.connect(lambda _=False, each=kind: self.taken.emit(each, self.typed_minor()))
            self._keys.append(key)
            self._options.addWidget(key, index // _COLUMNS, index % _COLUMNS)

    def _detail(self, option: TenderOption, *, has_member: bool) -> str:
        if option.usable_minor is None:
            return ""
        if not option.usable_minor and not option.elsewhere_minor:
            return self.tr("Nothing there") if has_member else self.tr("Card needed")
        return self.tr("{amount} usable").format(amount=money(option.usable_minor))

    def _elsewhere(self, state: TenderState) -> str:
        elsewhere = sum(option.elsewhere_minor for option in state.options)
        words = {
            Line.ONLINE: self.tr("{amount} more at head office"),
            Line.OFFLINE: self.tr("{amount} more, out of reach"),
        }.get(state.line, self.tr("{amount} of stored value lies elsewhere"))
        return words.format(amount=money(elsewhere)) if elsewhere else ""

    def _show_quick(self, amounts: Sequence[int]) -> None:
        clear(self._quick_row)
        self._quick = []
        for amount, key in zip(amounts, _CASH_KEYS, strict=False):
            button = Button(money(amount).removesuffix(".00"), Kind.SECONDARY, key=key, size=Size.LARGE)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, each=amount: self.cash.emit(each))
            self._quick.append(button)
            self._quick_row.addWidget(button)

    def _retranslate(self) -> None:
        self._due_caption.setText(self.tr("To pay"))
        self._back_button.setText(self.tr("Take the last payment back"))
        self._amount_caption.setText(self.tr("Amount handed over"))
        if self._state:
            self.show_state(self._state)
