"""`redemption`: a member took a thing for points, or had an entitlement ticked off."""

from sync.protocol.kinds.service import ServiceBody


class Redemption(ServiceBody):
    """`about` is the redemption, the tier for points, or the entitlement."""
