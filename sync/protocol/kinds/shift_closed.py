"""`shift_closed`: the blind count and the Z report's figures."""

from sync.protocol.kinds.body import Body, Facts, Money, Whole
from sync.protocol.messages import Name


class ShiftClosed(Body):
    """`counted` in minor units; `figures` are the Z report's, as the till computed them."""

    shift: Name
    number: Whole
    opened: tuple[Whole, Name]
    operator: Name
    counted: Money
    figures: Facts
