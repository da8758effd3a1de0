"""`cash_movement`: cash into or out of the drawer without a sale."""

from typing import Literal

from sync.protocol.kinds.body import Approval, Body, Money
from sync.protocol.messages import Name, Text


class CashMovement(Body):
    """The amount (minor units, > 0) and who allowed it.

    `receipt`: another till's, where it is an advance on its refund, paid without a line at the house's risk.
    """

    shift: Name
    direction: Literal["paid_in", "paid_out"]
    amount: Money
    approval: Approval
    receipt: Text = ""
