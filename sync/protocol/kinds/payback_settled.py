"""`payback_settled`: the customer has the money."""

from typing import Literal

from sync.protocol.kinds.body import Approval, Body, Money
from sync.protocol.messages import Name


class PaybackSettled(Body):
    """`done` at the provider, or `otherwise`: then the approval names who says so and why."""

    payback: Name
    outcome: Literal["done", "otherwise"]
    amount: Money
    approval: Approval | None = None
