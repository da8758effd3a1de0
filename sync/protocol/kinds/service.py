"""What the bodies of all services to members have in common."""

from sync.protocol.kinds.body import Approval, Body, EntryBody, Holder, Money, Origin, Take, Tender, Whole
from sync.protocol.messages import Name, Text


class ServiceBody(Body):
    """`taken` are the member's lots used up, `brought` those made, `shared` those of the programme's own wallet.

    Where the unused part of a pass or membership is paid back, `of` is the deal it was sold by and tenders are below 0.
    What `undoes` another takes what that brought and brings what it used up; `shared` is free again. `kept` of the
    money was kept for coupons that had come with it and are used.
    """

    id: Name
    origin: Origin
    currency: Text
    holder: Holder
    service: Name
    about: Name
    programme: tuple[Name, Whole]
    tenders: tuple[Tender, ...] = ()
    taken: tuple[Take, ...] = ()
    brought: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    prize: Text = ""
    trial: bool = False
    of: Name | None = None
    undoes: Name | None = None
    approval: Approval | None = None
    kept: Money = 0
    entries: tuple[EntryBody, ...]
