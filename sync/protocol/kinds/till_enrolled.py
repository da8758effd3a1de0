"""`till_enrolled`: the first event of a chain."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import Count, Epoch, HexHash, Name


class TillEnrolled(Body):
    """Which legal entity the till sells for. `after`: epoch, last seq and hash of the chain before, if any."""

    merchant: Name
    after: tuple[Epoch, Count, HexHash] | None = None
