"""`lease_returned`: value goes back from the till's lease to head office; durable before it is sent."""

from sync.protocol.kinds.body import Body, EntryBody


class LeaseReturned(Body):
    """One entry of kind `lease_return` from `lease:<till>` to `office`; `reason` says what asked for it."""

    entries: tuple[EntryBody, ...]
    reason: str = ""
