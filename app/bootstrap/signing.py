"""The key that speaks for this till, and what two people compare of it."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.bootstrap.membership import Placement
from sync.protocol.fingerprint import short_fingerprint


def signing_key(placement: Placement) -> Ed25519PrivateKey:
    """The private key."""
    return Ed25519PrivateKey.from_private_bytes(placement.seed)


def public_key(placement: Placement) -> bytes:
    """The public key, as head office keeps it."""
    return signing_key(placement).public_key().public_bytes_raw()


def fingerprint_of(placement: Placement) -> str:
    """Its short fingerprint, as `membertill-office tills` prints it."""
    return short_fingerprint(public_key(placement))
