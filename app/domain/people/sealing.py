"""The words of an event that say who a member is: one box under a key that lies beside the event and may be deleted.

The chain's hash covers the box, not the words, so it proves the same before and after. A key opens one box only.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Event, Json, Kind

KEY_BYTES = 32
PERSONAL: Mapping[Kind, tuple[str, ...]] = {
    Kind.MEMBER_REGISTERED: ("name", "phone", "birthday", "gender", "fields"),
    Kind.MEMBER_CHANGED: ("own", "fields"),
}
_FORGOTTEN: Json = {"name": "", "phone": "", "birthday": "", "gender": "", "fields": {}, "own": {}}
# Each key is drawn for one box, so no two boxes ever share a nonce under it.
_NONCE = bytes(12)


def seal_words(kind: Kind, body: Json, key: bytes) -> dict[str, Any]:
    """The body with its personal words in a box, `sealed`: base64 of AES-256-GCM over their JSON."""
    words = {name: body[name] for name in PERSONAL[kind]}
    plain = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    box = base64.b64encode(AESGCM(key).encrypt(_NONCE, plain, None)).decode()
    return {**{name: value for name, value in body.items() if name not in words}, "sealed": box}


def open_words(body: Json, key: bytes) -> Json:
    """The body with its words again; without a key they are empty. BrokenPromiseError where the key opens nothing."""
    if "sealed" not in body:
        return body
    if not key:
        return {**_FORGOTTEN, **body}
    try:
        plain = AESGCM(key).decrypt(_NONCE, base64.b64decode(body["sealed"], validate=True), None)
        return {**json.loads(plain), **body}
    except (InvalidTag, TypeError, ValueError) as error:
        raise BrokenPromiseError("the personal words of an event cannot be opened") from error


def is_forgotten(event: Event) -> bool:
    """Whether the event's words are in a box that nobody opens any more."""
    return event.kind in PERSONAL and not event.key and "sealed" in event.body()
