"""`staff_changed`: a person was added or changed at this till; never the PIN or its hash."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import Name


class StaffChanged(Body):
    """Who changed whom, and the role the person has now."""

    operator: Name
    person: Name
    role: Name
