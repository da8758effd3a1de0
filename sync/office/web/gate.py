"""The ASGI middleware in front of everything: how much at once, how large, and whose it is.

Uploads come before anything else: when it is crowded, the last places are for them. But only a few of those inside
are worked on at a time, so that somebody at a till who waits for a lease does not wait for all of them.
"""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from anyio.to_thread import run_sync
from prometheus_client import CollectorRegistry, Counter, Histogram
from sqlalchemy.exc import SQLAlchemyError

from sync.office.services.world import Clock
from sync.office.web.callers import Callers
from sync.office.web.listening import Listening
from sync.office.web.nonces import Nonces
from sync.office.web.signatures import Signatures, SignedRequest, Signer, UnknownKeyError, UnsignedError

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

UPLOAD = "/v1/push"
LISTEN = "/v1/listen"
BY_CODE = frozenset({"/v1/enrol", "/v1/join"})
OPEN = BY_CODE | frozenset({"/healthz", "/metrics", "/openapi.json"})
OUTSIDE = frozenset(f"/v1/open/{name}" for name in ("actions", "actions/undone", "referrals", "orders", "returns"))
SIGNED = frozenset(
    {UPLOAD, "/v1/hello", "/v1/lease", "/v1/pull", "/v1/copy", "/v1/chunk", "/v1/find", "/v1/sale", "/v1/audit", LISTEN}
)
# A HELLO after a restore lists every total G; anything else is small.
MOST_BYTES = {
    UPLOAD: 4 << 20,
    "/v1/hello": 16 << 20,
    "/v1/audit": 4 << 20,
    "/v1/join": 5 << 20,
    "/v1/open/orders": 512 << 10,
}
MOST_BYTES_ELSEWHERE = 64 << 10
NONCE_HEADER = b"membertill-nonce"
BODY_SECONDS = 30.0

_log = logging.getLogger("membertill.office.access")


class Gate:
    """Wraps the application."""

    def __init__(
        self,
        app: App,
        *,
        signatures: Signatures,
        nonces: Nonces,
        clock: Clock,
        registry: CollectorRegistry,
        listening: Listening,
        callers: Callers,
        places: int = 24,
        places_for_uploads: int = 8,
        places_for_callers: int = 4,
        listeners: int = 2_000,
        uploads_at_work: int = 3,
    ) -> None:
        self._app = app
        self._signatures = signatures
        self._nonces = nonces
        self._clock = clock
        self._places = places
        self._places_for_uploads = places_for_uploads
        self._inside, self._listening, self._most_listening = 0, 0, listeners
        self.listening = listening
        self._callers, self._calling, self._places_for_callers = callers, 0, places_for_callers
        self._uploads = asyncio.Semaphore(uploads_at_work)
        labels = ("path", "status")
        self._count = Counter("membertill_requests", "Requests answered", labels, registry=registry)
        self._seconds = Histogram("membertill_request_seconds", "Time to answer", ("path",), registry=registry)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), [500]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                status[0] = message["status"]
            await send(message)

        try:
            await self._admitted(scope, receive, sending)
        finally:
            self._tell(scope, status[0], time.perf_counter() - began)

    async def _admitted(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if path == LISTEN:
            await self._listened(scope, receive, send)
            return
        if path in OUTSIDE:
            await self._called(scope, receive, send)
            return
        if path not in SIGNED | OPEN:
            # Nothing gets in without a rule here: the framework takes a path with a line's end behind it for the path.
            await _refuse(send, 404, "not found")
            return
        reserved = 0 if path == UPLOAD else self._places_for_uploads
        if path in SIGNED | BY_CODE and self._inside >= self._places - reserved:
            await _refuse(send, 429, "busy", [(b"retry-after", b"2")])
            return
        self._inside += 1
        try:
            body = await _body_of(scope, receive)
            if body is None:
                await _refuse(send, 413, "too large")
            elif path == UPLOAD:
                async with self._uploads:
                    await self._signed(scope, body, send)
            elif path in SIGNED:
                await self._signed(scope, body, send)
            else:
                scope["membertill.body"] = body
                await self._app(scope, _replay(body, receive), send)
        except TimeoutError:
            await _refuse(send, 408, "the request did not come")
        finally:
            self._inside -= 1

    async def _listened(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Whoever waits for news takes no place: they hold a connection and nothing else."""
        if self._listening >= self._most_listening:
            await _refuse(send, 429, "busy", [(b"retry-after", b"60")])
            return
        self._listening += 1
        try:
            body = await _body_of(scope, receive)
            if body is None:
                await _refuse(send, 413, "too large")
            else:
                await self._signed(scope, body, send)
        except TimeoutError:
            await _refuse(send, 408, "the request did not come")
        finally:
            self._listening -= 1

    async def _called(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Whoever comes by the open door has few places of their own: tills never wait for them."""
        if self._calling >= self._places_for_callers:
            await _refuse(send, 429, "busy", [(b"retry-after", b"2")])
            return
        self._calling += 1
        try:
            body = await _body_of(scope, receive)
            if body is None:
                await _refuse(send, 413, "too large")
                return
            scope["membertill.caller"] = await run_sync(self._callers.check, _request_of(scope), body)
            await self._app(scope, _replay(body, None), send)
        except UnsignedError as error:
            await _refuse(send, 401, str(error) or "the signature does not hold")
        except SQLAlchemyError:
            await _refuse(send, 503, "the database is away", [(b"retry-after", b"5")])
        except TimeoutError:
            await _refuse(send, 408, "the request did not come")
        finally:
            self._calling -= 1

    async def _signed(self, scope: Scope, body: bytes, send: Send) -> None:
        now = self._clock.now_ms()
        try:
            signer, nonce = await self._checked(_request_of(scope), body)
        except UnknownKeyError:
            await _refuse(send, 401, "this till is not known here")
            return
        except UnsignedError:
            await self._challenge(send, now)
            return
        except SQLAlchemyError:
            await _refuse(send, 503, "the database is away", [(b"retry-after", b"5")])
            return
        if not self._nonces.take(nonce, f"{signer.till}/{signer.epoch}", now):
            await self._challenge(send, now)
            return
        scope["membertill.signer"], scope["membertill.body"] = signer, body
        await self._app(scope, _replay(body, None), send)

    async def _checked(self, request: SignedRequest, body: bytes) -> tuple[Signer, str]:
        # A small one is checked before a thread has even begun to look at it.
        if len(body) <= MOST_BYTES_ELSEWHERE and not self._signatures.needs_the_database(request):
            return self._signatures.check(request, body)
        return await run_sync(self._signatures.check, request, body)

    async def _challenge(self, send: Send, now_ms: int) -> None:
        nonce = self._nonces.make(now_ms).encode()
        await _refuse(send, 401, "sign with this nonce", [(NONCE_HEADER, nonce)])

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        path = scope["path"] if scope["path"] in SIGNED | OPEN | OUTSIDE else "other"
        self._count.labels(path, str(status)).inc()
        self._seconds.labels(path).observe(seconds)
        signer = scope.get("membertill.signer")
        told = {"path": path, "status": status, "ms": round(seconds * 1000, 1)}
        if signer is not None:
            told |= {"till": signer.till, "epoch": signer.epoch}
        if (caller := scope.get("membertill.caller")) is not None:
            told |= {"caller": caller.name}
        _log.info("request", extra={"facts": told})


async def _body_of(scope: Scope, receive: Receive) -> bytes | None:
    most = MOST_BYTES.get(scope["path"], MOST_BYTES_ELSEWHERE)
    parts: list[bytes] = []
    size = 0
    async with asyncio.timeout(BODY_SECONDS):
        while True:
            message = await receive()
            if message["type"] != "http.request":
                raise TimeoutError
            part = message.get("body", b"")
            size += len(part)
            if size > most:
                return None
            parts.append(part)
            if not message.get("more_body"):
                return b"".join(parts)


def _replay(body: bytes, receive: Receive | None) -> Receive:
    told = False

    async def again() -> Message:
        nonlocal told
        if told and receive is not None:
            return await receive()
        if told:
            return {"type": "http.disconnect"}
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _request_of(scope: Scope) -> SignedRequest:
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    query = scope.get("query_string", b"").decode("latin-1")
    path = scope.get("raw_path", scope["path"].encode()).decode("latin-1").partition("?")[0]
    url = f"{scope['scheme']}://{headers.get('host', '')}{path}{'?' + query if query else ''}"
    return SignedRequest(scope["method"], url, headers)


async def _refuse(send: Send, status: int, why: str, headers: list[tuple[bytes, bytes]] | None = None) -> None:
    body = json.dumps({"error": why}).encode()
    fixed = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*fixed, *(headers or [])]})
    await send({"type": "http.response.body", "body": body})
