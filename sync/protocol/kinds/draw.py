"""`draw`: one spin of a draw."""

from sync.protocol.kinds.service import ServiceBody


class Draw(ServiceBody):
    """`about` is the draw, `prize` what it won; empty where nothing was left to win."""
