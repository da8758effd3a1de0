"""`sale`: a posted basket with every fact its price rests on, and the entries it posts."""

from sync.protocol.kinds.body import Approval, Body, EntryBody, Money, Note, Origin, Take, Tender, Whole
from sync.protocol.messages import Name, Text


class Line(Body):
    """One sold line (minor units, thousandths). A reason is (code, offer, its version, amount, basis points)."""

    n: Whole
    product: Name
    name: Text
    gtin: Text
    category: Text
    measure: Text
    quantity: Whole
    unit_price: Money
    list: Money
    net: Money
    tax_rate: Whole
    reasons: tuple[tuple[Name, Text, Whole, Money, Whole], ...] = ()
    approval: Approval | None = None
    note: Note = ""


class Member(Body):
    """Whose sale it was, as the till knew them at the directory's `cursor`."""

    wallet: Name
    member: Name | None
    card: Name | None
    name: Text
    tier: Name | None
    measures: dict[str, int]
    cursor: Whole


class Sale(Body):
    """The sale; `programme` is (id, version), `shared` what was used of limits for all, in the programme's wallet.

    `exceptions` are sale rules (by id) that somebody let pass.
    """

    sale: Name
    origin: Origin
    currency: Text
    engine: Whole
    programme: tuple[Name, Whole]
    catalogue: Whole
    member: Member | None
    lines: tuple[Line, ...]
    tenders: tuple[Tender, ...]
    change: Money
    accrued: tuple[Take, ...] = ()
    debt_paid: tuple[Take, ...] = ()
    spent: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    exceptions: tuple[tuple[Name, Approval], ...] = ()
    entries: tuple[EntryBody, ...] = ()
