"""`member_changed`: something of a member's profile is another now."""

from sync.protocol.kinds.body import Body, Box
from sync.protocol.messages import Name


class MemberChanged(Body):
    """`sealed` holds what was changed: `own` (name, phone, birthday, gender, kind, colleague) and `fields`, by name."""

    member: Name
    wallet: Name
    sealed: Box
    operator: Name
