"""`payment_started`: money is asked for outside the till; its outcome is not known until `payment_settled`."""

from sync.protocol.kinds.body import Body, Money
from sync.protocol.messages import Name


class PaymentStarted(Body):
    """The payment's id, made here before anybody was asked, the tender kind and the amount (minor units, > 0)."""

    payment: Name
    shift: Name
    operator: Name
    tender: Name
    amount: Money
