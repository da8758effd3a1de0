"""Argon2id for staff PINs: fits `app.ports.pins.PinHasher`."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# 19 MiB, two passes: what OWASP asks for at least. About 25 ms on a fast machine, 50 to 100 ms on an old till;
# a PIN is short, so what protects it is the lock after five tries and the encrypted store around the hash.
_MEMORY_KIB = 19 * 1024
_PASSES = 2


class Argon2Pins:
    """Hashes PINs and checks them."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=_PASSES, memory_cost=_MEMORY_KIB, parallelism=1)

    def hash(self, pin: str) -> str:
        """The hash to keep; it carries its salt and parameters."""
        return self._hasher.hash(pin)

    def verify(self, pin_hash: str, pin: str) -> bool:
        """Whether `pin` is the one."""
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False
