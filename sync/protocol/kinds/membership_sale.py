"""`membership_sale`: a paid membership was sold or renewed; head office posts the tier."""

from sync.protocol.kinds.service import ServiceBody


class MembershipSale(ServiceBody):
    """`about` is the membership, `trial` whether it is the first period at the low price."""
