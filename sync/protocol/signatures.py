"""How a till signs a request: RFC 9421 with Ed25519, always in the one form that stands here.

Both ends make the signed text from these few lines. A library that reads every form there may be needs longer for one
request than head office for the lease that it asks for; a test holds the form against such a library.
"""

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_ABOUT = re.compile(
    r'membertill=(\("@method" "@target-uri" "content-digest"\);created=-?[0-9]{1,15};keyid="([ !#-\[\]-~]{1,220})";'
    r'alg="ed25519";nonce="([ !#-\[\]-~]{0,300})";tag="membertill")'
)
_SIGNATURE = re.compile(r"membertill=:([A-Za-z0-9+/]{86}==):")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a request says of its signature: by whom, under which nonce; `about` as it stands in the header."""

    key_id: str
    nonce: str
    about: str
    signature: bytes


def signed_headers(
    url: str, body: bytes, *, key_id: str, nonce: str, created: int, sign: Callable[[bytes], bytes]
) -> dict[str, str]:
    """The headers that sign a POST of `body`; `created` in UTC seconds, `sign` gives the 64 bytes."""
    about = (
        f'("@method" "@target-uri" "content-digest");created={created};keyid="{key_id}";'
        f'alg="ed25519";nonce="{nonce}";tag="membertill"'
    )
    signature = base64.b64encode(sign(signed_text("POST", url, body, about))).decode()
    return {
        "Content-Digest": _digest(body),
        "Signature-Input": f"membertill={about}",
        "Signature": f"membertill=:{signature}:",
    }


def claim_of(headers: Mapping[str, str]) -> Claim | None:
    """The signature that these headers (names in small letters) claim; None where it is not of this form."""
    about = _ABOUT.fullmatch(headers.get("signature-input", ""))
    signature = _SIGNATURE.fullmatch(headers.get("signature", ""))
    if about is None or signature is None:
        return None
    return Claim(about[2], about[3], about[1], base64.b64decode(signature[1]))


def signed_text(method: str, url: str, body: bytes, about: str) -> bytes:
    """The text under a signature that says this `about` itself."""
    told = f'"@method": {method}\n"@target-uri": {url}\n"content-digest": {_digest(body)}\n"@signature-params": {about}'
    return told.encode()


def has_digest(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether the headers name the digest of this body, as they must."""
    return headers.get("content-digest") == _digest(body)


def _digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"
