"""`member_changed`: something of a member's profile is another now."""

from sync.protocol.kinds.body import Body, Note
from sync.protocol.messages import Name


class MemberChanged(Body):
    """Only what was changed: `own` by name (name, phone, birthday, gender, kind, colleague), `fields` as declared."""

    member: Name
    wallet: Name
    own: dict[str, Note]
    fields: dict[str, Note]
    operator: Name
