"""Head office as the screens see it: how the line is, what it says, and asking it for value. Nothing here blocks."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from app.domain.ids import WalletId
from app.domain.lease.share import MONEY
from app.domain.ledger import Unit
from app.domain.night.verdict import Verdict


class Line(Enum):
    """How the line to head office is. ALONE: this till belongs to none."""

    ALONE = "alone"
    TRYING = "trying"
    ONLINE = "online"
    OFFLINE = "offline"


class Says(Enum):
    """The latest word of head office, or why there is none.

    NEW_EPOCH: it was restored and has been told everything again. RECOVERY: it was restored and lends nothing yet.
    FENCED: this till gets no more value. UPGRADE: this till is too old. UNKNOWN_TILL: it does not know this till.
    STRANGER: something answers at its address that is not our head office. TOO_OFTEN: this till has looked up too many
    members or receipts that it does not have.
    """

    NOTHING = "nothing"
    OK = "ok"
    NEW_EPOCH = "new_epoch"
    RECOVERY = "recovery"
    FENCED = "fenced"
    UPGRADE = "upgrade"
    UNKNOWN_TILL = "unknown_till"
    BUSY = "busy"
    TOO_OFTEN = "too_often"
    REFUSED = "refused"
    STRANGER = "stranger"


class CopyState(Enum):
    """How it is with a new copy of the members. BUILDING: head office makes it ready."""

    BUILDING = "building"
    COMING = "coming"
    CANCELLED = "cancelled"
    DISK_FULL = "disk_full"


@dataclass(frozen=True, slots=True)
class Copying:
    """A new copy of the members is on its way; in bytes."""

    state: CopyState
    done_bytes: int = 0
    total_bytes: int = 0


@dataclass(frozen=True, slots=True)
class OfficeStatus:
    """The line as it is now. Times are UTC ms of this till's clock, 0 where there is none.

    `line_since`: since when it is so. `waiting`: events that head office lacks, the oldest of `waiting_since`.
    `heard_at`: last word. `next_try_at`: when it is tried again by itself. `frozen_at`: when stored value rests
    without a word. `held`: value lent to this till in sum, by unit, in `lots` lots. `is_inside`: head office is a
    process of this very till, the only one of its shop; `address` is then the folder it lives in.
    `key`: the fingerprint of this till's own key, as head office lists it. `night`: what the last audit has found.
    `copying`: a copy of the members that is on its way.
    """

    line: Line = Line.ALONE
    is_inside: bool = False
    line_since: int = 0
    says: Says = Says.NOTHING
    reason: str = ""
    till: str = ""
    address: str = ""
    key: str = ""
    shop: str = ""
    waiting: int = 0
    waiting_since: int = 0
    heard_at: int = 0
    next_try_at: int = 0
    frozen_at: int = 0
    held: Mapping[Unit, int] = field(default_factory=dict)
    lots: int = 0
    night: Verdict | None = None
    copying: Copying | None = None


class Lending(Enum):
    """What came of asking for value.

    SHORT: head office has no more of it; other tills that hold some were asked to return it. CAP: this till may hold
    no more.
    """

    LENT = "lent"
    SHORT = "short"
    CAP = "cap"
    RECOVERY = "recovery"
    FENCED = "fenced"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Lent:
    """How it went, and how much came of what was asked for; some may have come although it was not enough."""

    outcome: Lending
    amount_minor: int = 0


class Fetching(Enum):
    """What came of asking for a sale of another till, to refund it here.

    TAKEN: it is here now, with the right. ASKED: the till that holds the right was asked; ask again in a moment.
    NOT_NOW: head office waits for its tills, or gives this one nothing more. TOO_OFTEN: this till has asked for too
    many.
    """

    TAKEN = "taken"
    ASKED = "asked"
    UNKNOWN = "unknown"
    NOT_NOW = "not_now"
    TOO_OFTEN = "too_often"
    OFFLINE = "offline"


class Seeking(Enum):
    """What came of looking a member up. NOBODY: there is nobody, or no line. TOO_OFTEN: this till has to wait."""

    FOUND = "found"
    NOBODY = "nobody"
    TOO_OFTEN = "too_often"


class Joining(Enum):
    """What came of enrolling this till again.

    REFUSED: by head office, with a reason. NO_CODE: what was typed is none. SHIFT_OPEN: close the shift first. UNSENT:
    head office has not everything yet. NOT_NEEDED: it knows this till and lends to it. ALONE: there is nobody to ask.
    """

    JOINED = "joined"
    REFUSED = "refused"
    OFFLINE = "offline"
    NO_CODE = "no_code"
    SHIFT_OPEN = "shift_open"
    UNSENT = "unsent"
    NOT_NEEDED = "not_needed"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Joined:
    """How it went; `epoch` is the one this till is in now, where it joined."""

    outcome: Joining
    reason: str = ""
    epoch: int = 0


class HeadOffice(Protocol):
    """The line to head office, kept by a thread of its own."""

    @property
    def status(self) -> OfficeStatus:
        """How it is now."""

    def try_now(self) -> None:
        """Do not wait any longer."""

    def cancel_copy(self) -> None:
        """Stop fetching the members; what came stays, and "try now" goes on."""

    def look_elsewhere(self, *, card: str = "", phone: str = "") -> "Future[Seeking]":
        """Look a member up whom this till does not carry; where FOUND, they can be found here now. Never long."""

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> "Future[Lent]":
        """Ask for so much of these units of a wallet, for somebody who stands here and waits."""

    def fetch_sale(self, receipt_number: str, *, at_risk: bool = False) -> "Future[Fetching]":
        """Ask for a sale of another till and the right to refund it (`at_risk`: without); a customer waits."""

    def enrol_again(self, code: str) -> "Future[Joined]":
        """Be enrolled again with the line that head office prints: after a fence, a restore or a copy."""

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> None:
        """A card was read: see, in the background, that this till holds a usual share of what lies elsewhere."""
