"""`sale`: a posted basket with every fact its price rests on, and the entries it posts."""

from pydantic import Field

from sync.protocol.kinds.body import Approval, Body, EntryBody, Money, Note, Origin, Take, Tender, Whole
from sync.protocol.messages import Name, Text

# (code, offer, its version, amount, basis points if any)
Reason = tuple[Name, Text, Whole, Money] | tuple[Name, Text, Whole, Money, Whole]
# (number, member price, price on a scale's label, price by hand, brand), up to the last that says something
LineBasis = (
    tuple[Whole, Money]
    | tuple[Whole, Money | None, Money]
    | tuple[Whole, Money | None, Money | None, Money]
    | tuple[Whole, Money | None, Money | None, Money | None, Text]
)


class Line(Body):
    """One sold line (minor units, thousandths).

    Left out, `n` is its place among the lines, from 1 on, and `list` its unit price.
    """

    n: Whole | None = None
    product: Name
    name: Text
    gtin: Text = ""
    category: Text = ""
    goods_class: Text = Field("regular", alias="class")
    measure: Text = "piece"
    quantity: Whole = 1_000
    unit_price: Money
    list: Money | None = None
    net: Money
    tax_rate: Whole = 0
    reasons: tuple[Reason, ...] = ()
    approval: Approval | None = None
    note: Note = ""


class Member(Body):
    """Whose sale it was, as the till knew them at the directory's `cursor`."""

    wallet: Name
    member: Name | None = None
    card: Name | None = None
    tier: Name | None = None
    measures: dict[str, int] = Field(default_factory=dict)
    cursor: Whole = 0


class PersonBasis(Body):
    """What conditions may ask of the member beyond tier and measures; `tier` is head office's word for the main one.

    `birth` is the age in full years, and of which of day, week and month it is the birthday. `added` is what of the
    member's measures this till's own sales had brought.
    """

    tier: Name | None = None
    more_tiers: tuple[tuple[Name, Text], ...] = ()
    joined_on: Text = ""
    last_visit_on: Text = ""
    birth: tuple[Whole, tuple[Text, ...]] | None = None
    kind: Text = "person"
    gender: Text = ""
    identified: bool = False
    tags: tuple[Text, ...] = ()
    fields: dict[str, str] = Field(default_factory=dict)
    added: dict[str, int] = Field(default_factory=dict)


class WishesBasis(Body):
    """What the customer wanted: points to use (None: as many as possible), the rest by id."""

    points: Whole | None = 0
    coupons: tuple[Text, ...] = ()
    declined: tuple[Text, ...] = ()
    fees: tuple[Text, ...] = ()
    plain: bool = False


class Basis(Body):
    """What the price rests on besides; the moment is (ISO date, wall clock HH:MM, shop, channel), without usual ends.

    `held` is what this till might use of the member's coupons, rights and points, `shared` of limits for all.
    """

    moment: tuple[Text, Text] | tuple[Text, Text, Text] | tuple[Text, Text, Text, Text]
    wishes: WishesBasis = WishesBasis()
    lines: tuple[LineBasis, ...] = ()
    person: PersonBasis | None = None
    held: dict[str, int] = Field(default_factory=dict)
    shared: dict[str, int] = Field(default_factory=dict)


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
    member: Member | None = None
    lines: tuple[Line, ...]
    tenders: tuple[Tender, ...]
    change: Money = 0
    accrued: tuple[Take, ...] = ()
    debt_paid: tuple[Take, ...] = ()
    spent: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    exceptions: tuple[tuple[Name, Approval], ...] = ()
    basis: Basis | None = None
    entries: tuple[EntryBody, ...] = ()
