"""`member_merged`: somebody at a till has seen that two members are one person; head office merges them."""

from sync.protocol.kinds.body import Approval, Body
from sync.protocol.messages import Name


class MemberMerged(Body):
    """`gone` ends in `kept`: (member, wallet) each."""

    kept: tuple[Name, Name]
    gone: tuple[Name, Name]
    approval: Approval
