"""Whose request it is: RFC 9421 signatures of enrolled tills."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519
from http_message_signatures.exceptions import HTTPMessageSignaturesException

COVERED = ("@method", "@target-uri", "content-digest")
TAG = "membertill"
_KEY_ID = re.compile(r'keyid="([^"\\]+)"')


class UnsignedError(Exception):
    """The request carries no signature that holds."""


class UnknownKeyError(Exception):
    """The key id names no chain that is known here."""


@dataclass(frozen=True, slots=True)
class Signer:
    """The chain whose key signed."""

    till: str
    epoch: int


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request as the library reads it."""

    method: str
    url: str
    headers: Mapping[str, str]


class _Keys(HTTPSignatureKeyResolver):
    def __init__(self, key_of: Callable[[str, int], bytes | None]) -> None:
        self._key_of = key_of
        # A chain has one key for good, and every request is checked against one.
        self._known: dict[Signer, Ed25519PublicKey] = {}

    def is_known(self, signature_input: str) -> bool:
        named = _KEY_ID.search(signature_input)
        try:
            return named is not None and signer_of(named[1]) in self._known
        except ValueError:
            return False

    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        signer = signer_of(key_id)
        if signer not in self._known:
            key = self._key_of(signer.till, signer.epoch)
            if key is None:
                raise UnknownKeyError
            self._known[signer] = Ed25519PublicKey.from_public_bytes(key)
        return self._known[signer]

    def resolve_private_key(self, key_id: str) -> Any:
        raise NotImplementedError("head office signs nothing")


class TimelessVerifier(HTTPMessageVerifier):
    """Leaves it to others to say what is fresh."""

    # A till with a wrong clock must not be locked out: the nonce says what is fresh, in head office's time.
    require_created = False

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Whatever the till's clock said."""


class Signatures:
    """Checks signatures against the keys of the chains."""

    def __init__(self, key_of: Callable[[str, int], bytes | None]) -> None:
        self._keys = _Keys(key_of)
        self._verifier = TimelessVerifier(signature_algorithm=ED25519, key_resolver=self._keys)

    def needs_the_database(self, request: SignedRequest) -> bool:
        """Whether the key that the request names is yet to be looked up."""
        return not self._keys.is_known(request.headers.get("signature-input", ""))

    def check(self, request: SignedRequest, body: bytes) -> tuple[Signer, str]:
        """Who signed, and the nonce signed with it; UnsignedError or UnknownKeyError."""
        try:
            results = self._verifier.verify(
                request, max_age=None, expect_tag=TAG, require_components=COVERED, body=body
            )
            (result,) = results
            signer = signer_of(str(result.parameters.get("keyid", "")))
        except (HTTPMessageSignaturesException, ValueError) as error:
            if _is_unknown(error):
                raise UnknownKeyError from error
            raise UnsignedError from error
        return signer, result.nonce or ""


def _is_unknown(error: BaseException | None) -> bool:
    # The library wraps what the key's look-up raises.
    while error is not None and not isinstance(error, UnknownKeyError):
        error = error.__cause__ or error.__context__
    return error is not None


def signer_of(key_id: str) -> Signer:
    """The chain that a key id `<till>/<epoch>` names; ValueError where it names none."""
    till, slash, epoch = key_id.rpartition("/")
    if not slash or not till or len(till) > 200 or not epoch.isascii() or not epoch.isdecimal() or len(epoch) > 9:
        raise ValueError("no key id")
    return Signer(till, int(epoch))
