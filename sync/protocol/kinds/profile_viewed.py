"""`profile_viewed`: somebody looked at a member's full profile."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import Name


class ProfileViewed(Body):
    """Who looked at whom."""

    member: Name
    operator: Name
