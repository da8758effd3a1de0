"""A till without payment providers: the cashier types the references."""

from concurrent.futures import Future
from typing import TypeVar

from app.domain.ids import PaymentId
from app.domain.payment import Outcome
from app.ports.payment import Answer, Attempt, PaymentRequest, ReturnRequest, Reversal, Trouble, Way

Result = TypeVar("Result")


class NoProviders:
    """Fits `PaymentDesk`. What an earlier provider has left open stays unknown."""

    def way(self, tender: str) -> Way | None:
        """None."""

    def pay(self, tender: str, request: PaymentRequest) -> Attempt:
        """Nobody is asked."""
        return Attempt(Future(), _done(Answer(Outcome.REFUSED, trouble=Trouble.NO_LINE)))

    def cancel(self) -> None:
        """Nothing is on its way."""

    def ask(self, tender: str, payment: PaymentId, amount_minor: int) -> "Future[Answer]":
        """Nobody knows."""
        return _done(Answer(Outcome.UNKNOWN, trouble=Trouble.NO_LINE))

    def reverse(self, tender: str, payment: PaymentId) -> "Future[Reversal]":
        """Nobody can."""
        return _done(Reversal.UNKNOWN)

    def pay_back(self, tender: str, request: ReturnRequest) -> "Future[Reversal]":
        """Nobody can."""
        return _done(Reversal.UNKNOWN)


def _done(result: Result) -> "Future[Result]":
    future: Future[Result] = Future()
    future.set_result(result)
    return future
