"""The messages between till and head office. Unknown fields are let through: either side may be newer.

Times are UTC milliseconds, amounts whole numbers of the unit, hashes 64 hex digits. Every answer carries the
`server_epoch`: a till ignores answers of another epoch and adopts a new one only in HELLO.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

PROTOCOL_VERSION = 1
LARGEST_COUNT = 2**53 - 1
LARGEST_AMOUNT = 10**12
PULL_LIMIT = 500
# So many of those who were looked up a till keeps in view.
MOST_GUESTS = 200
LONGEST_LISTEN_MS = 25_000

# A name that either side may keep in a text column: printable, so no NUL that a database would refuse.
Name = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]+$")]
LotKey = Annotated[str, Field(max_length=300, pattern=r"^[^|\x00-\x1f]*\|[-0-9]{0,10}\|[-0-9]{0,10}$")]
HexHash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0, le=LARGEST_COUNT, strict=True)]
Amount = Annotated[int, Field(ge=0, le=LARGEST_AMOUNT, strict=True)]
Epoch = Annotated[int, Field(ge=1, le=2**31 - 1, strict=True)]
Text = Annotated[str, Field(max_length=200)]


class Message(BaseModel):
    """What all messages have in common."""

    model_config = ConfigDict(frozen=True, extra="ignore")


# --- enrolment


class Enrol(Message):
    """A till asks to be taken in: a one-time code, its Ed25519 key (hex), and the journal it already has.

    `begins`: the chain does not exist yet, so a later epoch than `epoch` will do; the answer says which.
    """

    message: Literal["enrol"] = "enrol"
    protocol: Count = PROTOCOL_VERSION
    code: Text
    till: Name
    epoch: Epoch
    public_key: HexHash
    begins: bool = False


class Enrolled(Message):
    """The till is known from now on; `shop` and `merchant` are those the code was made for."""

    answer: Literal["enrolled"] = "enrolled"
    till: Name
    epoch: Epoch
    server_epoch: Name
    merchant: Name
    shop: Text


# --- hello

GrantedTotal = tuple[Name, Name, LotKey, Amount]


class Hello(Message):
    """A till says where it stands. `mark`: the highest seq head office has told it that it knows (answer AGAIN).

    `granted` lists every total G it holds, as (wallet, unit, lot, total), where EPOCH_CHANGED asked for it.
    """

    message: Literal["hello"] = "hello"
    protocol: Count = PROTOCOL_VERSION
    software: Text = ""
    till: Name
    epoch: Epoch
    server_epoch: Text
    last_seq: Count
    last_hash: HexHash
    acked: Count
    mark: Count = 0
    granted: tuple[GrantedTotal, ...] | None = None


class Policy(Message):
    """How much a till may hold, and for how long it may sell from it without a word from head office.

    `member_code_key`: the Ed25519 key (hex) that signs the codes on members' phones; empty where there are none.
    """

    wallet_cap: Amount
    till_cap: Amount
    soft_expiry_ms: Count
    member_code_key: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class Standing(Message):
    """What every answer to HELLO carries. `mode`: "normal" or "recovery"; empty where head office is too old to say.

    `forgotten`: the events (epoch, seq) of this till whose personal words nobody is to open any more.
    """

    server_epoch: Name
    server_time_ms: Count
    policy: Policy
    mode: Text = ""
    forgotten: tuple[tuple[Epoch, Count], ...] = ()


class HelloOk(Standing):
    """Head office has everything."""

    answer: Literal["ok"] = "ok"


class ResendFrom(Standing):
    """Push from this seq on, if the event before it has `last_hash`; else this till is another branch."""

    answer: Literal["resend_from"] = "resend_from"
    seq: Count
    last_hash: HexHash


class Fenced(Standing):
    """No grants any more: this till was written off, restored or copied. It still uploads everything it has."""

    answer: Literal["fenced"] = "fenced"
    reason: Text


class EpochChanged(Standing):
    """Head office was restored: adopt the server epoch, say HELLO again with it and with every total G."""

    answer: Literal["epoch_changed"] = "epoch_changed"


class Again(Standing):
    """The HELLO is older than what head office has: say it afresh, with this mark."""

    answer: Literal["again"] = "again"
    mark: Count


class Upgrade(Standing):
    """This till speaks a version that head office no longer knows for anything but uploads."""

    answer: Literal["upgrade"] = "upgrade"
    oldest_protocol: Count


HelloAnswer = Annotated[HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade, Field(discriminator="answer")]

# --- push (its request is a frame, see `wire`)


class Ack(Message):
    """Everything up to `last_seq` is kept for good."""

    answer: Literal["ack"] = "ack"
    server_epoch: Name
    last_seq: Count
    last_hash: HexHash


class Gap(Message):
    """Events are missing before these (HTTP 409): push from `expected_seq` on."""

    answer: Literal["gap"] = "gap"
    server_epoch: Name
    expected_seq: Count


class PushFenced(Message):
    """Everything up to `taken_seq` of this push is kept, but this till is fenced; it goes on uploading."""

    answer: Literal["fenced"] = "fenced"
    server_epoch: Name
    taken_seq: Count
    reason: Text


PushAnswer = Annotated[Ack | Gap | PushFenced, Field(discriminator="answer")]

# --- leases


class LeaseRequest(Message):
    """Ask for `want` of a unit of a wallet, at least `min`. The id is stored before it is sent."""

    message: Literal["lease_request"] = "lease_request"
    id: Name
    till: Name
    epoch: Epoch
    server_epoch: Name
    wallet: Name
    unit: Name
    want: Annotated[int, Field(ge=1, le=LARGEST_AMOUNT, strict=True)]
    min: Amount = 0


class Granted(Message):
    """The totals G per lot, never differences; after `soft_expiry_ms` the till freezes what it has."""

    answer: Literal["granted"] = "granted"
    id: Name
    server_epoch: Name
    wallet: Name
    unit: Name
    lots: tuple[tuple[LotKey, Amount], ...]
    soft_expiry_ms: Count


class Denied(Message):
    """No lease. A `why` of "short" or "cap" stands for this id; the others may change: ask with a new id."""

    answer: Literal["denied"] = "denied"
    id: Name
    server_epoch: Name
    why: Literal["short", "cap", "recovery", "fenced", "other_epoch"]


LeaseAnswer = Annotated[Granted | Denied, Field(discriminator="answer")]

# --- the lease feed


class GrantChange(Message):
    """A total G, in case the answer to the request was lost."""

    change: Literal["grant"] = "grant"
    wallet: Name
    unit: Name
    lot: LotKey
    total: Amount


class RecallChange(Message):
    """RECALL: return all of this lot but `keep`."""

    change: Literal["recall"] = "recall"
    wallet: Name
    unit: Name
    lot: LotKey
    keep: Amount


LeaseChange = Annotated[GrantChange | RecallChange, Field(discriminator="change")]


class Pull(Message):
    """Ask for the changes of a stream behind `cursor`.

    `anew`: the reading has begun at 0 and not come to its end, so what was forgotten before is nothing to it. `guests`:
    with the members, the wallets that were looked up, and under which number each was told (`Rows.guests`).
    """

    message: Literal["pull"] = "pull"
    till: Name
    epoch: Epoch
    server_epoch: Name
    stream: Literal["leases", "config", "staff", "programmes", "catalogue", "members", "standings"] = "leases"
    cursor: Count
    limit: Annotated[int, Field(ge=1, le=PULL_LIMIT, strict=True)] = PULL_LIMIT
    anew: bool = False
    guests: Annotated[tuple[tuple[Name, Count], ...], Field(max_length=MOST_GUESTS)] = ()


class Changes(Message):
    """Changes in their order, the cursor behind the last, and whether there are more."""

    answer: Literal["changes"] = "changes"
    server_epoch: Name
    changes: tuple[LeaseChange, ...]
    cursor: Count
    more: bool


class Listen(Message):
    """Wait until the lease feed has more than `cursor`, at most so long."""

    message: Literal["listen"] = "listen"
    till: Name
    epoch: Epoch
    server_epoch: Name
    cursor: Count
    wait_ms: Annotated[int, Field(ge=0, le=LONGEST_LISTEN_MS, strict=True)]


class News(Message):
    """The number of the feed's last change: more than the cursor where there is something to pull."""

    answer: Literal["news"] = "news"
    server_epoch: Name
    head: Count


# --- the night's audit

# (wallet, unit, lot, granted in all, held)
LotTold = tuple[Name, Name, LotKey, Amount, Amount]
MOST_LOTS_TOLD = 5_000
LONGEST_SUMMARY = 1 << 20


class Audit(Message):
    """What a till says of itself at night: the exact text it signed (Ed25519, hex). Safe to repeat.

    `lots` are those of the drawers that the answer before asked for, and nothing else.
    """

    message: Literal["audit"] = "audit"
    protocol: Count = PROTOCOL_VERSION
    till: Name
    epoch: Epoch
    server_epoch: Name
    night: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    summary: Annotated[str, Field(max_length=LONGEST_SUMMARY)]
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]
    lots: tuple[LotTold, ...] = Field(default=(), max_length=MOST_LOTS_TOLD)


class Audited(Message):
    """Head office's verdict as the exact text it signed; both sides keep both.

    `wants`: in these drawers lots differ: say it again with the lots in them.
    """

    answer: Literal["audited"] = "audited"
    server_epoch: Name
    verdict: str
    signature: Annotated[str, Field(pattern=r"^([0-9a-f]{128})?$")] = ""
    key: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    wants: tuple[Count, ...] = ()


class AuditAgain(Message):
    """Head office has more of this till than the summary says, or another server epoch: say HELLO, then sum up anew."""

    answer: Literal["audit_again"] = "audit_again"
    server_epoch: Name


AuditAnswer = Annotated[Audited | AuditAgain, Field(discriminator="answer")]

HELLO_ANSWER: TypeAdapter[HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade] = TypeAdapter(HelloAnswer)
PUSH_ANSWER: TypeAdapter[Ack | Gap | PushFenced] = TypeAdapter(PushAnswer)
LEASE_ANSWER: TypeAdapter[Granted | Denied] = TypeAdapter(LeaseAnswer)
AUDIT_ANSWER: TypeAdapter[Audited | AuditAgain] = TypeAdapter(AuditAnswer)
