"""The rolling code on a member's phone: card, time and head office's signature in one short text.

`MQ1` and base32 without padding of: length and text of the card number, issued at (UTC seconds, 4 bytes), valid for
(seconds, 2 bytes), Ed25519 signature (64 bytes) of `MQ1` and all before it. Capital letters and digits only, so that
the QR code needs its alphanumeric mode and no keyboard layout turns it into something else.
"""

import base64
import binascii
import struct

from app.domain.codes.meanings import MemberCode
from app.domain.ids import CardNumber

MEMBER_CODE_PREFIX = "MQ1"
SIGNATURE_BYTES = 64
LONGEST_VALID_S = 600

_TIMES = struct.Struct(">IH")


def member_code_body(card: CardNumber, issued_s: int, valid_s: int) -> bytes:
    """What head office signs: the prefix and everything but the signature."""
    number = card.encode("ascii")
    return MEMBER_CODE_PREFIX.encode() + bytes([len(number)]) + number + _TIMES.pack(issued_s, valid_s)


def member_code_text(body: bytes, signature: bytes) -> str:
    """The text of the QR code."""
    packed = body.removeprefix(MEMBER_CODE_PREFIX.encode()) + signature
    return MEMBER_CODE_PREFIX + base64.b32encode(packed).decode().rstrip("=")


def decode_member_code(text: str) -> MemberCode | None:
    """The parts of such a text, nothing verified yet; None where it is none."""
    encoded = text.removeprefix(MEMBER_CODE_PREFIX)
    try:
        packed = base64.b32decode(encoded + "=" * (-len(encoded) % 8))
    except binascii.Error:
        return None
    body, signature = packed[:-SIGNATURE_BYTES], packed[-SIGNATURE_BYTES:]
    if len(signature) != SIGNATURE_BYTES or not body or len(body) != 1 + body[0] + _TIMES.size:
        return None
    number = body[1 : 1 + body[0]]
    if not (number.isascii() and number.isalnum()):
        return None
    issued_s, valid_s = _TIMES.unpack(body[1 + body[0] :])
    return MemberCode(CardNumber(number.decode()), issued_s, valid_s, MEMBER_CODE_PREFIX.encode() + body, signature)
