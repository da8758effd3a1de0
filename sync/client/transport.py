"""The wire to head office: HTTPS to a pinned certificate, every request signed (RFC 9421)."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pydantic import TypeAdapter, ValidationError

from sync.client.line import OfficeLine
from sync.client.office import (
    AnswerUnreadableError,
    BusyError,
    GoneError,
    LookedUpTooOftenError,
    NotEnrolledError,
    RefusedByOfficeError,
    UnreachableError,
)
from sync.protocol.history import CONTENT_TYPE as CONTENT_TYPE_OF_HISTORY
from sync.protocol.history import HistoryPart, Received, pack_part
from sync.protocol.messages import (
    AUDIT_ANSWER,
    HELLO_ANSWER,
    LEASE_ANSWER,
    PUSH_ANSWER,
    Ack,
    Again,
    Audit,
    AuditAgain,
    Audited,
    Changes,
    Denied,
    Enrol,
    Enrolled,
    EpochChanged,
    Fenced,
    Gap,
    Granted,
    Hello,
    HelloOk,
    LeaseRequest,
    Listen,
    Message,
    News,
    Pull,
    PushFenced,
    ResendFrom,
    Upgrade,
)
from sync.protocol.sales import SaleAnswer, SaleAsk, SaleFound, SaleUnknown
from sync.protocol.signatures import signed_headers
from sync.protocol.streams import (
    LOOKED_UP_TOO_OFTEN,
    PULL_ANSWER,
    AskChunk,
    AskCopy,
    Copy,
    Find,
    Found,
    Rows,
    TooFar,
)
from sync.protocol.wire import CONTENT_TYPE, Frame, encode

CONNECT_SECONDS = 3.0
ANSWER_SECONDS = 30.0
LEASE_SECONDS = 1.5
# With the last part head office reads and proves all of it.
JOIN_SECONDS = 900.0
# Two records of TLS or more at once; in the library's own pieces a large file costs twice the time.
_PIECE_BYTES = 256 << 10
_NONCE_HEADER = "Membertill-Nonce"
# Any other could not be signed.
_NONCE = re.compile(r"[0-9A-Za-z_-]{1,200}")
_SALE: TypeAdapter[SaleFound | SaleUnknown] = TypeAdapter(SaleAnswer)
_CHANGES: TypeAdapter[Changes] = TypeAdapter(Changes)
_COPY: TypeAdapter[Copy] = TypeAdapter(Copy)
_FOUND: TypeAdapter[Found] = TypeAdapter(Found)
_NEWS: TypeAdapter[News] = TypeAdapter(News)
T = TypeVar("T")
_ENROLLED: TypeAdapter[Enrolled] = TypeAdapter(Enrolled)
_JOINED: TypeAdapter[Received | Enrolled] = TypeAdapter(Received | Enrolled)


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where head office is, the one-time code, and the fingerprint of its certificate (SHA-256, hex)."""

    address: str
    code: str
    fingerprint: str

    @classmethod
    def read(cls, text: str) -> "Invitation":
        """`https://host:port#CODE#fingerprint`, as head office prints it; ValueError where it is none."""
        address, code, fingerprint = text.strip().split("#")
        if not _is_origin(address) or len(bytes.fromhex(fingerprint)) != 32:
            raise ValueError("no invitation")
        return cls(address.rstrip("/"), code, fingerprint.lower())


class Transport:
    """One head office; used from one thread at a time, `lease` may be called beside the rest."""

    def __init__(self, address: str, fingerprint: str, *, till: str, epoch: int, key: Ed25519PrivateKey) -> None:
        self._address = address.rstrip("/")
        # Written here and not by the library, for it is what is signed.
        self._said = {"Host": urlsplit(address).netloc}
        self._signing = _Signing(f"{till}/{epoch}", key)
        self._line = OfficeLine(self._address, fingerprint)

    def enrol(self, message: Enrol) -> Enrolled:
        """Ask to be taken in; this one request is not signed, its code speaks for it."""
        answer = self._post("/v1/enrol", _json(message), "application/json", ANSWER_SECONDS, is_signed=False)
        return _read(_ENROLLED, answer)

    def join(self, part: HistoryPart, content: bytes) -> Received | Enrolled:
        """Hand a part of this shop's history over; its code speaks for it."""
        sent = pack_part(part, content)
        return _read(_JOINED, self._post("/v1/join", sent, CONTENT_TYPE_OF_HISTORY, JOIN_SECONDS, is_signed=False))

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        """Say where this till stands."""
        return _read(HELLO_ANSWER, self._post("/v1/hello", _json(message), "application/json", ANSWER_SECONDS))

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        """Send events."""
        return _read(PUSH_ANSWER, self._post("/v1/push", encode(frame), CONTENT_TYPE, ANSWER_SECONDS))

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        """Ask for value; a customer is waiting, so not for long."""
        return _read(LEASE_ANSWER, self._post("/v1/lease", _json(message), "application/json", LEASE_SECONDS))

    def sale(self, message: SaleAsk) -> SaleFound | SaleUnknown:
        """Find a sale of another till; a customer is waiting, so not for long."""
        return _read(_SALE, self._post("/v1/sale", _json(message), "application/json", LEASE_SECONDS))

    def pull(self, message: Pull) -> Changes:
        """Ask for changes."""
        return _read(_CHANGES, self._post("/v1/pull", _json(message), "application/json", ANSWER_SECONDS))

    def audit(self, message: Audit) -> Audited | AuditAgain:
        """Say what this till has, at night."""
        return _read(AUDIT_ANSWER, self._post("/v1/audit", _json(message), "application/json", ANSWER_SECONDS))

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""
        answer = _read(PULL_ANSWER, self._post("/v1/pull", _json(message), "application/json", ANSWER_SECONDS))
        if isinstance(answer, Changes):
            raise AnswerUnreadableError
        return answer

    def copy(self, message: AskCopy) -> Copy:
        """Ask for the file of members."""
        return _read(_COPY, self._post("/v1/copy", _json(message), "application/json", ANSWER_SECONDS))

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        """Ask for a part of it; it comes in pieces, so that one is written while the next is on its way."""
        with self._answered("/v1/chunk", _json(message), "application/json", ANSWER_SECONDS) as answer:
            _check(answer)
            yield from answer.iter_content(_PIECE_BYTES)

    def find(self, message: Find) -> Found:
        """Look a member up; a customer is waiting, so not for long."""
        return _read(_FOUND, self._post("/v1/find", _json(message), "application/json", LEASE_SECONDS))

    def listen(self, message: Listen) -> News:
        """Wait for news of the lease feed; on a transport of its own, for it waits long."""
        # Each time on a connection of its own: one that rests between two of them would be somebody's to close.
        self._said["Connection"] = "close"
        seconds = message.wait_ms / 1000 + ANSWER_SECONDS
        return _read(_NEWS, self._post("/v1/listen", _json(message), "application/json", seconds))

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    def _post(self, path: str, body: bytes, content_type: str, seconds: float, *, is_signed: bool = True) -> bytes:
        with self._answered(path, body, content_type, seconds, is_signed=is_signed) as answer:
            _check(answer)
            return answer.content

    @contextmanager
    def _answered(
        self, path: str, body: bytes, content_type: str, seconds: float, *, is_signed: bool = True
    ) -> Iterator[requests.Response]:
        """The answer, to be read within: where it breaks off in its middle, nobody else lets go of the connection."""
        # A request without a fresh nonce is answered with one; the second try then has it.
        for attempt in range(2):
            headers = self._headers(path, body, content_type, is_signed=is_signed)
            try:
                with self._line.post(path, headers, body, (min(CONNECT_SECONDS, seconds), seconds)) as answer:
                    nonce = answer.headers.get(_NONCE_HEADER)
                    if answer.status_code != 401 or nonce is None or attempt:
                        yield answer
                        return
                    _ = answer.content  # then the second try goes over the same connection
            except requests.RequestException as error:
                raise UnreachableError(type(error).__name__) from error
            if not _NONCE.fullmatch(nonce):
                raise AnswerUnreadableError
            self._signing.adopt(nonce)

    def _headers(self, path: str, body: bytes, content_type: str, *, is_signed: bool) -> dict[str, str]:
        headers = {**self._said, "Content-Type": content_type}
        return headers | self._signing.headers(self._address + path, body) if is_signed else headers


class _Signing:
    """Signs requests with numbered nonces."""

    def __init__(self, key_id: str, key: Ed25519PrivateKey) -> None:
        self._key_id = key_id
        self._key = key
        self._lock = threading.Lock()
        self._nonce, self._number = "none", 0

    def adopt(self, nonce: str) -> None:
        """Use this nonce from now on."""
        with self._lock:
            self._nonce, self._number = nonce, 0

    def headers(self, url: str, body: bytes) -> dict[str, str]:
        """Digest and signature of a request."""
        with self._lock:
            self._number += 1
            nonce = f"{self._nonce}.{self._number}"
        return signed_headers(
            url, body, key_id=self._key_id, nonce=nonce, created=int(time.time()), sign=self._key.sign
        )


def _is_origin(address: str) -> bool:
    """Whether it names a host and at most a port, nothing behind or before them; ValueError where the port is none."""
    parts = urlsplit(address)
    is_bare = parts.path in {"", "/"} and not parts.query and "@" not in parts.netloc
    return address.startswith("https://") and bool(parts.hostname) and parts.port != 0 and is_bare


def _check(answer: requests.Response) -> None:
    """Raise where it is no answer to what was asked."""
    status = answer.status_code
    if status == 410 and _error_of(answer):
        raise GoneError(_error_of(answer))
    if status in {200, 409, 410}:
        return
    if status in {429, 503}:
        busy = LookedUpTooOftenError if _error_of(answer) == LOOKED_UP_TOO_OFTEN else BusyError
        raise busy(_seconds(answer.headers.get("Retry-After", "")))
    if status in {401, 403}:
        raise NotEnrolledError(_error_of(answer))
    raise RefusedByOfficeError(f"{status} {_error_of(answer)}")


def _error_of(answer: requests.Response) -> str:
    try:
        return str(answer.json()["error"])[:200]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _seconds(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 5


def _json(message: Message) -> bytes:
    return message.model_dump_json().encode()


def _read(adapter: TypeAdapter[T], content: bytes) -> T:
    try:
        return adapter.validate_json(content)
    except ValidationError as error:
        raise AnswerUnreadableError from error
