"""The form itself: phone first, all by keyboard and scanner; a card swiped goes where it belongs."""

from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression, Qt, Signal, SignalInstance
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.errors import Refused, Why
from app.domain.member import Consent, Member
from app.domain.staff import Operator
from app.ports.scanner import ScanEvent
from app.services.use_cases import UseCases
from app.ui.members.form.colleague import ColleagueBox
from app.ui.members.form.declared import DeclaredFields
from app.ui.members.form.presenter import Filled, MemberForm
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, TypeSize
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, TextField

_GENDERS = ("", "female", "male")
_ANSWERS = ("", "yes", "no")


class MemberFormDialog(Dialog):
    """`done(member)` once it has closed; `open_asked(member)` where the phone is theirs already.

    `merge_asked(member)` and `forget_asked(member)`: that is what is wanted instead of a change.
    """

    done = Signal(object)
    open_asked = Signal(object)
    merge_asked = Signal(object)
    forget_asked = Signal(object)

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        member: Member | None = None,
        *,
        phone: str = "",
    ) -> None:
        super().__init__(host, "", width=760)
        self._member = member
        self._holder: Member | None = None
        self._form = MemberForm(self, tasks, use_cases, session.signed_on(), member)
        self._build_person(phone)
        self._build_card()
        self._build_consents()
        self._declared = DeclaredFields(
            Labelled(self.tr("Looked after by"), self._colleague),
            session.programme.fields,
            session,
            member.fields if member else {},
        )
        self._build_layout()
        self._build_foot()
        self._form.look_at_phone(phone if member is None else "")
        self._form.look_at_staff()

    def take_scan(self, event: ScanEvent) -> bool:
        """A card: whoever brought the member where that field has the focus, else the one that is handed out."""
        if self._member is not None:
            return False
        is_referrer = self._referrer.field.hasFocus()
        field = self._referrer.field if is_referrer else self._card.field
        assert isinstance(field, TextField)
        field.setText(event.text)
        if is_referrer:
            self._form.look_at_referrer(event.text)
        return True

    def show_refusal(self, refused: Refused) -> None:
        """Beside the field it is about, else on top."""
        words = refusal_words(refused)
        place = self._place_of(refused.why)
        if place is None:
            self.tell(words.what, words.remedy)
            return
        whole = self.tr("{what}. {remedy}").format(what=words.what, remedy=words.remedy)
        place.set_fault(words.what if refused.why is Why.PHONE_TAKEN else whole)
        place.field.setFocus()

    def show_holder(self, member: Member | None) -> None:
        """The phone is somebody's: they can be opened instead."""
        self._holder = member
        taken = Refused(Why.PHONE_TAKEN, {"name": member.name}) if member else None
        self._phone.set_fault(refusal_words(taken).what if taken else "")
        # A profile that is being changed has other ways out already.
        self._open.setVisible(member is not None and self._member is None)
        if member is not None:
            self._open.setText(self.tr("Open {name}").format(name=member.name))

    def show_referrer(self, member: Member | None, *, is_asked: bool) -> None:
        """Who it is, or that nobody was found."""
        self._referrer.set_fault(self.tr("Nobody is sure to be meant.") if is_asked and member is None else "")
        caption = self.tr("Brought by")
        self._referrer.set_caption(f"{caption}: {member.name}" if member else caption)

    def show_staff(self, people: Sequence[Operator]) -> None:
        """Who may look after the member."""
        self._colleague.show_staff(people)

    def close_with(self, member: Member) -> None:
        """It is kept."""
        self.accept()
        self.done.emit(member)

    def _build_person(self, phone: str) -> None:
        who = self._member
        self._phone = self._field(self.tr("Phone"), who.phone if who else phone, big=True)
        self._name = self._field(self.tr("Name"), who.name if who else "", big=True, takes_names=True)
        self._birthday = self._field(self.tr("Birthday, as 19900213 (may be empty)"), who.birthday if who else "")
        self._gender = Choice(_GENDERS)
        self._gender.set_words((self.tr("Not said"), self.tr("Female"), self.tr("Male")))
        self._gender.set_value(who.gender if who else "")
        self._colleague = ColleagueBox(who.colleague if who else "")
        field = self._phone.field
        assert isinstance(field, TextField)
        field.setValidator(QRegularExpressionValidator(QRegularExpression(r"[+\d][\d \-]{0,19}"), field))
        field.textEdited.connect(self._form.look_at_phone)
        self.setFocusProxy(field if not field.text() else self._name.field)

    def _build_card(self) -> None:
        self._card = self._field(self.tr("Card handed out: swipe or scan it"), "")
        self._referrer = self._field(self.tr("Brought by"), "", takes_names=True)
        field = self._referrer.field
        assert isinstance(field, TextField)
        field.setPlaceholderText(self.tr("Their phone or card"))
        field.editingFinished.connect(lambda: self._form.look_at_referrer(field.text()))

    def _build_consents(self) -> None:
        captions = {
            Consent.MESSAGES: self.tr("Offers and greetings to the phone"),
            Consent.PARTNERS: self.tr("Data shared with partners"),
        }
        known = self._member.consents if self._member else {}
        self._consents: dict[Consent, Choice] = {}
        self._consent_rows: list[Labelled] = []
        for consent, caption in captions.items():
            choice = Choice(_ANSWERS)
            choice.set_words((self.tr("Not asked"), self.tr("Agrees"), self.tr("Declines")))
            if consent in known:
                choice.set_value("yes" if known[consent].given else "no")
            self._consents[consent] = choice
            self._consent_rows.append(Labelled(caption, choice))

    def _build_layout(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        for side in range(2):
            grid.setColumnStretch(side, 1)
        gender = Labelled(self.tr("Gender"), self._gender)
        rows: list[tuple[QWidget, QWidget]] = [(self._phone, self._name), (self._birthday, gender)]
        if self._member is None:
            rows.append((self._card, self._referrer))
        rows.append((self._consent_rows[0], self._consent_rows[1]))
        for place, pair in enumerate(rows):
            for side, widget in enumerate(pair):
                # At one height, so that Tab goes through a row before it goes to the next.
                grid.addWidget(widget, place, side, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)
        self.body.addWidget(self._declared)

    def _build_foot(self) -> None:
        self.set_title(self.tr("New member") if self._member is None else self.tr("Change the profile"))
        if self._member is not None:
            self._offer(self.tr("Same person as …"), "F3", Icon.MEMBER, self.merge_asked)
            self._offer(self.tr("Forget"), "F4", Icon.TRASH, self.forget_asked)
        self._open = self.add_button("", key="F2", icon=Icon.MEMBER)
        self._open.hide()
        self._open.clicked.connect(self._open_holder)
        self.add_cancel(self.tr("Cancel"))
        main = self.add_main(self.tr("Register") if self._member is None else self.tr("Save"))
        main.clicked.connect(self._submit)

    def _field(self, caption: str, text: str, *, big: bool = False, takes_names: bool = False) -> Labelled:
        field = TextField(takes_names=takes_names, size=TypeSize.TITLE if big else TypeSize.STRONG, bold=big)
        field.setMaxLength(60)
        field.setText(text)
        return Labelled(caption, field)

    def _submit(self) -> None:
        for place in (self._phone, self._name, self._birthday, self._card, self._referrer):
            place.set_fault("")
        self._form.submit(
            Filled(
                phone=_text(self._phone),
                name=_text(self._name),
                birthday=_text(self._birthday),
                gender=self._gender.value(),
                colleague=self._colleague.value(),
                fields=self._declared.values(),
                consents={
                    consent: choice.value() == "yes" for consent, choice in self._consents.items() if choice.value()
                },
                card=_text(self._card).replace(" ", ""),
                referrer=_text(self._referrer),
            )
        )

    def _offer(self, word: str, key: str, icon: Icon, asked: SignalInstance) -> None:
        def leave() -> None:
            self.reject()
            asked.emit(self._member)

        self.add_button(word, key=key, icon=icon).clicked.connect(leave)

    def _open_holder(self) -> None:
        holder = self._holder
        if holder is not None:
            self.reject()
            self.open_asked.emit(holder)

    def _place_of(self, why: Why) -> Labelled | None:
        return {
            Why.PHONE_IMPOSSIBLE: self._phone,
            Why.PHONE_TAKEN: self._phone,
            Why.NAME_MISSING: self._name,
            Why.BIRTHDAY_IMPOSSIBLE: self._birthday,
            Why.CARD_TAKEN: self._card,
            Why.CARD_NOT_OURS: self._card,
            Why.MEMBER_UNKNOWN: self._referrer,
        }.get(why)


def _text(place: Labelled) -> str:
    assert isinstance(place.field, TextField)
    return place.field.text().strip()
