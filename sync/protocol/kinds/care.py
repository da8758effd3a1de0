"""`care`: a follow-up was ticked off, or a complaint was taken, assigned, answered or closed."""

from sync.protocol.kinds.body import Body, Note
from sync.protocol.messages import Name


class Care(Body):
    """`key` names the follow-up or the complaint, `to` who is to see to it."""

    member: Name
    wallet: Name
    key: Name
    step: Name
    operator: Name
    note: Note = ""
    to: Name | None = None
