"""`cash_movement`: cash into or out of the drawer without a sale."""

from typing import Literal

from sync.protocol.kinds.body import Approval, Body, Money
from sync.protocol.messages import Name


class CashMovement(Body):
    """The amount (minor units, > 0) and who allowed it."""

    shift: Name
    direction: Literal["paid_in", "paid_out"]
    amount: Money
    approval: Approval
