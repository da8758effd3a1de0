"""`till_enrolled`: the first event of a chain."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import Name


class TillEnrolled(Body):
    """Which legal entity the till sells for."""

    merchant: Name
