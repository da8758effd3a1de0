"""Theme and language follow the settings at once, without a restart."""

from PySide6.QtWidgets import QApplication

from app.ui.session import Session
from app.ui.speech import speak
from app.ui.theme.wear import wear


class Dress:
    """Watches the session and changes what the application wears and speaks."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._worn = (session.settings.theme, session.language)
        session.watch(self._follow)

    def _follow(self) -> None:
        wanted = (self._session.settings.theme, self._session.language)
        app = QApplication.instance()
        if wanted == self._worn or not isinstance(app, QApplication):
            return
        spoke = self._worn[1]
        self._worn = wanted
        wear(app, *wanted)
        if wanted[1] != spoke:
            speak(app, wanted[1])
