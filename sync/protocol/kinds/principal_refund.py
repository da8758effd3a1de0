"""`principal_refund`: principal was paid out and bonus taken back, or a wrong top-up undone."""

from sync.protocol.kinds.body import Approval, Body, EntryBody, Holder, Origin, Take, Tender
from sync.protocol.messages import Name, Text


class PrincipalRefund(Body):
    """`taken` are the lots that left the wallet; `undoes` is the id of a top-up taken back whole."""

    id: Name
    origin: Origin
    currency: Text
    holder: Holder
    tender: Tender
    taken: tuple[Take, ...]
    approval: Approval
    undoes: Name | None = None
    rights_back: tuple[Take, ...] = ()
    shared_back: tuple[Take, ...] = ()
    programme: Text = ""
    entries: tuple[EntryBody, ...]
