"""Takes up what head office has sent: programme and settings between two customers, goods and people at once."""

from collections.abc import Callable, Set

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.programme.model import Programme
from app.services.use_cases import UseCases
from app.settings import ShopSettings
from app.ui.running import Runs
from app.ui.session import Session

# A programme begins on a minute of the shop's clock; nobody waits for it longer than this.
LOOK_MS = 15_000


class RulesKeeper(QObject):
    """`is_between`: no customer stands here whose sale began under the rules of before.

    `began`: another programme is in force from now on.
    """

    began = Signal()

    def __init__(
        self, parent: QObject, use_cases: UseCases, tasks: Runs, session: Session, is_between: Callable[[], bool]
    ) -> None:
        super().__init__(parent)
        self._use_cases, self._tasks, self._session, self._is_between = use_cases, tasks, session, is_between
        self._coming: Programme | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def fed(self, streams: Set[str]) -> None:
        """Head office has sent something of these streams."""
        if "config" in streams:
            self._tasks.run(self._use_cases.take_up_settings, self._set)
        if "programmes" in streams:
            self.look()

    def look(self) -> None:
        """See whether another programme is due."""
        if self._is_between():
            self._tasks.run(self._use_cases.take_up_programme, self._came)

    def swap(self) -> None:
        """If a programme waits for the customer to have gone: now."""
        if self._coming and self._is_between():
            programme, self._coming = self._coming, None
            self._session.set_programme(programme)
            self.began.emit()

    def _came(self, programme: Programme | None) -> None:
        self._coming = programme or self._coming
        self.swap()

    def _set(self, settings: ShopSettings | None) -> None:
        if settings:
            self._session.set_settings(settings)
