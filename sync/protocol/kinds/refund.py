"""`refund`: parts of one sale go back, and the entries that reverse it in proportion."""

from sync.protocol.kinds.body import Approval, Body, EntryBody, Money, Origin, Take, Tender, Whole
from sync.protocol.messages import Name, Text


class Refund(Body):
    """The refund; a line is (number, thousandths, minor units).

    `shared_back` are limits for all of `programme` that are free again; `kept` is (points, minor units): money kept for
    points that should have gone back and were spent.
    """

    refund: Name
    sale: Name
    sale_receipt_number: Text
    origin: Origin
    currency: Text
    lines: tuple[tuple[Whole, Whole, Money], ...]
    tenders: tuple[Tender, ...]
    approval: Approval
    wallet: Name | None = None
    points_back: tuple[Take, ...] = ()
    debt: tuple[Take, ...] = ()
    spent_back: tuple[Take, ...] = ()
    programme: Text = ""
    shared_back: tuple[Take, ...] = ()
    kept: tuple[Whole, Money] = (0, 0)
    entries: tuple[EntryBody, ...] = ()
