"""All lots that a till holds, told in a few numbers: equal numbers mean equal lots.

Wallets are spread over drawers, so that where a number differs only that drawer's lots need be told one by one.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

DRAWERS = 64
_MODULUS = 1 << 128


@dataclass(frozen=True, slots=True, order=True)
class LotRow:
    """One lot at one till: `granted` in all by head office, `held` now."""

    wallet: str
    unit: str
    lot: str
    granted: int
    held: int

    @property
    def key(self) -> tuple[str, str, str]:
        """Which lot it is."""
        return self.wallet, self.unit, self.lot

    @property
    def is_empty(self) -> bool:
        """Whether it says no more than a row that is not there."""
        return not self.granted and not self.held


@dataclass(slots=True)
class LotSum:
    """Adds lots up in any order, a page after the other."""

    lots: int = 0
    _drawers: list[int] = field(default_factory=lambda: [0] * DRAWERS)

    def add(self, rows: Iterable[LotRow]) -> None:
        """Take these in, each once."""
        for row in rows:
            if row.is_empty:
                continue
            line = "\x1f".join((row.wallet, row.unit, row.lot, str(row.granted), str(row.held)))
            number = drawer_of(row.wallet)
            digest = int.from_bytes(hashlib.sha256(line.encode()).digest()[:16])
            self._drawers[number] = (self._drawers[number] + digest) % _MODULUS
            self.lots += 1

    @property
    def drawers(self) -> tuple[str, ...]:
        """The sum of each drawer, 32 hex digits."""
        return tuple(f"{drawer:032x}" for drawer in self._drawers)


def drawer_of(wallet: str) -> int:
    """In which drawer a wallet lies."""
    return hashlib.sha256(wallet.encode()).digest()[0] % DRAWERS


def differing(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, ...]:
    """The drawers whose sums differ."""
    return tuple(number for number, (mine, yours) in enumerate(zip(one, other, strict=True)) if mine != yours)
