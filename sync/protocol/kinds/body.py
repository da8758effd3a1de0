"""What the bodies of all kinds have in common. Unknown fields are let through: the till may be newer."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from sync.protocol.messages import LARGEST_COUNT, Amount, LotKey, Name, Text

Whole = Annotated[int, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT, strict=True)]
Money = Annotated[int, Field(ge=-(10**12), le=10**12, strict=True)]
Note = Annotated[str, Field(max_length=2_000)]
# Personal words: base64 of AES-256-GCM over their JSON, nonce of zeros. The key is this box's alone; it travels beside
# the event, in no hash, and once it is deleted nobody reads them.
Box = Annotated[str, Field(max_length=200_000, pattern=r"^[A-Za-z0-9+/]*={0,2}$")]

# (permission, operator, approved by, reason)
Approval = tuple[Name, Name, Name, Note]
# (unit, lot, amount)
Take = tuple[Name, LotKey, Amount]
# (wallet, unit, lot, place, amount, merchant)
PostingRow = tuple[Name, Name, LotKey, Name, Money, Text]


class Body(BaseModel):
    """The body of an event."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class EntryBody(Body):
    """Postings that sum to 0 per wallet and unit."""

    kind: Name
    postings: tuple[PostingRow, ...]


class Origin(Body):
    """Where and when: `at` the wall clock, `corrected_at` never behind the till's high-water mark (UTC ms).

    Left out, `corrected_at` is `at`.
    """

    till: Name
    epoch: Whole
    receipt: Whole
    shift: Name
    operator: Name
    business_date: Text
    at: Whole
    corrected_at: Whole | None = None


class Holder(Body):
    """Whose value it is: the wallet, and the person and card it was opened by, where there are such."""

    wallet: Name
    member: Name | None = None
    card: Name | None = None
    tier: Name | None = None


class Tender(Body):
    """One payment (minor units); `takes` are the lots it came from or went back to.

    Left out, `type` is the kind, and `given` the amount.
    """

    kind: Name
    type: Name | None = None
    amount: Money
    given: Money | None = None
    reference: Note = ""
    takes: tuple[Take, ...] = ()


Facts = dict[str, Any]
