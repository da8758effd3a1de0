"""`pass_sale`: a pass was sold."""

from sync.protocol.kinds.service import ServiceBody


class PassSale(ServiceBody):
    """`about` is the pass, `brought` its visits."""
