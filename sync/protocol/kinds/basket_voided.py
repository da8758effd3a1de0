"""`basket_voided`: a basket was given up before it became a sale."""

from sync.protocol.kinds.body import Body, Money, Whole
from sync.protocol.messages import Name


class BasketVoided(Body):
    """Who, what lay in it as (product, thousandths), and what it would have cost (minor units)."""

    operator: Name
    lines: tuple[tuple[Name, Whole], ...]
    total: Money
