"""`member_erased`: a member wants to be forgotten; the ledger stays, without the person."""

from sync.protocol.kinds.body import Approval, Body
from sync.protocol.messages import Name


class MemberErased(Body):
    """Who."""

    member: Name
    wallet: Name
    approval: Approval
