"""Head office's key for the codes on members' phones, as it came with its last HELLO."""

from app.ports.store import Config


def signed_by_office(config: Config, message: bytes, signature: bytes) -> bool | None:
    """Fits `app.ports.member_codes.SignedByOffice`."""
    # Late, both: a till that stands alone loads nothing of sync, and most tills see no such code all day.
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    from sync.client.state import read_sync_state

    key = read_sync_state(config).member_code_key
    if not key:
        return None
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, message)
    except InvalidSignature:
        return False
    return True
