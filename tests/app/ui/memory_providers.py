"""Payment providers for the screens' tests: they answer when the test lets them."""

from concurrent.futures import Future
from dataclasses import dataclass, field

from app.domain.ids import PaymentId
from app.ports.payment import Answer, Attempt, PaymentRequest, ReturnRequest, Reversal, Way


@dataclass
class MemoryProviders:
    """Fits `PaymentDesk`."""

    ways: dict[str, Way] = field(default_factory=dict)
    requests: list[PaymentRequest] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    questions: "list[Future[Answer]]" = field(default_factory=list)
    reversals: "list[Future[Reversal]]" = field(default_factory=list)
    returns: list[ReturnRequest] = field(default_factory=list)
    cancels: int = 0

    def way(self, tender: str) -> Way | None:
        return self.ways.get(tender)

    def pay(self, tender: str, request: PaymentRequest) -> Attempt:
        self.requests.append(request)
        self.attempts.append(Attempt(Future(), Future()))
        return self.attempts[-1]

    def cancel(self) -> None:
        self.cancels += 1

    def ask(self, tender: str, payment: PaymentId, amount_minor: int) -> "Future[Answer]":
        self.questions.append(Future())
        return self.questions[-1]

    def reverse(self, tender: str, payment: PaymentId) -> "Future[Reversal]":
        self.reversals.append(Future())
        return self.reversals[-1]

    def pay_back(self, tender: str, request: ReturnRequest) -> "Future[Reversal]":
        self.returns.append(request)
        self.reversals.append(Future())
        return self.reversals[-1]

    def answer(self, answer: Answer) -> None:
        """The payment on its way ends so."""
        self.attempts[-1].answer.set_result(answer)
