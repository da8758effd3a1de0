"""`override`: somebody who may allowed what the operator may not."""

from sync.protocol.kinds.body import Approval, Body


class Override(Body):
    """Both persons and the reason."""

    approval: Approval
