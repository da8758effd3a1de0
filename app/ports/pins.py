"""Hashing of PINs."""

from typing import Protocol


class PinHasher(Protocol):
    """Argon2id or better; slow on purpose."""

    def hash(self, pin: str) -> str:
        """The hash to keep."""

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether `pin` is the one."""
