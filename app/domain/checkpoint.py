"""Copies of rows that are kept elsewhere. A sum over a copy's rows shows whether it is whole, whatever their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

_MODULUS = 1 << 64


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row as it was in the copy and as it is now; None where there is none."""

    id: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class CopyMark:
    """Up to where a copy was read: of which stream, of which server epoch, and the sum of the rows in it."""

    stream: str = ""
    server_epoch: str = ""
    cursor: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A row as of change `n`; `content` is None where it is gone."""

    id: str
    n: int
    content: Mapping[str, Any] | None


def part_of(row_id: str, n: int) -> int:
    """What one row, last changed by change `n` of its stream, adds to the sum (64 bits)."""
    return int.from_bytes(blake2b(f"{n}|{row_id}".encode(), digest_size=8).digest())


def added(total: int, part: int) -> int:
    """The sum with one row more."""
    return (total + part) % _MODULUS


def taken(total: int, part: int) -> int:
    """The sum with one row less."""
    return (total - part) % _MODULUS


def written(total: int) -> str:
    """The sum as it travels: 16 hex digits."""
    return f"{total:016x}"
