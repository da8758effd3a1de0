"""`shift_opened`: a float lies in the drawer."""

from sync.protocol.kinds.body import Body, Money, Whole
from sync.protocol.messages import Name


class ShiftOpened(Body):
    """The shift's id and number, who opened it, and the float (minor units)."""

    shift: Name
    number: Whole
    operator: Name
    float: Money
