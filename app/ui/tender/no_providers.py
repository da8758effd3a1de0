"""A till without payment providers: the cashier types the references."""

from concurrent.futures import Future

from app.domain.ids import PaymentId
from app.domain.payment import Outcome
from app.ports.payment import Answer, Attempt, PaymentRequest, Reversal, Trouble, Way


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
        future: Future[Reversal] = Future()
        future.set_result(Reversal.UNKNOWN)
        return future


def _done(answer: Answer) -> "Future[Answer]":
    future: Future[Answer] = Future()
    future.set_result(answer)
    return future
