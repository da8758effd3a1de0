"""Sign what head office answers to the audit of a night: the till keeps it, and can show it to anybody."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class NightSigner:
    """Holds the private key, made from `seed` (32 bytes)."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def key(self) -> str:
        """The public key in hex."""
        return self._private.public_key().public_bytes_raw().hex()

    def sign(self, text: bytes) -> bytes:
        """The signature of these bytes."""
        return self._private.sign(text)
