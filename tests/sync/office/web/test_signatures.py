"""Whose request it is: a chain's key is looked up once, an unknown one every time; every bit of the form counts."""

import hashlib
from collections.abc import Mapping
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import HTTPMessageVerifier, HTTPSignatureKeyResolver
from http_message_signatures.algorithms import ED25519

from sync.office.web.signatures import Signatures, SignedRequest, Signer, UnknownKeyError, UnsignedError
from sync.protocol.signatures import signed_headers

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = PRIVATE.public_key().public_bytes_raw()
URL = "https://office.test/v1/push"


def signed(
    private: Ed25519PrivateKey = PRIVATE,
    body: bytes = b"frame",
    *,
    key_id: str = "T01/1",
    instead: Mapping[str, str] | None = None,
) -> SignedRequest:
    headers = signed_headers(URL, body, key_id=key_id, nonce="n.1", created=1_764_000_000, sign=private.sign)
    return SignedRequest("POST", URL, {name.lower(): value for name, value in headers.items()} | {**(instead or {})})


def refused(request: SignedRequest, body: bytes = b"frame") -> None:
    with pytest.raises(UnsignedError):
        Signatures(lambda _till, _epoch: PUBLIC).check(request, body)


class Keys(HTTPSignatureKeyResolver):
    def resolve_public_key(self, key_id: str) -> Ed25519PublicKey:
        assert key_id == "T01/1"
        return PRIVATE.public_key()

    def resolve_private_key(self, key_id: str) -> Any:
        raise NotImplementedError


def test_a_library_of_the_standard_reads_what_a_till_signs() -> None:
    verifier = HTTPMessageVerifier(signature_algorithm=ED25519, key_resolver=Keys())
    covered = ("@method", "@target-uri", "content-digest")
    (result,) = verifier.verify(
        signed(), max_age=None, expect_tag="membertill", require_components=covered, body=b"frame"
    )
    assert result.nonce == "n.1"


def test_what_is_signed_cannot_be_another() -> None:
    true = signed()
    assert Signatures(lambda _till, _epoch: PUBLIC).check(true, b"frame") == (Signer("T01", 1), "n.1")
    refused(true, b"another frame")
    refused(SignedRequest("PUT", URL, true.headers))
    refused(SignedRequest("POST", URL.replace("push", "lease"), true.headers))
    about: Mapping[str, str] = true.headers
    for was, now in (("T01/1", "T02/1"), ("n.1", "n.2"), ("created=1", "created=2"), (";tag", ";expires=1;tag")):
        refused(signed(instead={"signature-input": about["signature-input"].replace(was, now)}))
    refused(signed(instead={"content-digest": signed(body=b"other").headers["content-digest"]}))
    refused(signed(instead={"content-digest": f"sha-512=:{hashlib.sha512(b'frame').hexdigest()}:"}))
    for name in ("signature", "signature-input"):
        for text in ("", about[name] + " ", f"{about[name]}, {about[name]}", about[name].replace("membertill=", "a=")):
            refused(signed(instead={name: text}))


@pytest.mark.parametrize("key_id", ["T01", "/1", "T01/", "T01/x", "T01/1234567890", "T" * 201 + "/1"])
def test_a_key_id_that_names_no_chain(key_id: str) -> None:
    request = signed(key_id=key_id)
    assert not Signatures(lambda _till, _epoch: PUBLIC).needs_the_database(request)
    refused(request)


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
    assert not signatures.needs_the_database(SignedRequest("POST", URL, {"signature-input": 'keyid="T01"'}))
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
