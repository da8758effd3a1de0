"""The payment thread: one question to a provider at a time. Fits `app.ports.payment.PaymentDesk`."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from app.devices.payment.gateway import Gateway
from app.domain.ids import PaymentId
from app.domain.payment import Outcome
from app.ports.payment import Answer, Attempt, PaymentRequest, ReturnRequest, Reversal, Trouble, Way

Result = TypeVar("Result")


class ProviderDesk:
    """The providers of one till by tender kind; `use` exchanges them when the settings change."""

    def __init__(self) -> None:
        self._gateways: Mapping[str, Gateway] = {}
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="payment")
        self._cancel, self._stop = threading.Event(), threading.Event()

    def use(self, gateways: Mapping[str, Gateway]) -> None:
        """These from now on; a payment on its way is finished with the one it was begun with."""
        self._gateways = dict(gateways)

    def close(self) -> None:
        """Wait for nobody: what has no answer stays open in the store, and is asked for at the next start."""
        self._stop.set()
        self._hands.shutdown(wait=True, cancel_futures=True)

    def way(self, tender: str) -> Way | None:
        """How this tender kind is paid."""
        gateway = self._gateways.get(tender)
        return gateway.way if gateway else None

    def pay(self, tender: str, request: PaymentRequest) -> Attempt:
        """Ask for the money."""
        gateway, shown = self._gateways.get(tender), Future[str]()
        self._cancel.clear()
        if gateway is None:
            return Attempt(shown, _at_once(Answer(Outcome.REFUSED, trouble=Trouble.NO_LINE)))
        return Attempt(shown, self._hands.submit(self._pay, gateway, request, shown))

    def cancel(self) -> None:
        """Give the payment on its way up."""
        self._cancel.set()

    def ask(self, tender: str, payment: PaymentId, amount_minor: int) -> "Future[Answer]":
        """What came of it; unknown where its provider is no longer set up."""
        gateway = self._gateways.get(tender)
        if gateway is None:
            return _at_once(Answer(Outcome.UNKNOWN, trouble=Trouble.NO_LINE))
        return self._hands.submit(gateway.ask, payment, amount_minor, self._stop.is_set)

    def reverse(self, tender: str, payment: PaymentId) -> "Future[Reversal]":
        """Give it back."""
        gateway = self._gateways.get(tender)
        if gateway is None:
            return _at_once(Reversal.UNKNOWN)
        return self._hands.submit(gateway.reverse, payment)

    def pay_back(self, tender: str, request: ReturnRequest) -> "Future[Reversal]":
        """Give back what a refund owes."""
        gateway = self._gateways.get(tender)
        if gateway is None:
            return _at_once(Reversal.UNKNOWN)
        return self._hands.submit(gateway.pay_back, request)

    def try_out(self, gateway: Gateway, request: PaymentRequest) -> "Future[Answer]":
        """A trial payment over a gateway that need not be in force; what was paid goes back at once."""
        return self._hands.submit(self._try_out, gateway, request)

    def _pay(self, gateway: Gateway, request: PaymentRequest, shown: "Future[str]") -> Answer:
        return gateway.pay(request, _first(shown), self._cancel.is_set, self._stop.is_set)

    def _try_out(self, gateway: Gateway, request: PaymentRequest) -> Answer:
        answer = gateway.pay(request, lambda _: None, self._stop.is_set, self._stop.is_set)
        if answer.outcome is Outcome.PAID:
            gateway.reverse(request.id)
        return answer


def _first(shown: "Future[str]") -> Callable[[str], None]:
    def show(code: str) -> None:
        if not shown.done():
            shown.set_result(code)

    return show


def _at_once(result: Result) -> "Future[Result]":
    future: Future[Result] = Future()
    future.set_result(result)
    return future
