"""The streams that every till carries a copy of: rows with a name, each known by the number of its last change.

A page brings each row as it is now, so a row that changed twice comes once. Whatever a row holds that this version does
not know is kept with it.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from sync.protocol.messages import Changes, Count, Epoch, Message, Name

ROW_STREAMS = ("config", "staff", "programmes", "catalogue")
MEMBERS: Literal["members"] = "members"
# Only where head office is inside a shop: there the till knows everything else of its members itself.
STANDINGS: Literal["standings"] = "standings"
CHUNK_BYTES = 8 << 20

# Printable, as every name is: a NUL would be refused by a database.
Sought = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Sum = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Row(Message):
    """A row as of change `n` of its stream; `content` is None where there is no such row any more."""

    id: Name
    n: Count
    content: dict[str, Any] | None


class Rows(Message):
    """Rows in the order of their last changes, the cursor behind them, and whether there are more.

    `stream` is the name in full: a till of a chain with regions carries the members of its own. `checkpoint` is the sum
    (`app.domain.checkpoint`) over all rows up to `head`, where there are no more. `applied_seq`: of this till's events
    all up to there are in these rows; `followed_seq`: and up to there what followed from them, such as measures.
    `guests`: of those the till has named, who is another by now, under the number of that change in the stream of all.
    """

    answer: Literal["rows"] = "rows"
    server_epoch: Name
    stream: Name
    rows: tuple[Row, ...]
    cursor: Count
    more: bool
    checkpoint: Sum
    applied_seq: Count
    followed_seq: Count = 0
    guests: tuple[Row, ...] = ()


class TooFar(Message):
    """The cursor lies too far back, or is of another stream than the till's (HTTP 410): begin anew.

    For members that is to take the ready-made file, for the small streams to pull from 0.
    """

    answer: Literal["too_far"] = "too_far"
    server_epoch: Name
    stream: Name


PullAnswer = Annotated[Changes | Rows | TooFar, Field(discriminator="answer")]
PULL_ANSWER: TypeAdapter[Changes | Rows | TooFar] = TypeAdapter(PullAnswer)


# --- what the rows hold; a newer head office may add to any of them


class ProductRow(BaseModel):
    """One product; prices in minor units a piece or kilogram, tax included."""

    name: str
    price_minor: Annotated[int, Field(ge=0)]
    measure: Literal["piece", "kilogram"] = "piece"
    gtin: str = ""
    plu: str = ""
    category: str = ""
    brand: str = ""
    goods_class: str = "regular"
    member_price_minor: Annotated[int, Field(ge=0)] | None = None
    tax_rate_basis_points: Annotated[int, Field(ge=0, le=10_000)] = 0
    initials: str = ""
    quick_key: bool = False
    for_sale: bool = True


class StaffRow(BaseModel):
    """One person who may sign on; the PIN only as its Argon2id hash."""

    name: str
    role: Literal["cashier", "supervisor", "manager", "auditor"]
    pin_hash: str


class ProgrammeRow(BaseModel):
    """One publication of a programme file; the row's id is its number."""

    programme: str
    version: int
    text: str
    effective_from: str
    published_at: int
    published_by: str
    restores: int = 0


class SettingRow(BaseModel):
    """A setting of the shops as head office wants it: of one `shop`, or of all where that is empty."""

    name: str
    value: Any
    shop: str = ""


class StandingRow(BaseModel):
    """The tiers of a wallet's member as (tier, until): on the main ladder, on others, and by id those held before."""

    main: tuple[str, str] | None = None
    more: tuple[tuple[str, str], ...] = ()
    had: tuple[str, ...] = ()


# --- the members' file


class AskCopy(Message):
    """Ask for the ready-made file of members."""

    message: Literal["copy"] = "copy"
    till: Name
    epoch: Epoch
    server_epoch: Name


class Copy(Message):
    """The file as of `cursor`: SQLCipher under `key` (hex), `size` bytes in chunks of `CHUNK_BYTES`.

    `chunks` are the SHA-256 of each (hex). Of this till's events all up to `applied_seq` are in it, and up to
    `followed_seq` what followed from them.
    """

    answer: Literal["copy"] = "copy"
    server_epoch: Name
    stream: Name
    cursor: Count
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", repr=False)]
    size: Count
    chunks: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")], ...]
    applied_seq: Count
    followed_seq: Count = 0


class AskChunk(Message):
    """Ask for a part of that file; answered with its bytes, or 410 where there is another file by now.

    A till on a slow line asks for small parts: somebody may stand there and wait for a lease.
    """

    message: Literal["chunk"] = "chunk"
    till: Name
    epoch: Epoch
    stream: Name
    cursor: Count
    offset: Count
    length: Annotated[int, Field(ge=1, le=CHUNK_BYTES, strict=True)]


# What a 429 says, where it is this and not a crowd.
LOOKED_UP_TOO_OFTEN = "looked up too often"


class Find(Message):
    """Look a member up whom this till does not carry: by card, phone or wallet, one of the three."""

    message: Literal["find"] = "find"
    till: Name
    epoch: Epoch
    server_epoch: Name
    card: Sought = ""
    phone: Sought = ""
    wallet: Sought = ""


class Found(Message):
    """The wallets that fit, each as a row of the stream of all members, which this till does not carry: guests."""

    answer: Literal["found"] = "found"
    server_epoch: Name
    rows: tuple[Row, ...]
    applied_seq: Count
    followed_seq: Count = 0
