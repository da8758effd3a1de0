"""`lease_granted`: the till has merged a GRANT; moves no value (docs/adr/0003-grants-are-journal-events.md)."""

from sync.protocol.kinds.body import Body
from sync.protocol.messages import GrantedTotal


class LeaseGranted(Body):
    """Totals G as (wallet, unit, lot, total)."""

    grants: tuple[GrantedTotal, ...]
