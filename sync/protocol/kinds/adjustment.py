"""`adjustment`: value that no deal has brought, such as what members held before these books began (`opening`)."""

from sync.protocol.kinds.body import Body, EntryBody, Note


class Adjustment(Body):
    """Entries of kind `adjustment` against a house row of each wallet, and what of it goes on to head office."""

    entries: tuple[EntryBody, ...]
    reason: Note
