"""Sign the rolling code of a member's phone. No row is read or written: any copy of head office with the key can."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.codes.member_code import LONGEST_VALID_S, member_code_body, member_code_text
from app.domain.ids import CardNumber

_LONGEST_NUMBER = 20


class MemberCodeSigner:
    """Holds the private key, made from `seed` (32 bytes)."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)

    @property
    def key(self) -> str:
        """The public key in hex, as tills get it."""
        return self._private.public_key().public_bytes_raw().hex()

    def __call__(self, card: CardNumber, now_ms: int, valid_s: int) -> str:
        """The text of the QR code for `card`, good from now for `valid_s` seconds; ValueError where it cannot be."""
        if not (card.isascii() and card.isalnum() and len(card) <= _LONGEST_NUMBER):
            raise ValueError(f"a card number has 1 to {_LONGEST_NUMBER} digits or letters")
        if not 0 < valid_s <= LONGEST_VALID_S:
            raise ValueError(f"a code is good for 1 to {LONGEST_VALID_S} seconds")
        body = member_code_body(card, now_ms // 1000, valid_s)
        return member_code_text(body, self._private.sign(body))
