"""The driver of a payment gateway: one JSON object a line over TCP, in both directions.

The till sends `{"do": "pay" | "ask" | "cancel" | "reverse", "id": …}`; `pay` has `amount` (minor units), `way` and, for
a code scanned from a phone, `code`. The gateway answers with `{"id": …, "state": …}`: `showing` (with `code`, for the
customer to scan), `pending`, `paid` (with `amount` and `reference`), `refused` (with `why`), `timed_out`, `reversed`,
or `unheard` for an id it does not know. An id that was cancelled before it was heard of is never charged later.
`refund` has an id of its own, `amount` and the `reference` of the payment that it is a part of; the answer is
`refunded` or `refused`, and the same id gives back once.

What was sent and not answered is asked for by its id. It is given up as not paid only when the gateway says so.
"""

import json
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from app.domain.ids import PaymentId
from app.domain.payment import Outcome
from app.ports.payment import Answer, PaymentRequest, ReturnRequest, Reversal, Trouble, Way

_POLL_S = 0.05
_LONGEST_LINE = 4_096
_TROUBLES = {"code": Trouble.CODE_BAD, "cancelled": Trouble.CANCELLED}

Reply = Mapping[str, Any]
OnShown = Callable[[str], None]
Wants = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait: for the line, for one answer, for the customer, and between two questions (seconds)."""

    line_s: float = 3.0
    answer_s: float = 5.0
    customer_s: float = 90.0
    between_s: float = 0.5
    questions: int = 4


class _LineLostError(Exception):
    """The line broke, or the gateway spoke nonsense."""


class _Line:
    """One connection; `read` gives a reply or None when nothing came for a moment."""

    def __init__(self, link: socket.socket) -> None:
        self._link = link
        self._heard = b""

    def send(self, message: Mapping[str, object]) -> None:
        """Send one line."""
        try:
            self._link.sendall(json.dumps(message).encode() + b"\n")
        except OSError as lost:
            raise _LineLostError from lost

    def read(self, payment: PaymentId) -> Reply | None:
        """The next reply about this payment; others are of no interest."""
        while b"\n" not in self._heard:
            try:
                piece = self._link.recv(_LONGEST_LINE)
            except TimeoutError:
                return None
            except OSError as lost:
                raise _LineLostError from lost
            if not piece or len(self._heard) > _LONGEST_LINE:
                raise _LineLostError
            self._heard += piece
        line, _, self._heard = self._heard.partition(b"\n")
        try:
            reply = json.loads(line)
        except ValueError as nonsense:
            raise _LineLostError from nonsense
        return reply if isinstance(reply, dict) and reply.get("id") == payment else None


class Gateway:
    """Talks to one gateway; blocking, on the payment thread only."""

    def __init__(self, host: str, port: int, way: Way, patience: Patience | None = None) -> None:
        self.way = way
        self._place = (host, port)
        self._patience = patience or Patience()

    def pay(self, request: PaymentRequest, shown: OnShown, wants_cancel: Wants, wants_stop: Wants) -> Answer:
        """Ask for the money and wait for the customer."""
        message = {"do": "pay", "id": request.id, "amount": request.amount_minor, "way": self.way.value}
        if request.phone_code:
            message["code"] = request.phone_code
        try:
            with self._line() as line:
                line.send(message)
                return self._wait(line, request, shown, wants_cancel, wants_stop)
        except ConnectionError:
            return Answer(Outcome.REFUSED, trouble=Trouble.NO_LINE)  # nothing has left this till
        except _LineLostError:
            return self._find_out(request.id, request.amount_minor, wants_stop)

    def ask(self, payment: PaymentId, amount_minor: int, wants_stop: Wants) -> Answer:
        """What came of it, by its id."""
        return self._find_out(payment, amount_minor, wants_stop)

    def reverse(self, payment: PaymentId) -> Reversal:
        """Give it back; the gateway gives an id back once, however often it is asked."""
        return self._give_back({"do": "reverse", "id": payment}, payment, "reversed")

    def pay_back(self, request: ReturnRequest) -> Reversal:
        """Give back what a refund owes."""
        amounts = {"amount": request.amount_minor, "reference": request.reference}
        return self._give_back({"do": "refund", "id": request.id, **amounts}, request.id, "refunded")

    def _give_back(self, message: Mapping[str, object], payment: PaymentId, done: str) -> Reversal:
        try:
            state = self._once(message, payment).get("state")
        except (ConnectionError, _LineLostError):
            return Reversal.UNKNOWN
        if state == done:
            return Reversal.DONE
        return Reversal.REFUSED if state == "refused" else Reversal.UNKNOWN

    def _wait(
        self, line: _Line, request: PaymentRequest, shown: OnShown, wants_cancel: Wants, wants_stop: Wants
    ) -> Answer:
        give_up_at = time.monotonic() + self._patience.customer_s
        is_cancelled = False
        while not wants_stop():
            if not is_cancelled and (wants_cancel() or time.monotonic() > give_up_at):
                line.send({"do": "cancel", "id": request.id})
                is_cancelled, give_up_at = True, time.monotonic() + self._patience.answer_s
            elif is_cancelled and time.monotonic() > give_up_at:
                raise _LineLostError
            reply = line.read(request.id)
            if reply and reply.get("state") == "showing":
                shown(str(reply.get("code", "")))
            elif reply and (answer := _answer(reply, request.amount_minor)):
                return answer
        return Answer(Outcome.UNKNOWN)

    def _find_out(self, payment: PaymentId, amount_minor: int, wants_stop: Wants) -> Answer:
        """Ask by id until the gateway knows. What it never heard of is cancelled, so that it can never be charged."""
        do = "ask"
        for _ in range(self._patience.questions):
            if wants_stop():
                break
            try:
                reply = self._once({"do": do, "id": payment}, payment)
            except (ConnectionError, _LineLostError):
                time.sleep(self._patience.between_s)
                continue
            if answer := _answer(reply, amount_minor):
                return answer
            do = "cancel" if reply.get("state") in {"unheard", "pending", "showing"} else "ask"
        return Answer(Outcome.UNKNOWN)

    def _once(self, message: Mapping[str, object], payment: PaymentId) -> Reply:
        with self._line() as line:
            line.send(message)
            give_up_at = time.monotonic() + self._patience.answer_s
            while time.monotonic() < give_up_at:
                if reply := line.read(payment):
                    return reply
        raise _LineLostError

    @contextmanager
    def _line(self) -> Iterator[_Line]:
        try:
            link = socket.create_connection(self._place, self._patience.line_s)
        except OSError as closed:
            raise ConnectionError from closed
        with link:
            link.settimeout(_POLL_S)
            yield _Line(link)


def _answer(reply: Reply, amount_minor: int) -> Answer | None:
    """What a reply settles; None where it settles nothing."""
    state = reply.get("state")
    if state == "paid":
        if reply.get("amount") != amount_minor:
            # Neither a payment of this sum nor none: a person has to look at it.
            return Answer(Outcome.UNKNOWN, trouble=Trouble.AMOUNT_DIFFERS)
        return Answer(Outcome.PAID, str(reply.get("reference", "")))
    if state == "refused":
        return Answer(Outcome.REFUSED, trouble=_TROUBLES.get(str(reply.get("why")), Trouble.DECLINED))
    if state == "reversed":
        return Answer(Outcome.REFUSED, trouble=Trouble.CANCELLED)
    return Answer(Outcome.TIMED_OUT) if state == "timed_out" else None
