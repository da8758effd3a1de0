"""Whose request it is: a chain's key is looked up once, an unknown one every time."""

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.transport import _Signing
from sync.office.web.signatures import Signatures, SignedRequest, Signer, UnknownKeyError, UnsignedError

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = PRIVATE.public_key().public_bytes_raw()
URL = "https://office.test/v1/push"


def signed(private: Ed25519PrivateKey = PRIVATE, body: bytes = b"frame") -> SignedRequest:
    prepared = requests.Request("POST", URL, data=body).prepare()
    _Signing("T01/1", private).sign(prepared, body)
    return SignedRequest("POST", URL, {name.lower(): value for name, value in prepared.headers.items()})


def test_a_chain_known_once_is_not_looked_up_again() -> None:
    asked: list[tuple[str, int]] = []

    def key_of(till: str, epoch: int) -> bytes | None:
        asked.append((till, epoch))
        return PUBLIC

    signatures = Signatures(key_of)
    assert signatures.needs_the_database(signed())
    for _ in range(3):
        assert signatures.check(signed(), b"frame")[0] == Signer("T01", 1)
    assert asked == [("T01", 1)]
    assert not signatures.needs_the_database(signed())
    assert signatures.needs_the_database(SignedRequest("POST", URL, {"signature-input": 'keyid="T01"'}))
    with pytest.raises(UnsignedError):
        signatures.check(signed(Ed25519PrivateKey.from_private_bytes(bytes(32))), b"frame")
    with pytest.raises(UnsignedError):
        signatures.check(signed(), b"another frame")


def test_a_chain_enrolled_after_it_was_asked_for_is_known() -> None:
    enrolled: dict[tuple[str, int], bytes] = {}
    signatures = Signatures(lambda till, epoch: enrolled.get((till, epoch)))
    with pytest.raises(UnknownKeyError):
        signatures.check(signed(), b"frame")
    enrolled["T01", 1] = PUBLIC
    assert signatures.check(signed(), b"frame")[0] == Signer("T01", 1)
