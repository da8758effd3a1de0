"""Asking head office for value while the customer waits: shown, short, and given up at any time."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.errors import Why
from app.domain.ids import WalletId
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.domain.member import MemberView
from app.ports.head_office import HeadOffice, Lending, Lent, Line, Says
from app.ui.running import Follows
from app.ui.session import Session

Refresh = Callable[[Callable[[], None]], None]

_WHY = {
    Lending.SHORT: Why.VALUE_AT_OTHER_TILLS,
    Lending.CAP: Why.VALUE_CAPPED,
    Lending.RECOVERY: Why.VALUE_IN_RECOVERY,
    Lending.FENCED: Why.VALUE_FROZEN_BY_OFFICE,
    Lending.OFFLINE: Why.VALUE_OFFLINE,
}


class AskingView(Protocol):
    """The screen while it asks."""

    def show_asking(self, missing: int, unit: Unit) -> None:
        """Head office is asked for so much; `stop` after 1.5 s or when the cashier has enough of it."""

    def hide_asking(self) -> None:
        """The answer is there, or nobody waits for it any more."""


class ValueDesk:
    """One question at a time. `refresh(then)` has the basket's member looked at anew."""

    def __init__(
        self, view: AskingView, office: HeadOffice, follows: Follows, session: Session, refresh: Refresh
    ) -> None:
        self._view, self._office, self._follows = view, office, follows
        self._session, self._refresh = session, refresh
        self._question = 0
        self._then: Callable[[Why | None], None] | None = None

    @property
    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._then is not None

    @property
    def line(self) -> Line:
        """How the line is."""
        return self._office.status.line

    def can_ask(self) -> bool:
        """Whether there is somebody to ask."""
        status = self._office.status
        return status.line is Line.ONLINE and status.says is not Says.FENCED

    def ask(
        self,
        wallet: WalletId,
        missing: int,
        then: Callable[[Why | None], None],
        units: Sequence[Unit] = MONEY,
    ) -> None:
        """Ask; `then` hears why it was not enough, once the member was looked at anew."""
        self._question += 1
        question, self._then = self._question, then
        self._view.show_asking(missing, units[0])
        self._follows.follow(
            self._office.ask(wallet, missing, units),
            lambda lent: self._answered(question, lent),
            lambda _: self._answered(question, Lent(Lending.OFFLINE)),
        )

    def stop(self, *, is_late: bool) -> None:
        """Wait no longer. What comes later is welcome all the same: it lies here then."""
        then, self._then = self._then, None
        if then is None:
            return
        self._view.hide_asking()
        if is_late:
            then(Why.VALUE_ANSWER_LATE)

    def why_short(self, view: MemberView, elsewhere_minor: int) -> Why:
        """Why this till can use no more of a wallet, nobody asked."""
        status = self._office.status
        if status.says is Says.FENCED:
            return Why.VALUE_FROZEN_BY_OFFICE
        if status.frozen_at and self._session.clock.now_ms() > status.frozen_at:
            return Why.VALUE_FROZEN_BY_SILENCE
        return Why.VALUE_OFFLINE if status.line is Line.OFFLINE and elsewhere_minor else Why.VALUE_SHORT

    def _answered(self, question: int, lent: Lent) -> None:
        if question != self._question or self._then is None:
            self._refresh(lambda: None)
            return
        then, self._then = self._then, None
        self._view.hide_asking()
        self._refresh(lambda: then(_WHY.get(lent.outcome)))
