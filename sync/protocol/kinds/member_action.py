"""`member_action`: what a member did besides buying, told by hand; head office posts what it brings."""

from sync.protocol.kinds.service import ServiceBody


class MemberAction(ServiceBody):
    """`about` is the action, `taken` the counted rights of its limits."""
