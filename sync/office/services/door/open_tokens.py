"""Tokens of the open door: made and closed by a person. Head office keeps the public half only."""

from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sync.office.services.world import World
from sync.office.storage.open_door import Token, close_token, keep_token

_DAY_MS = 24 * 60 * 60 * 1000


class TokenNameTakenError(Exception):
    """There is, or was, a token of this name: calls are told apart by it."""


@dataclass(frozen=True, slots=True)
class MakeToken:
    """Make one."""

    world: World

    def __call__(self, name: str, scopes: Iterable[str], days: int, merchant: str = "") -> str:
        """The private key (PEM, PKCS 8): shown once, kept nowhere here; good for so many days."""
        private = Ed25519PrivateKey.from_private_bytes(self.world.randomness.bytes(32))
        now = self.world.clock.now_ms()
        public = private.public_key().public_bytes_raw()
        token = Token(name, public, frozenset(scopes), merchant, now, now + days * _DAY_MS)
        if not self.world.database.write(lambda connection: keep_token(connection, token)):
            raise TokenNameTakenError
        return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@dataclass(frozen=True, slots=True)
class CloseToken:
    """Close one; what it has told stays."""

    world: World

    def __call__(self, name: str) -> bool:
        """Whether there was an open one of this name."""
        now = self.world.clock.now_ms()
        return self.world.database.write(lambda connection: close_token(connection, name, now))
