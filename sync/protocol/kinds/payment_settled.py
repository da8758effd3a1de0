"""`payment_settled`: what came of a payment."""

from typing import Literal

from sync.protocol.kinds.body import Approval, Body, Money, Note
from sync.protocol.messages import Name


class PaymentSettled(Body):
    """`reference` is the provider's, of a payment that was paid; never anything of a card.

    The approval is there where the provider did not say it, but a person who has looked.
    """

    payment: Name
    outcome: Literal["paid", "refused", "timed_out"]
    amount: Money
    reference: Note = ""
    approval: Approval | None = None
