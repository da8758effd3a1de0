"""Complaints of a member: taken, given to somebody, answered, closed; asked step by step."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.ids import OperatorId
from app.domain.member import MemberView
from app.domain.people.care import Care, CareStep, Complaint
from app.domain.staff import Operator
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Tone
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.tell import Tell, tell_refusal
from app.ui.wallet.words_dialog import WordsDialog

_MOST = 7
_SHOWN = 28


class ComplaintTasks(QObject):
    """One step at a time; each stays on record with who took it."""

    def __init__(self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session, tell: Tell) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell = tell

    def open(self, view: MemberView) -> None:
        """A new complaint, or one that was taken before."""
        self._tasks.run(lambda: self._use_cases.care.complaints(view.wallet), lambda found: self._choose(view, found))

    def _choose(self, view: MemberView, found: Sequence[Complaint]) -> None:
        shown = [each for each in found if each.is_open][:_MOST]
        choices = [Choice(self.tr("A new complaint"), Icon.PLUS), *(Choice(self._line(each)) for each in shown)]
        closed = sum(not each.is_open for each in found)
        intro = self.tr("{count} were closed before.").format(count=closed) if closed else ""
        dialog = ListDialog(self._host, self.tr("Complaints"), intro, choices)
        dialog.chosen.connect(lambda index: self._go_on(shown[index - 1]) if index else self._take(view))
        dialog.open()

    def _line(self, complaint: Complaint) -> str:
        text = complaint.text if len(complaint.text) <= _SHOWN else f"{complaint.text[:_SHOWN]}…"
        day = self._session.time_of(complaint.steps[0].at)[5:10]
        return " · ".join(part for part in (day, text, complaint.to or "") if part)

    def _take(self, view: MemberView) -> None:
        operator = self._session.signed_on()
        dialog = WordsDialog(self._host, self.tr("A new complaint"), self.tr("What is the member not content with?"))
        dialog.said.connect(
            lambda text: self._tasks.run(lambda: self._use_cases.care.complain(operator, view, text), self._kept)
        )
        dialog.open()

    def _go_on(self, complaint: Complaint) -> None:
        steps = (CareStep.ASSIGNED, CareStep.ANSWERED, CareStep.CLOSED)
        choices = [
            Choice(self.tr("Give it to somebody"), Icon.MEMBER),
            Choice(self.tr("Answer it"), Icon.NOTE),
            Choice(self.tr("Close it"), Icon.CHECK),
        ]
        dialog = ListDialog(self._host, self._line(complaint), self._history(complaint), choices)
        dialog.chosen.connect(lambda index: self._step(complaint, steps[index]))
        dialog.open()

    def _history(self, complaint: Complaint) -> str:
        return "\n".join(
            f"{self._session.time_of(step.at)[5:16]}  {step.care.operator}: {step.care.note or step.care.to or '–'}"
            for step in complaint.steps[-_MOST:]
        )

    def _step(self, complaint: Complaint, step: CareStep) -> None:
        if step is CareStep.ASSIGNED:
            self._tasks.run(self._use_cases.sign_on.operators, lambda people: self._give(complaint, people))
            return
        title = self.tr("Answer it") if step is CareStep.ANSWERED else self.tr("Close it")
        dialog = WordsDialog(self._host, title, complaint.text)
        dialog.said.connect(lambda text: self._note(complaint, step, text, None))
        dialog.open()

    def _give(self, complaint: Complaint, people: Sequence[Operator]) -> None:
        dialog = ListDialog(
            self._host, self.tr("Who sees to it?"), complaint.text, [Choice(person.name) for person in people]
        )
        dialog.chosen.connect(lambda index: self._note(complaint, CareStep.ASSIGNED, "", people[index].id))
        dialog.open()

    def _note(self, complaint: Complaint, step: CareStep, note: str, to: OperatorId | None) -> None:
        operator = self._session.signed_on()
        self._tasks.run(lambda: self._use_cases.care.go_on(operator, complaint, step, note, to), self._kept)

    def _kept(self, outcome: Care | Refused) -> None:
        if isinstance(outcome, Refused):
            tell_refusal(self._tell, outcome)
        else:
            self._tell(self.tr("Noted"), self.tr("It stays on record with your name."), Tone.ACCENT)
