"""Members whom this till does not carry: head office is asked while the sale goes on, and never for long."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from app.domain.codes import CodeRules, MemberCard, MemberCode, StoredValueCard, decode
from app.domain.errors import Refused, Why
from app.ports.head_office import HeadOffice, Line, Seeking
from app.ui.running import Follows

LONGEST_MS = 1_500
PHONE_DIGITS = 11


class Seeks(Protocol):
    """Asks head office for somebody."""

    def card(self, refused: Refused, text: str, then: Callable[[bool], None]) -> bool:
        """Ask, where that can help; `then` hears whether to look again. False where nobody is asked."""

    def phone(self, text: str, then: Callable[[bool], None]) -> bool:
        """The same for a whole phone number that nobody here has."""


class Nowhere:
    """There is nobody to ask. Fits `Seeks`."""

    def card(self, refused: Refused, text: str, then: Callable[[bool], None]) -> bool:
        """Nobody is asked."""
        return False

    def phone(self, text: str, then: Callable[[bool], None]) -> bool:
        """Nobody is asked."""
        return False


class Elsewhere(QObject):
    """Fits `Seeks`. `asking` is called when a question has gone out; a later one takes the place of an earlier.

    `too_often` is called, behind `then`, where this till has to wait before it may ask again.
    """

    def __init__(
        self,
        parent: QObject,
        office: HeadOffice,
        follows: Follows,
        rules: Callable[[], CodeRules],
        asking: Callable[[], None],
        too_often: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._office, self._follows, self._rules = office, follows, rules
        self._asking, self._too_often = asking, too_often
        self._then: Callable[[bool], None] | None = None
        self._question = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST_MS)
        self._patience.timeout.connect(lambda: self._answered(self._question, Seeking.NOBODY))

    def card(self, refused: Refused, text: str, then: Callable[[bool], None]) -> bool:
        """Ask for a card that is not known here."""
        if refused.why is not Why.CARD_UNKNOWN:
            return False
        match decode(text, self._rules()):
            case MemberCard(number) | StoredValueCard(number):
                return self._ask(then, card=number)
            case MemberCode() as code:
                return self._ask(then, card=code.card)
        return False

    def phone(self, text: str, then: Callable[[bool], None]) -> bool:
        """Ask for a whole phone number."""
        digits = text.strip()
        return len(digits) == PHONE_DIGITS and digits.isdecimal() and self._ask(then, phone=digits)

    def _ask(self, then: Callable[[bool], None], *, card: str = "", phone: str = "") -> bool:
        if self._office.status.line is not Line.ONLINE or self._office.status.is_inside:
            return False
        self._answered(self._question, Seeking.NOBODY)
        self._question += 1
        question, self._then = self._question, then
        self._patience.start()
        self._asking()
        self._follows.follow(
            self._office.look_elsewhere(card=card, phone=phone),
            lambda came: self._answered(question, came),
            lambda _: self._answered(question, Seeking.NOBODY),
        )
        return True

    def _answered(self, question: int, came: Seeking) -> None:
        if question == self._question and self._then:
            then, self._then = self._then, None
            self._patience.stop()
            then(came is Seeking.FOUND)
            if came is Seeking.TOO_OFTEN:
                self._too_often()
