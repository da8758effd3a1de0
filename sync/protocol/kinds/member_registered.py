"""`member_registered`: a person became a member at this till."""

from sync.protocol.kinds.body import Body, Note
from sync.protocol.messages import Name, Text


class MemberRegistered(Body):
    """`birthday` is an ISO date or empty; `fields` are declared by the programme; `consents` by name, as answered.

    `colleague` is who of the staff looks after them. Their card is a `card_changed` of the same transaction; the day
    they joined is the event's business date.
    """

    member: Name
    wallet: Name
    name: Text
    phone: Text
    birthday: Text = ""
    gender: Text = ""
    kind: Text = "person"
    fields: dict[str, Note]
    consents: dict[str, bool]
    referrer: Name | None = None
    colleague: Text = ""
    operator: Name
