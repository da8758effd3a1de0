"""`member_registered`: a person became a member at this till."""

from sync.protocol.kinds.body import Body, Box
from sync.protocol.messages import Name, Text


class MemberRegistered(Body):
    """`sealed` holds `name`, `phone`, `birthday` (ISO date or empty), `gender` and `fields` as the programme declares.

    `consents` are by name, as answered. `colleague` is who of the staff looks after them. Their card is a
    `card_changed` of the same transaction; the day they joined is the event's business date.
    """

    member: Name
    wallet: Name
    sealed: Box
    kind: Text = "person"
    consents: dict[str, bool]
    referrer: Name | None = None
    colleague: Text = ""
    operator: Name
