"""What the signs of the status strip mean, and the remedy one key away."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.staff import Permission
from app.services.use_cases import UseCases
from app.ui.approval import Approver
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.slips.dialog import SlipsDialog
from app.ui.status.sign_dialog import SignDialog
from app.ui.status.words import Sign
from app.ui.theme.tokens import Tone


class Ways(Protocol):
    """Where a remedy can lead: the window."""

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.PLAIN) -> None:
        """Say something."""

    def sign_on(self) -> None:
        """Lock the till."""

    def go_to_settings(self) -> None:
        """To the settings."""

    def go_to_shift(self) -> None:
        """To the shift."""

    def go_to_sync(self) -> None:
        """To head office."""

    def clock_confirmed(self) -> None:
        """Stored value moves again."""


class Remedies:
    """Explains a sign and does what helps; most remedies need somebody who is signed on."""

    def __init__(
        self, host: QWidget, ways: Ways, use_cases: UseCases, tasks: Runs, session: Session, retry: Callable[[], None]
    ) -> None:
        self._host, self._ways = host, ways
        self._use_cases, self._tasks, self._session = use_cases, tasks, session
        self._retry = retry

    def explain(self, name: str, sign: Sign) -> None:
        """What this sign means, with its remedy."""
        if name in {"printer", "slips"} and sign.tone is not Tone.PLAIN and self._session.operator:
            self._show_slips((sign.word, sign.explanation))
            return
        word = self._words().get(name, "") if self._session.operator else ""
        dialog = SignDialog(self._host, sign, word)
        dialog.finished.connect(lambda done: self._do(name) if done else None)
        dialog.open()

    def _words(self) -> dict[str, str]:
        slips = QCoreApplication.translate("Remedies", "Waiting slips")
        return {
            "line": QCoreApplication.translate("Remedies", "Head office"),
            "printer": slips,
            "slips": slips,
            "scanner": QCoreApplication.translate("Remedies", "Settings"),
            "pole": QCoreApplication.translate("Remedies", "Settings"),
            "clock": QCoreApplication.translate("Remedies", "The clock is right"),
            "shift": QCoreApplication.translate("Remedies", "Shift"),
            "operator": QCoreApplication.translate("Remedies", "Lock the till"),
        }

    def _do(self, name: str) -> None:
        remedies: dict[str, Callable[[], None]] = {
            "line": self._ways.go_to_sync,
            "printer": self._show_slips,
            "slips": self._show_slips,
            "scanner": self._ways.go_to_settings,
            "pole": self._ways.go_to_settings,
            "clock": self._confirm_clock,
            "shift": self._ways.go_to_shift,
            "operator": self._ways.sign_on,
        }
        remedies[name]()

    def _show_slips(self, trouble: tuple[str, str] | None = None) -> None:
        dialog = SlipsDialog(self._host, self._use_cases, self._tasks, self._session, self._retry, trouble)
        dialog.settings_asked.connect(self._ways.go_to_settings)
        dialog.open()

    def _confirm_clock(self) -> None:
        operator = self._session.signed_on()
        Approver(self._host, self._use_cases, self._tasks, self._session).ask(
            Permission.CONFIRM_CLOCK,
            QCoreApplication.translate("Remedies", "Date and time of this till are right"),
            lambda approval: self._tasks.run(
                lambda: self._use_cases.confirm_clock(operator, approval), self._clock_confirmed
            ),
            needs_reason=False,
        )

    def _clock_confirmed(self, refused: Refused | None) -> None:
        if refused:
            words = refusal_words(refused)
            self._ways.tell(words.what, words.remedy, Tone.BAD)
            return
        self._session.set_clock_in_doubt(in_doubt=False)
        self._ways.clock_confirmed()
