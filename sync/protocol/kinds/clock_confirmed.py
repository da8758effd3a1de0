"""`clock_confirmed`: a person has checked the clock; the leases move again."""

from sync.protocol.kinds.body import Body, Whole
from sync.protocol.messages import Name


class ClockConfirmed(Body):
    """Who, the clock as it is now and the high-water mark before (UTC ms)."""

    operator: Name
    wall: Whole
    high_water: Whole
