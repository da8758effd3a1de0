"""`payback_started`: a refund owes money that goes back at the provider that took it."""

from sync.protocol.kinds.body import Body, Money, Note
from sync.protocol.messages import Name


class PaybackStarted(Body):
    """Its id, the refund that owes it, the tender kind, the amount (minor units, > 0), and the payment's reference."""

    payback: Name
    about: Name
    operator: Name
    tender: Name
    amount: Money
    reference: Note
