"""Payment outside the till: a card terminal, a code that the till shows, a code scanned from the customer's phone.

The till makes the id and stores it before anything is sent. Whoever carries it out takes an id once: sent again it is
the same payment. Nothing of a card passes through here.
"""

from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from app.domain.ids import PaymentId
from app.domain.payment import Outcome


class Way(Enum):
    """How the customer pays. A scanned code is read from their phone; a shown one is read by it."""

    TERMINAL = "terminal"
    SHOWN_CODE = "shown_code"
    SCANNED_CODE = "scanned_code"


class Trouble(Enum):
    """Why it was not paid, as far as the cashier can do something about it."""

    NONE = "none"
    NO_LINE = "no_line"
    DECLINED = "declined"
    CODE_BAD = "code_bad"
    CANCELLED = "cancelled"
    AMOUNT_DIFFERS = "amount_differs"


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """What is to be paid (minor units, > 0). `phone_code` is the customer's, for this one payment; it is never kept."""

    id: PaymentId
    amount_minor: int
    phone_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it; `reference` is the provider's where it was paid."""

    outcome: Outcome
    reference: str = ""
    trouble: Trouble = Trouble.NONE


class Reversal(Enum):
    """What came of giving back. UNKNOWN: ask again; giving back twice gives back once."""

    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """A part of a payment, or the whole, that a refund gives back (minor units, > 0); `reference` is the provider's."""

    id: PaymentId
    amount_minor: int
    reference: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A payment on its way: the code to show, where there is one, and the answer."""

    shown: "Future[str]"
    answer: "Future[Answer]"


class PaymentDesk(Protocol):
    """Payment providers by tender kind. Nothing here blocks; a thread of its own talks to them."""

    def way(self, tender: str) -> Way | None:
        """How this tender kind is paid; None where the cashier types the reference."""

    def pay(self, tender: str, request: PaymentRequest) -> Attempt:
        """Ask for the money."""

    def cancel(self) -> None:
        """Give the payment on its way up, if it can still be; its answer says how it ended."""

    def ask(self, tender: str, payment: PaymentId, amount_minor: int) -> "Future[Answer]":
        """What came of a payment whose outcome is unknown."""

    def reverse(self, tender: str, payment: PaymentId) -> "Future[Reversal]":
        """Give a payment back that nothing has taken."""

    def pay_back(self, tender: str, request: ReturnRequest) -> "Future[Reversal]":
        """Give back what a refund owes; asked for again under the same id it goes back once."""
