"""`wallet_pin_set`: a customer chose a PIN for their wallet; the PIN itself is said nowhere."""

from sync.protocol.kinds.body import Approval, Body
from sync.protocol.messages import Name


class WalletPinSet(Body):
    """`approval` names who let them."""

    wallet: Name
    approval: Approval
