"""The approval dialog: what it is about, who allows it, why, and the PIN."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId
from app.domain.staff import Approval, Operator
from app.services.use_cases import UseCases
from app.ui.approval.people import role_name
from app.ui.approval.presenter import ApprovalPresenter
from app.ui.approval.question import Question
from app.ui.approval.reason_field import FIRST_KEY, ReasonField
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import Labelled, PinField
from app.ui.widgets.number_pad import NumberPad
from app.ui.widgets.panel import clear, column, row, rule
from app.ui.widgets.text import Role, Text

_WIDE, _NARROW = 840, 560
_MOST_APPROVERS = 4


class ApprovalDialog(Dialog):
    """Opens itself where something is left to ask, and hands the approval to `then`."""

    def __init__(
        self, host: QWidget, tasks: Runs, use_cases: UseCases, operator: Operator, then: Callable[[Approval], None]
    ) -> None:
        super().__init__(host, "", width=_WIDE)
        self._presenter = ApprovalPresenter(self, tasks, use_cases, operator, then)
        self._operator = operator
        self._approver: OperatorId | None = None
        self._approver_keys: list[Button] = []
        self._reason: ReasonField | None = None
        self._pin: PinField | None = None

    def ask(self, question: Question) -> None:
        """Ask what is still open."""
        self.set_title(self.tr("Approval needed"))
        self.set_intro(question.what)
        self._presenter.ask(question)

    def ask_reason(self, question: Question) -> None:
        """The operator may do it and says why."""
        self.set_title(question.what)
        self.set_intro("")
        self.card.setMaximumWidth(_NARROW)
        self._build_reason(question, self.body)
        self._build_foot(self.tr("Go on"))
        self.open()

    def ask_approver(self, question: Question, approvers: Sequence[Operator]) -> None:
        """Somebody else allows it with a PIN."""
        clear(self.body)
        sides = row(spacing=Space.XL)
        left, right = column(spacing=Space.M), column(spacing=Space.M)
        sides.addLayout(left, 5)
        sides.addWidget(rule(upright=True))
        sides.addLayout(right, 4)
        self._build_approvers(approvers, left)
        if question.needs_reason:
            self._build_reason(question, left)
        left.addStretch(1)
        self._build_pin(right)
        self.body.addLayout(sides)
        self._build_foot(self.tr("Approve"))
        self.open()

    def show_refusal(self, refused: Refused) -> None:
        """Beside the field it is about, or on top."""
        words = refusal_words(refused)
        if refused.why is Why.REASON_MISSING and self._reason:
            self._reason.set_fault(words.text)
            self._reason.setFocus()
            return
        self.tell(words.what, words.remedy)
        if self._pin:
            self._pin.clear()
            self._pin.setFocus()

    def finish(self) -> None:
        """It is allowed. Where nothing had to be asked, the dialog was never open."""
        if self.is_open:
            self.accept()
        else:
            self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 and on choose who, F5 and on why."""
        number = event.key() - Qt.Key.Key_F1
        if 0 <= number < len(self._approver_keys):
            self._approver_keys[number].click()
        elif not (self._reason and self._reason.pick(number + 1 - FIRST_KEY)):
            super().keyPressEvent(event)
        event.accept()

    def _build_approvers(self, approvers: Sequence[Operator], place: QBoxLayout) -> None:
        place.addWidget(Text(self.tr("Who allows it"), Role.CAPTION, Tone.SOFT))
        if not approvers:
            place.addWidget(Text(self.tr("Nobody at this till may allow it."), tone=Tone.BAD, wraps=True))
        for index, person in enumerate(approvers[:_MOST_APPROVERS]):
            place.addWidget(self._approver_button(index, person))
        if approvers:
            self._choose(approvers[0].id, self._approver_keys[0])

    def _approver_button(self, index: int, person: Operator) -> Button:
        button = Button(f"{person.name} · {role_name(person.role)}", icon=Icon.MEMBER, key=f"F{index + 1}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._choose(person.id, button))
        self._approver_keys.append(button)
        return button

    def _choose(self, approver: OperatorId, chosen: Button) -> None:
        if self._pin and approver != self._approver:
            self._pin.clear()
        self._approver = approver
        for button in self._approver_keys:
            button.setChecked(button is chosen)
        if self._pin:
            self._pin.setFocus()

    def _build_reason(self, question: Question, place: QBoxLayout) -> None:
        self._reason = ReasonField(question.reasons)
        place.addWidget(self._reason)
        if self._pin is None:
            self.setFocusProxy(self._reason)

    def _build_pin(self, place: QBoxLayout) -> None:
        self._pin = PinField()
        self._pin.submitted.connect(self._submit)
        place.addWidget(Labelled(self.tr("PIN of the one who allows it"), self._pin))
        place.addWidget(NumberPad(self._pin, corner=""), 1)
        if self._reason:
            self._reason.picked.connect(self._to_pin)
        self.setFocusProxy(self._pin)

    def _to_pin(self) -> None:
        if self._pin:
            self._pin.setFocus()
            # One that stands there already is sent by Enter, or typed anew over it.
            self._pin.selectAll()

    def _build_foot(self, action: str) -> None:
        self.add_cancel(self.tr("Cancel"))
        self.add_main(action, Kind.PRIMARY).clicked.connect(self._go_on)

    def _go_on(self) -> None:
        if self._pin is None:
            self._presenter.allow_myself(self._reason.reason() if self._reason else "")
        elif self._pin.text():
            self._submit(self._pin.text())

    def _submit(self, pin: str) -> None:
        reason = self._reason.reason() if self._reason else ""
        if self._approver is None:
            return
        if self._pin and self._reason and not reason:
            # Enter has emptied the field; a PIN typed before its reason is not typed twice.
            self._pin.setText(pin)
        self._presenter.allow(self._approver, pin, reason)
