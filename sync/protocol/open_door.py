"""The messages of the open door: what shops on the web, apps and partners tell head office (docs/open-api.md).

The caller names everything: a call's `id` is its own, and the same call may be sent as often as it likes. Amounts are
minor units of the programme's currency, times UTC milliseconds; `at` 0 is now.
"""

from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from sync.protocol.messages import Amount, Count, Message, Name, Text

SCOPES = ("actions", "orders")
MOST_LINES = 500

# A part of a fact's number: what a caller may name its calls with.
CallId = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[0-9A-Za-z._~-]+$")]


class Call(Message):
    """What all calls have in common. Fields nobody knows are refused: a caller has mistyped them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: CallId
    at: Count = 0
    shop: Text = ""


class Who(Message):
    """A member, by one of the three."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    member: Name | None = None
    card: Name | None = None
    phone: Name | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(each is not None for each in (self.member, self.card, self.phone)) != 1:
            raise ValueError("a member is named by member, card or phone, and by one of them")
        return self


class ActionDone(Call):
    """The member did one of the programme's actions; `amount` where the action leaves it to the caller."""

    who: Who
    action: Name
    amount: Amount = 0


class ActionUndone(Call):
    """What the call `undoes` has told is no longer so (a review was deleted): what it brought goes back."""

    who: Who
    undoes: CallId


class FriendBrought(Call):
    """`who` has brought `friend`, by one of the programme's referrals."""

    who: Who
    friend: Who
    referral: Name


class OrderedLine(Message):
    """`list_minor` and `net_minor` are of the whole line: before and after whatever was taken off."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    product: Name
    list_minor: Amount
    net_minor: Amount
    category: Text = ""
    goods_class: Annotated[str, Field(min_length=1, max_length=200)] = "regular"
    brand: Text = ""


class PaidPart(Message):
    """So much by one of the programme's tender kinds. Stored value is taken at tills only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Name
    amount_minor: Amount


class OrderPaid(Call):
    """An order was paid elsewhere. `coupons` (by id) and `points` are what it used up of the member's."""

    who: Who
    channel: Literal["online", "shop"] = "online"
    lines: Annotated[tuple[OrderedLine, ...], Field(min_length=1, max_length=MOST_LINES)]
    paid: Annotated[tuple[PaidPart, ...], Field(max_length=20)]
    coupons: Annotated[tuple[Name, ...], Field(max_length=20)] = ()
    points: Amount = 0

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if sum(part.amount_minor for part in self.paid) != sum(line.net_minor for line in self.lines):
            raise ValueError("what was paid is not what the lines cost")
        if any(line.net_minor > line.list_minor for line in self.lines):
            raise ValueError("a line costs more than its list price")
        return self


class BackLine(Message):
    """So much of line `index` (from 0) of the order came back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    index: Annotated[int, Field(ge=0, lt=MOST_LINES, strict=True)]
    amount_minor: Annotated[int, Field(ge=1, le=10**12, strict=True)]


class OrderReturned(Call):
    """Goods of the order `order` (its call's id) came back."""

    who: Who
    order: CallId
    lines: Annotated[tuple[BackLine, ...], Field(min_length=1, max_length=MOST_LINES)]


class Moved(Message):
    """So much of a unit came (or, below 0, went) by this call."""

    unit: Name
    amount: int


class Done(Message):
    """What a call brought, and how the member stands now. Told again for the same call."""

    answer: Literal["done"] = "done"
    number: Name
    moved: tuple[Moved, ...] = ()
    withheld: tuple[Text, ...] = ()
    points: Count = 0
    growth: Count = 0
    tiers: dict[str, str] = Field(default_factory=dict)
