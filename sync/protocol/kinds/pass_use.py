"""`pass_use`: a visit on a pass."""

from sync.protocol.kinds.service import ServiceBody


class PassUse(ServiceBody):
    """`about` is the pass; of a pass for a period only the day is counted."""
