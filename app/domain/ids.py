"""Typed identifiers. An id of a fact is a UUIDv7 made at the till, written as 32 hex digits."""

from typing import NewType

TillId = NewType("TillId", str)
MerchantId = NewType("MerchantId", str)
EventId = NewType("EventId", str)
SaleId = NewType("SaleId", str)
ShiftId = NewType("ShiftId", str)
OperatorId = NewType("OperatorId", str)
MemberId = NewType("MemberId", str)
WalletId = NewType("WalletId", str)
CardNumber = NewType("CardNumber", str)
PaymentId = NewType("PaymentId", str)
ProductId = NewType("ProductId", str)
TierId = NewType("TierId", str)


def uuid7(now_ms: int, randomness: bytes) -> str:
    """A UUIDv7 (RFC 9562, section 5.7) as 32 hex digits: 48 bits of UTC milliseconds, 74 of `randomness` (10 bytes)."""
    if len(randomness) != 10:
        raise ValueError("a UUIDv7 takes 10 random bytes")
    noise = int.from_bytes(randomness, "big")
    value = (now_ms & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (noise >> 62 & 0xFFF) << 64
    value |= 0b10 << 62 | noise & (1 << 62) - 1
    return f"{value:032x}"
