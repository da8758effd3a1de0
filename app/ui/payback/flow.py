"""What refunds owe at providers, one after the other: asked for, settled on record, never guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from app.domain.errors import Refused
from app.domain.ids import PaymentId
from app.domain.payback import Payback
from app.domain.staff import Approval
from app.ports.payment import PaymentDesk, ReturnRequest, Reversal
from app.services.pay_back import PayBack
from app.ui.running import Follows, Runs


class Step(Enum):
    """Where a payback stands, for the cashier."""

    GOING = "going"
    UNKNOWN = "unknown"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class PaybackState:
    """What the cashier sees."""

    step: Step
    payback: Payback


class PaybackView(Protocol):
    """The screen."""

    def show_payback(self, state: PaybackState) -> None:
        """Where it stands."""

    def hide_payback(self) -> None:
        """There is none to speak of."""

    def show_back(self, payback: Payback) -> None:
        """The customer has it."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class PaybackFlow:
    """One payback at a time. What is left for later stays owed, and is spoken of again at the next look."""

    def __init__(self, view: PaybackView, desk: PaymentDesk, runs: Runs, follows: Follows, pay_back: PayBack) -> None:
        self._view, self._desk, self._runs, self._follows = view, desk, runs, follows
        self._pay_back = pay_back
        self._state: PaybackState | None = None
        self._waiting: list[Payback] = []

    def goes_there(self, kind: str) -> bool:
        """Whether a provider is set up for this tender kind."""
        return self._desk.way(kind) is not None

    def begin(self, about: str) -> None:
        """This refund was posted just now: what it owes at providers goes back."""
        self._runs.run(lambda: self._pay_back.open(about), self._begin)

    def look(self) -> None:
        """Is something of an earlier refund still owed?"""
        if self._state is None:
            self._runs.run(self._pay_back.open, self._speak_of)

    def try_again(self) -> None:
        """Ask the provider again; what went back already does not go back twice."""
        if self._state and self._state.step is not Step.GOING:
            self._ask(self._state.payback)

    def close(self, approval: Approval) -> None:
        """A manager says that the customer has it another way."""
        if self._state and self._state.step is not Step.GOING:
            payback = self._state.payback.id
            self._runs.run(lambda: self._pay_back.close(payback, approval), self._closed)

    def later(self) -> None:
        """The cashier does not wait; the answer is kept all the same."""
        self._waiting.clear()
        self._hide()

    def _begin(self, owed: Sequence[Payback]) -> None:
        if owed:
            self._waiting = list(owed[1:])
            self._ask(owed[0])

    def _speak_of(self, owed: Sequence[Payback]) -> None:
        if owed and self._state is None:
            self._show(PaybackState(Step.UNKNOWN, owed[0]))

    def _ask(self, payback: Payback) -> None:
        self._show(PaybackState(Step.GOING, payback))
        request = ReturnRequest(payback.id, payback.amount_minor, payback.reference)
        self._follows.follow(
            self._desk.pay_back(payback.tender, request),
            lambda came: self._answered(payback, came),
            lambda _: self._answered(payback, Reversal.UNKNOWN),
        )

    def _answered(self, payback: Payback, came: Reversal) -> None:
        if came is Reversal.DONE:
            self._runs.run(
                lambda: self._pay_back.is_back(payback.id),
                lambda _: self._is_back(payback),
                lambda _: self._stays(payback.id, Step.UNKNOWN),
            )
        else:
            self._stays(payback.id, Step.REFUSED if came is Reversal.REFUSED else Step.UNKNOWN)

    def _is_back(self, payback: Payback) -> None:
        self._view.show_back(payback)
        if self._state and self._state.payback.id == payback.id:
            self._next()

    def _stays(self, payback: PaymentId, step: Step) -> None:
        if self._state and self._state.payback.id == payback:
            self._show(PaybackState(step, self._state.payback))

    def _closed(self, refused: Refused | None) -> None:
        if refused:
            self._view.show_refusal(refused)
        else:
            self._next()

    def _next(self) -> None:
        if self._waiting:
            self._ask(self._waiting.pop(0))
        else:
            self._hide()

    def _show(self, state: PaybackState) -> None:
        self._state = state
        self._view.show_payback(state)

    def _hide(self) -> None:
        self._state = None
        self._view.hide_payback()
