"""What every service of head office needs: database, clock, chance, and the rules of this shop or chain."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.domain.ids import uuid7
from app.domain.ledger import BONUS, PRINCIPAL
from sync.office.storage.engines import Database
from sync.protocol.messages import Policy

MONEY = frozenset({PRINCIPAL, BONUS})

# Of one wallet at one till, by the kind of unit; what is not named here has no cap.
DEFAULT_UNIT_CAPS: Mapping[str, int] = {
    "points": 100_000,
    "coupon": 20,
    "pass": 50,
    "entitlement": 20,
    "draw": 20,
    "right": 20,
    "quota": 20,
    "budget": 100_000,
}

DEFAULT_POLICY = Policy(wallet_cap=50_000, till_cap=5_000_000, soft_expiry_ms=7 * 24 * 60 * 60 * 1000)


class Clock(Protocol):
    """Head office's time."""

    def now_ms(self) -> int:
        """UTC milliseconds."""

    def day(self) -> str:
        """The ISO date in the shop's time zone."""


class Randomness(Protocol):
    """Where random bytes come from."""

    def bytes(self, count: int) -> bytes:
        """`count` bytes nobody can foretell."""


class Signer(Protocol):
    """Signs for head office (Ed25519)."""

    @property
    def key(self) -> str:
        """The public key in hex."""

    def sign(self, text: bytes) -> bytes:
        """The signature of these bytes."""


@dataclass(frozen=True, slots=True)
class World:
    """Handed to every service. `persons_needed` to write a till off: two, in a single shop one.

    `unit_caps`: how much of a kind of unit one till may be lent of one wallet; money has its own in `policy`.
    `zone` is the shops' time zone, None that of this machine. `signer` signs the answers to audits. In
    `copies` lie the ready-made files of members; without it none are made.
    """

    database: Database
    clock: Clock
    randomness: Randomness
    policy: Policy = DEFAULT_POLICY
    persons_needed: int = 2
    unit_caps: Mapping[str, int] = field(default_factory=lambda: DEFAULT_UNIT_CAPS)
    zone: datetime.tzinfo | None = datetime.UTC
    signer: Signer | None = None
    copies: Path | None = None

    def local_time(self, at_ms: int) -> str:
        """UTC milliseconds as the shops' wall clocks show them: `YYYY-MM-DD HH:MM`."""
        moment = datetime.datetime.fromtimestamp(at_ms / 1000, datetime.UTC).astimezone(self.zone)
        return f"{moment:%Y-%m-%d %H:%M}"

    def now(self) -> str:
        """The shops' wall clock."""
        return self.local_time(self.clock.now_ms())

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return uuid7(self.clock.now_ms(), self.randomness.bytes(10))
