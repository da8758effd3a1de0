"""A sum over what a copy consists of: two copies with the same rows have the same sum, in whatever order they came."""

from hashlib import blake2b

_MODULUS = 1 << 64


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
