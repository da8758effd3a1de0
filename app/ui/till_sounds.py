"""Which sound belongs to what happens at the till."""

from PySide6.QtWidgets import QApplication

from app.domain.errors import Refused, Why
from app.domain.pricing import PricedBasket
from app.ports.sounds import Sound, Sounds
from app.ui.session import Session

_UNKNOWN = frozenset({Why.CODE_UNKNOWN, Why.CODE_CHECK_DIGIT, Why.CARD_UNKNOWN, Why.CARD_UNREADABLE})


class TillSounds:
    """Listens to the screens; without a player only refusals are heard, by the system's own beep."""

    def __init__(self, sounds: Sounds | None, session: Session) -> None:
        self._sounds, self._session = sounds, session
        self._things = 0
        session.watch(self.follow)
        self.follow()

    def follow(self) -> None:
        """As loud as the settings say."""
        if self._sounds:
            self._sounds.set_loudness(self._session.settings.sounds)

    def basket_changed(self, priced: PricedBasket) -> None:
        """Something more lies in the basket."""
        things = sum(line.line.quantity_milli for line in priced.lines)
        if things > self._things and self._sounds:
            self._sounds.play(Sound.SCANNED)
        self._things = things

    def refused(self, refused: Refused) -> None:
        """A code nobody knows, or something that may not be."""
        if self._sounds:
            self._sounds.play(Sound.UNKNOWN if refused.why in _UNKNOWN else Sound.REFUSED)
        else:
            QApplication.beep()

    def paid(self) -> None:
        """A sale is a fact."""
        if self._sounds:
            self._sounds.play(Sound.PAID)
