"""Whose request it is: RFC 9421 signatures of enrolled tills, in the form of `sync.protocol.signatures`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.protocol.signatures import claim_of, has_digest, signed_text


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
    """A request with its headers, their names in small letters."""

    method: str
    url: str
    headers: Mapping[str, str]


class Signatures:
    """Checks signatures against the keys of the chains.

    A till with a wrong clock must not be locked out: when it says it has signed is not looked at, the nonce says what
    is fresh, in head office's time.
    """

    def __init__(self, key_of: Callable[[str, int], bytes | None]) -> None:
        self._key_of = key_of
        # A chain has one key for good, and every request is checked against one.
        self._known: dict[Signer, Ed25519PublicKey] = {}

    def needs_the_database(self, request: SignedRequest) -> bool:
        """Whether the key that the request names is yet to be looked up."""
        claim = claim_of(request.headers)
        try:
            return claim is not None and signer_of(claim.key_id) not in self._known
        except ValueError:
            return False

    def check(self, request: SignedRequest, body: bytes) -> tuple[Signer, str]:
        """Who signed, and the nonce signed with it; UnsignedError or UnknownKeyError."""
        claim = claim_of(request.headers)
        if claim is None or not has_digest(request.headers, body):
            raise UnsignedError
        try:
            signer = signer_of(claim.key_id)
            text = signed_text(request.method, request.url, body, claim.about)
            self._key(signer).verify(claim.signature, text)
        except (ValueError, InvalidSignature) as error:
            raise UnsignedError from error
        return signer, claim.nonce

    def _key(self, signer: Signer) -> Ed25519PublicKey:
        if signer not in self._known:
            key = self._key_of(signer.till, signer.epoch)
            if key is None:
                raise UnknownKeyError
            self._known[signer] = Ed25519PublicKey.from_public_bytes(key)
        return self._known[signer]


def signer_of(key_id: str) -> Signer:
    """The chain that a key id `<till>/<epoch>` names; ValueError where it names none."""
    till, slash, epoch = key_id.rpartition("/")
    if not slash or not till or len(till) > 200 or not epoch.isascii() or not epoch.isdecimal() or len(epoch) > 9:
        raise ValueError("no key id")
    return Signer(till, int(epoch))
