"""The members screen: search on the left, the member on the right, and the way into the sale."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.errors import Refused
from app.domain.member import Member, MemberView
from app.domain.programme.features import takes_value
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.services.view_member import MemberProfile
from app.ui.members.form.dialog import MemberFormDialog
from app.ui.members.person_tasks import PersonTasks
from app.ui.members.pet_tasks import PetTasks
from app.ui.members.profile_presenter import MemberProfilePresenter, TierStanding
from app.ui.members.profile_view import MemberProfileView
from app.ui.members.search_presenter import MemberSearch
from app.ui.members.words import masked_phone, tier_name
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.wallet.desk import WalletDesk
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.field import TextField
from app.ui.widgets.header import EmptyState, ScreenHeader
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.table import Column, Row, Table

_PAUSE_MS = 120
_LAST_FOUR = 4


class MembersScreen(Screen):
    """Find a member, look at them, take them to the sale (`chosen`)."""

    chosen = Signal(object)
    top_up_asked = Signal(object)
    told = Signal(str, str, object)

    def __init__(
        self, use_cases: UseCases, tasks: Runs, session: Session, payments: PaymentDesk, office: HeadOffice
    ) -> None:
        super().__init__()
        self._session = session
        self._use_cases = use_cases
        self._tasks = tasks
        self._members: tuple[Member, ...] = ()
        self._profile: MemberProfilePresenter | None = None
        self._open_profile: MemberProfile | None = None
        self._opens_the_one = False
        self._build_search(tasks)
        self._build_profile(payments, office)
        self._build_layout()
        self._retranslate()

    def enter(self) -> None:
        """Start with an empty search."""
        self._profile = MemberProfilePresenter(
            self, self._tasks, self._use_cases, self._session, self._session.signed_on()
        )
        self._field.clear()
        self.seeker.search("")
        self.show_nobody()
        self._field.setFocus()

    def search(self, text: str) -> None:
        """Look for `text` at once, as the sale does when it found several."""
        self._field.setText(text)
        self._look()

    def take_scan(self, event: ScanEvent) -> bool:
        """A card opens its profile; anything else belongs to the sale."""
        if not self.seeker.takes(event.text):
            return False
        self.seeker.scan(event.text)
        return True

    def show_idle(self) -> None:
        """Nothing was asked yet."""
        self._set_members(())
        self._hint.set_words(
            self.tr("Who is it?"), self.tr("Phone, its last four digits, name or pinyin initials – or swipe the card.")
        )

    def show_members(self, members: Sequence[Member]) -> None:
        """Who fits; the only one opens, where Enter has asked for it."""
        self._set_members(members)
        if self._opens_the_one and len(members) == 1:
            self._open_selected()
        self._opens_the_one = False
        self._hint.set_words(
            self.tr("Nobody fits"), self.tr("Try the last four digits or fewer letters, or register them: F5.")
        )

    def show_card(self, view: MemberView) -> None:
        """A card was read."""
        self._field.clear()
        self._set_members((view.member,) if view.member else ())
        if self._profile:
            self._profile.open_card(view)

    def show_profile(self, profile: MemberProfile, standing: TierStanding | None) -> None:
        """The member is open: one more Enter takes them to the sale."""
        self._profile_view.show_profile(profile, standing)
        self._open_profile = profile
        self._field.selectAll()
        self._enable(enabled=True)

    def show_nobody(self) -> None:
        """Nobody is open."""
        self._profile_view.show_nobody()
        self._open_profile = None
        self._enable(enabled=False)

    def show_refusal(self, refused: Refused) -> None:
        """Say why nothing came of it."""
        words = refusal_words(refused)
        self.told.emit(words.what, words.remedy, Tone.BAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the search first, and goes back then."""
        if event.key() == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
            self._look()
            self._close()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move through the list while one types."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._table.step(by)
                return True
        return super().eventFilter(watched, event)

    def _build_search(self, tasks: Runs) -> None:
        self.seeker = MemberSearch(self, tasks, self._use_cases)
        self._field = TextField(takes_names=True)
        self._field.installEventFilter(self)
        self._field.textEdited.connect(self._wait_a_little)
        self._field.returnPressed.connect(self._enter_pressed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._table = Table(self._columns(), row_height=52)
        self._table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._table.chosen.connect(lambda _: self._open_selected())
        self._table.clicked.connect(lambda _: self._open_selected())
        self._hint = EmptyState(Icon.SEARCH)
        self._new = Button("", Kind.SECONDARY, icon=Icon.PLUS, key="F5", size=Size.LARGE)
        self._new.bind_key(self)
        self._new.clicked.connect(self._register)

    def _build_profile(self, payments: PaymentDesk, office: HeadOffice) -> None:
        self._profile_view = MemberProfileView(self._session)
        self._use = Button("", Kind.PRIMARY, icon=Icon.BASKET, key="F12", size=Size.LARGE)
        self._use.bind_key(self)
        self._use.setEnabled(False)
        self._use.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._use.clicked.connect(self._take_to_sale)
        self._more = Button("", Kind.SECONDARY, icon=Icon.CARD, key="F7", size=Size.LARGE)
        self._top_up = Button("", Kind.SECONDARY, icon=Icon.WALLET, key="F8", size=Size.LARGE)
        self._edit = Button("", Kind.SECONDARY, icon=Icon.NOTE, key="F6", size=Size.LARGE)
        self._edit.clicked.connect(self._change)
        self._more.clicked.connect(self._open_desk)
        self._top_up.clicked.connect(self._ask_top_up)
        self._pets = Button("", Kind.SECONDARY, icon=Icon.NOTE, key="F9", size=Size.LARGE)
        self._pets.clicked.connect(self._open_pets)
        for button in (self._edit, self._pets, self._more, self._top_up):
            button.bind_key(self)
            button.setEnabled(False)
        self._persons = PersonTasks(self, self._use_cases, self._tasks, self._session, self.told.emit, self._look_anew)
        self._pet_tasks = PetTasks(self, self._use_cases, self._tasks, self._session, self.told.emit, self._show_one)
        self._desk = WalletDesk(
            self, self._use_cases, self._tasks, self._session, self.told.emit, self._reopen, payments, office
        )

    def _build_layout(self) -> None:
        self._header = ScreenHeader()
        self._header.back.connect(self.left)
        page = column(self, margin=Space.L, spacing=Space.M)
        page.addWidget(self._header)
        sides = row(spacing=Space.L)
        sides.addWidget(self._left_side(), 5)
        right = column(spacing=Space.M)
        right.addWidget(self._profile_view, 1)
        actions = row(spacing=Space.S)
        actions.addWidget(self._more)
        actions.addWidget(self._top_up)
        actions.addWidget(self._use, 1)
        right.addLayout(actions)
        sides.addLayout(right, 7)
        page.addLayout(sides, 1)

    def _left_side(self) -> QWidget:
        side = QWidget()
        inside = column(side, spacing=Space.M)
        inside.addWidget(self._field)
        results = Card(margin=Space.XS, spacing=0)
        results.inside.addWidget(self._table)
        results.inside.addWidget(self._hint)
        inside.addWidget(results, 1)
        actions = row(spacing=Space.S)
        for button in (self._new, self._edit, self._pets):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            actions.addWidget(button)
        inside.addLayout(actions)
        return side

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Name"), bold=True),
            Column(self.tr("Phone"), 136),
            Column(self.tr("Tier"), 116),
        )

    def _set_members(self, members: Sequence[Member]) -> None:
        self._members = tuple(members)
        rows = [Row((member.name, masked_phone(member.phone), tier_name(member, self._session))) for member in members]
        self._table.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._hint.setVisible(not rows)

    def _look(self) -> None:
        self._pause.stop()
        self.seeker.search(self._field.text())

    def _wait_a_little(self) -> None:
        self._close()  # whoever types asks for somebody else, and F8 or F12 must not mean the last one
        self._opens_the_one = False
        self._pause.start()

    def _enter_pressed(self) -> None:
        """The first Enter looks at once and opens; with the profile open, the next takes it to the sale."""
        if self._pause.isActive():
            self._opens_the_one = True
            self._look()
        elif self._is_open():
            self._take_to_sale()
        else:
            self._open_selected()

    def _is_open(self) -> bool:
        selected = self._selected()
        shown = self._profile.chosen if self._profile else None
        return shown is not None and (selected is None or shown.member is None or shown.member.id == selected.id)

    def _selected(self) -> Member | None:
        index = self._table.row()
        return self._members[index] if index is not None and index < len(self._members) else None

    def _open_selected(self) -> None:
        member = self._selected()
        if member and self._profile:
            self._profile.open(member.id)
        self._field.setFocus()

    def _close(self) -> None:
        if self._profile:
            self._profile.clear()

    def _take_to_sale(self) -> None:
        view = self._profile.chosen if self._profile else None
        if view:
            self.chosen.emit(view)

    def _enable(self, *, enabled: bool) -> None:
        for button in (self._use, self._more):
            button.setEnabled(enabled)
        sells_value = takes_value(self._session.programme)
        self._top_up.setVisible(sells_value)
        self._top_up.setEnabled(enabled and sells_value)
        shown = self._open_profile.view.member if self._open_profile else None
        self._pets.setVisible(any(field.of == "pet" for field in self._session.programme.fields))
        for button in (self._edit, self._pets):
            button.setEnabled(enabled and shown is not None)

    def _register(self) -> None:
        """Somebody new; what was typed to find them is their phone, if it looks like one."""
        typed = self._field.text().strip()
        phone = typed if typed.isdecimal() and len(typed) > _LAST_FOUR else ""
        self._open_form(MemberFormDialog(self, self._use_cases, self._tasks, self._session, phone=phone))

    def _change(self) -> None:
        """The profile that is open."""
        member = self._open_profile.view.member if self._open_profile else None
        if member is not None:
            self._open_form(MemberFormDialog(self, self._use_cases, self._tasks, self._session, member))

    def _open_pets(self) -> None:
        member = self._open_profile.view.member if self._open_profile else None
        if member is not None:
            self._pet_tasks.open(member)

    def _open_form(self, dialog: MemberFormDialog) -> None:
        dialog.done.connect(self._show_kept)
        dialog.open_asked.connect(self._show_one)
        dialog.merge_asked.connect(self._persons.merge)
        dialog.forget_asked.connect(self._persons.forget)
        dialog.open()

    def _show_kept(self, member: Member) -> None:
        self.told.emit(self.tr("{name} is in the register").format(name=member.name), "", Tone.ACCENT)
        self._show_one(member)

    def _show_one(self, member: Member) -> None:
        self._field.clear()
        self._set_members((member,))
        if self._profile:
            self._profile.open(member.id)
        self._field.setFocus()

    def _open_desk(self) -> None:
        if self._open_profile:
            self._desk.open(self._open_profile)

    def _ask_top_up(self) -> None:
        if self._open_profile:
            self.top_up_asked.emit(self._open_profile.view)

    def _look_anew(self) -> None:
        """Somebody may be gone by now."""
        self._field.clear()
        self._look()
        self._close()
        self._field.setFocus()

    def _reopen(self) -> None:
        """Something of the open wallet is another now."""
        if self._open_profile and self._profile:
            self._profile.open_card(self._open_profile.view)

    def _retranslate(self) -> None:
        self._header.set_title(self.tr("Members"))
        self._header.set_back(self.tr("Back to the sale"))
        self._field.setPlaceholderText(self.tr("Phone, last four, name, initials, card"))
        self._use.setText(self.tr("Use for this sale"))
        self._new.setText(self.tr("New member"))
        self._edit.setText(self.tr("Profile"))
        self._pets.setText(self.tr("Pets"))
        self._more.setText(self.tr("Card"))
        self._top_up.setText(self.tr("Top up"))
        self._table.set_columns(self._columns())
        self._profile_view.retranslate()
        self.show_idle()
