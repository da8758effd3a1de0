"""`transfer`: value moved from one wallet to another; an entry for each, against a house row of its own."""

from sync.protocol.kinds.body import Approval, Body, EntryBody, Holder, Origin, Take
from sync.protocol.messages import Name, Text


class Transfer(Body):
    """`moved` are the lots, the same in both wallets; `returned` of them went on to head office."""

    id: Name
    origin: Origin
    currency: Text
    source: Holder
    target: Holder
    moved: tuple[Take, ...]
    returned: tuple[Take, ...] = ()
    approval: Approval | None = None
    entries: tuple[EntryBody, ...]
