"""`clock_jump`: the till's clock cannot be believed; its leases are frozen."""

from sync.protocol.kinds.body import Body, Whole


class ClockJump(Body):
    """The wall clock and the high-water mark (UTC ms), and whether it jumped ahead."""

    wall: Whole
    high_water: Whole
    ahead: bool
