"""Whose call it is at the open door: RFC 9421 signatures by the keys of its tokens, fresh by head office's clock.

A call may be sent again with the same signature while that is fresh; it is answered as before, so nothing is gained.
"""

from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from sync.office.services.world import World
from sync.office.storage.open_door import Token, find_token
from sync.office.web.signatures import SignedRequest, UnsignedError

COVERED = ("@method", "@target-uri", "content-digest")
TAG = "membertill"
KEY_ID = "open:"
FRESH_SECONDS = 300


class Callers:
    """Checks the signatures of calls."""

    def __init__(self, world: World) -> None:
        self._world = world

    def check(self, request: SignedRequest, body: bytes) -> Token:
        """Who calls; UnsignedError says what is wrong with the signature."""
        keys = _Keys(self._world)
        verifier = _Verifier(signature_algorithm=ED25519, key_resolver=keys)
        try:
            results = verifier.verify(request, max_age=None, expect_tag=TAG, require_components=COVERED, body=body)
            (result,) = results
        except (HTTPMessageSignaturesException, ValueError) as error:
            raise UnsignedError(keys.why or "the signature does not hold") from error
        created = result.parameters.get("created")
        if not isinstance(created, int) or abs(self._world.clock.now_ms() / 1000 - created) > FRESH_SECONDS:
            raise UnsignedError(f"`created` must be within {FRESH_SECONDS} seconds of head office's clock")
        if keys.found is None:
            raise UnsignedError
        return keys.found


class _Verifier(HTTPMessageVerifier):
    """Leaves it to others to say what is fresh."""

    require_created = False

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """By this machine's clock; head office has its own."""


class _Keys(HTTPSignatureKeyResolver):
    """Looks a token up; asked anew for every call, for a token may be closed."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.found: Token | None = None
        self.why = ""

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        name = key_id.removeprefix(KEY_ID)
        if name != key_id and name.isprintable():
            self.found = self._world.database.read(lambda connection: find_token(connection, name))
        if self.found is None or not self.found.is_good(self._world.clock.now_ms()):
            self.why = "this token is not known here, or no longer"
            raise ValueError(self.why)
        return Ed25519PublicKey.from_public_bytes(self.found.public_key)

    def resolve_private_key(self, key_id: str) -> Any:
        raise NotImplementedError("head office signs nothing")
