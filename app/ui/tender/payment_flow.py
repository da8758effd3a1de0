"""A payment outside the till, step by step: begun on record, shown, settled on record, never guessed."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.domain.errors import Refused, Why
from app.domain.ids import PaymentId
from app.domain.payment import Closing, Outcome, Payment
from app.domain.programme.model import TenderKind
from app.domain.staff import Approval
from app.domain.tender import Tendered
from app.ports.payment import Answer, PaymentDesk, PaymentRequest, Reversal, Trouble, Way
from app.services.take_payment import TakePayment
from app.ui.running import Follows, Runs
from app.ui.session import Session

_WHY = {
    Trouble.NO_LINE: Why.PAYMENT_NO_LINE,
    Trouble.CODE_BAD: Why.PAYMENT_CODE_BAD,
    Trouble.CANCELLED: Why.PAYMENT_CANCELLED,
}


class Step(Enum):
    """Where a payment stands, for the cashier. In LEFT_OVER it is paid, and no sale has taken it."""

    SCAN_PHONE = "scan_phone"
    WAITING = "waiting"
    CANCELLING = "cancelling"
    ASKING = "asking"
    UNKNOWN = "unknown"
    LEFT_OVER = "left_over"
    GIVING_BACK = "giving_back"


# A provider is at it: nobody locks the till, nobody begins another payment.
_ON_ITS_WAY = frozenset({Step.WAITING, Step.CANCELLING, Step.ASKING, Step.GIVING_BACK})


@dataclass(frozen=True, slots=True)
class PaymentState:
    """What the cashier sees. `way` is None where the provider is not set up any more; `code` is for the customer."""

    step: Step
    tender: str
    amount_minor: int
    way: Way | None
    code: str = ""
    fits: bool = False


class PaymentView(Protocol):
    """The tender screen."""

    def show_payment(self, state: PaymentState) -> None:
        """Where the payment stands."""

    def hide_payment(self) -> None:
        """There is none on its way."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


Then = Callable[[Payment], None]


class PaymentFlow:
    """One payment at a time. What it begins stands in the till's store until a sale takes it or it goes back."""

    def __init__(
        self, view: PaymentView, desk: PaymentDesk, runs: Runs, follows: Follows, take: TakePayment, session: Session
    ) -> None:
        self._view, self._desk, self._runs, self._follows = view, desk, runs, follows
        self._take, self._session = take, session
        self._state: PaymentState | None = None
        self._payment: Payment | None = None
        self._then: Then = lambda _: None
        self._back: Callable[[], None] = lambda: None
        self._left: set[PaymentId] = set()

    @property
    def is_busy(self) -> bool:
        """Whether a provider is being asked."""
        return self._state is not None and self._state.step in _ON_ITS_WAY

    def pays(self, kind: str) -> bool:
        """Whether a provider is set up for this tender kind."""
        return self._desk.way(kind) is not None

    def begin(self, kind: TenderKind, amount_minor: int, then: Then) -> None:
        """Take so much; `then` gets the payment once it is paid."""
        if self._state:
            return
        self._then, self._payment = then, None
        self._state = PaymentState(Step.SCAN_PHONE, kind.id, amount_minor, self._desk.way(kind.id))
        if self._state.way is Way.SCANNED_CODE:
            self._view.show_payment(self._state)
        else:
            self.take_code("")

    def take_code(self, phone_code: str) -> None:
        """The customer's code was scanned: ask for the money. It goes to the provider and nowhere else."""
        state = self._state
        if state is None or state.step is not Step.SCAN_PHONE:
            return
        self._show(Step.WAITING)
        operator = self._session.signed_on()
        self._runs.run(
            lambda: self._take(operator, state.tender, state.amount_minor),
            lambda begun: self._begun(begun, phone_code),
            lambda _: self._hide(),
        )

    def look(self, tendered: Sequence[Tendered], rest_minor: int, then: Then) -> None:
        """Ask for what was left open, one after the other; `then` gets what is paid and fits into `rest_minor`."""
        if self._state is None:
            self._runs.run(self._take.open, lambda found: self._found(found, tendered, rest_minor, then))

    def ask_again(self) -> None:
        """What came of it by now?"""
        payment = self._payment
        if payment and self._state and self._state.step is Step.UNKNOWN:
            self._show(Step.ASKING)
            self._await(self._desk.ask(payment.tender, payment.id, payment.amount_minor))

    def use(self) -> None:
        """What is paid already is taken for the basket that is being paid."""
        payment = self._payment
        if payment and self._state and self._state.step is Step.LEFT_OVER and self._state.fits:
            self._hide()
            self._then(payment)

    def give_back(self) -> None:
        """What was paid goes back to the customer."""
        payment = self._payment
        if payment is None or self._state is None or self._state.step is not Step.LEFT_OVER:
            return
        self._show(Step.GIVING_BACK)
        self._follows.follow(
            self._desk.reverse(payment.tender, payment.id),
            lambda reversal: self._went_back(payment, reversal),
            lambda _: self._went_back(payment, Reversal.UNKNOWN),
        )

    def close(self, how: Closing, approval: Approval) -> None:
        """Its provider does not say; a manager does."""
        payment = self._payment
        if payment and self._state and self._state.step in {Step.UNKNOWN, Step.LEFT_OVER}:
            self._runs.run(lambda: self._take.close(payment.id, how, approval), self._closed)

    def give_back_tender(self, tender: Tendered, then: Callable[[], None]) -> None:
        """The same for a payment that a basket has taken already; `then` once the customer has it back."""
        if self._state is None:
            self._runs.run(self._take.open, lambda found: self._give_back_of(found, tender, then))

    def stop(self) -> None:
        """The cashier does not want to go on: cancelled where it is on its way, else left for later."""
        state = self._state
        if state is None:
            return
        if state.step is Step.WAITING:
            self._show(Step.CANCELLING)
            self._desk.cancel()
        elif state.step not in _ON_ITS_WAY:
            if self._payment:
                self._left.add(self._payment.id)
            self._hide()

    def next_customer(self) -> None:
        """What was left for later is spoken of again."""
        self._left.clear()

    def _begun(self, begun: Payment | Refused, phone_code: str) -> None:
        if isinstance(begun, Refused):
            self._hide()
            self._view.show_refusal(begun)
            return
        self._payment = begun
        attempt = self._desk.pay(begun.tender, PaymentRequest(begun.id, begun.amount_minor, phone_code))
        self._follows.follow(attempt.shown, lambda code: self._show_code(begun, code), lambda _: None)
        self._await(attempt.answer)
        if self._state and self._state.step is Step.CANCELLING:
            self._desk.cancel()

    def _await(self, answer: "Future[Answer]") -> None:
        self._follows.follow(answer, self._answered, lambda _: self._answered(Answer(Outcome.UNKNOWN)))

    def _answered(self, answer: Answer) -> None:
        payment = self._payment
        if payment is not None:
            self._runs.run(
                lambda: self._take.settle(payment.id, answer),
                lambda settled: self._settled(settled, answer),
                lambda _: self._show(Step.UNKNOWN),
            )

    def _settled(self, payment: Payment | None, answer: Answer) -> None:
        self._payment = payment
        if payment is None:
            self._hide()
            is_late = answer.outcome is Outcome.TIMED_OUT
            why = Why.PAYMENT_TIMED_OUT if is_late else _WHY.get(answer.trouble, Why.PAYMENT_DECLINED)
            self._view.show_refusal(Refused(why))
        elif payment.is_paid:
            self._hide()
            self._then(payment)
        else:
            self._show(Step.UNKNOWN)

    def _closed(self, outcome: Payment | Refused | None) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
        elif outcome is None:
            self._is_back()
        else:
            self._hide()
            self._then(outcome)

    def _found(self, found: Sequence[Payment], tendered: Sequence[Tendered], rest_minor: int, then: Then) -> None:
        taken = {(each.kind, each.reference) for each in tendered}
        strays = [each for each in found if (each.tender, each.reference) not in taken and each.id not in self._left]
        if self._state or not strays:
            return
        payment = self._payment = strays[0]
        fits = payment.amount_minor <= rest_minor
        # It may be another customer's: what turns out paid is used only where the cashier says so.
        self._then = then if payment.is_paid else lambda _: self.look(tendered, rest_minor, then)
        step = Step.LEFT_OVER if payment.is_paid else Step.UNKNOWN
        way = self._desk.way(payment.tender)
        self._state = PaymentState(step, payment.tender, payment.amount_minor, way, fits=fits)
        self._view.show_payment(self._state)
        self.ask_again()

    def _give_back_of(self, found: Sequence[Payment], tender: Tendered, then: Callable[[], None]) -> None:
        of_it = [each for each in found if (each.tender, each.reference) == (tender.kind, tender.reference)]
        if not of_it:
            then()
            return
        self._payment, self._back = of_it[0], then
        way = self._desk.way(tender.kind)
        self._state = PaymentState(Step.LEFT_OVER, tender.kind, tender.given_minor, way)
        self.give_back()

    def _went_back(self, payment: Payment, reversal: Reversal) -> None:
        if reversal is not Reversal.DONE:
            self._back = lambda: None
            self._hide()
            self._left.add(payment.id)
            self._view.show_refusal(Refused(Why.PAYMENT_NOT_BACK))
            return
        operator = self._session.signed_on()
        self._runs.run(
            lambda: self._take.reversed(operator, payment.id), lambda _: self._is_back(), lambda _: self._hide()
        )

    def _is_back(self) -> None:
        back, self._back = self._back, lambda: None
        self._hide()
        back()

    def _show_code(self, payment: Payment, code: str) -> None:
        if self._payment is payment and self._state and self._state.step is Step.WAITING:
            self._show(Step.WAITING, code)

    def _show(self, step: Step, code: str = "") -> None:
        state = self._state
        if state:
            self._state = PaymentState(step, state.tender, state.amount_minor, state.way, code, state.fits)
            self._view.show_payment(self._state)

    def _hide(self) -> None:
        self._state = self._payment = None
        self._view.hide_payment()
