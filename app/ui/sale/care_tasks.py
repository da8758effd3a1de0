"""Care at the counter: follow-ups that are due are asked and ticked off without leaving the sale."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.member import DueFollowUp, MemberView
from app.services.use_cases import UseCases
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.sale.follow_up_dialog import FollowUpDialog
from app.ui.session import Session
from app.ui.theme.tokens import Tone

Tell = Callable[[str, str, Tone], None]


class CareTasks(QObject):
    """`changed` gets the member with one follow-up less."""

    def __init__(
        self,
        host: QWidget,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        tell: Tell,
        changed: Callable[[MemberView], None],
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks, self._session = host, use_cases, tasks, session
        self._tell, self._changed = tell, changed

    def ask(self, view: MemberView | None) -> None:
        """What this member is to be asked now, if anything."""
        if view is None or view.member is None or not view.member.follow_ups:
            return
        dialog = FollowUpDialog(self._host, view.member.name, view.member.follow_ups, self._session)
        dialog.decided.connect(lambda due, note: self._tick_off(view, due, note))
        dialog.open()

    def _tick_off(self, view: MemberView, due: DueFollowUp, note: str) -> None:
        operator = self._session.signed_on()
        self._tasks.run(lambda: self._use_cases.care.tick_off(operator, view, due, note), self._ticked_off)

    def _ticked_off(self, view: MemberView | Refused) -> None:
        if isinstance(view, Refused):
            words = refusal_words(view)
            self._tell(words.what, words.remedy, Tone.BAD)
            return
        self._tell(self.tr("Ticked off"), "", Tone.ACCENT)
        self._changed(view)
