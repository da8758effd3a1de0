"""`drawer_opened`: the drawer was opened without a sale."""

from sync.protocol.kinds.body import Approval, Body
from sync.protocol.messages import Name


class DrawerOpened(Body):
    """In which shift, and who allowed it."""

    shift: Name
    approval: Approval
