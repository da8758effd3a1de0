"""The short fingerprint of a till's key, the same on the till's screen and at head office."""

import hashlib


def short_fingerprint(public_key: bytes) -> str:
    """Four groups of four digits over the raw Ed25519 key, for two people to compare by eye."""
    digits = hashlib.sha256(public_key).hexdigest()[:16].upper()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))
