"""`payment_reversed`: a payment that no sale has taken went back whole."""

from sync.protocol.kinds.body import Approval, Body, Money
from sync.protocol.messages import Name


class PaymentReversed(Body):
    """Which one, who had it paid back, and the amount (minor units); the approval where a person has said so."""

    payment: Name
    operator: Name
    amount: Money
    approval: Approval | None = None
