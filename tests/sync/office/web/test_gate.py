"""How much at once: only a few uploads are worked on, and nobody else waits for the others."""

import asyncio
from typing import Any

from prometheus_client import CollectorRegistry

from sync.office.web.gate import UPLOAD, Gate
from sync.office.web.listening import Listening
from sync.office.web.nonces import Nonces
from sync.office.web.signatures import SignedRequest, Signer
from tests.sync.office.desk import Clock

UPLOADS, AT_WORK = 6, 2


class SignedByAnybody:
    """Every signature holds, each with a number of its own."""

    def __init__(self, nonce: str) -> None:
        self._nonce, self._number = nonce, 0

    def needs_the_database(self, _request: SignedRequest) -> bool:
        return True

    def check(self, _request: SignedRequest, _body: bytes) -> tuple[Signer, str]:
        self._number += 1
        return Signer("T01", 1), f"{self._nonce}.{self._number}"


class Slow:
    """The application: a request is done when the test says so."""

    def __init__(self) -> None:
        self.inside: list[str] = []
        self.may_go_on = asyncio.Event()

    async def __call__(self, scope: Any, _receive: Any, _send: Any) -> None:
        self.inside.append(scope["path"])
        await self.may_go_on.wait()


async def ask(gate: Gate, path: str) -> None:
    async def receive() -> Any:
        return {"type": "http.request", "body": b"{}"}

    async def send(_message: Any) -> None:
        """Nobody reads the answer."""

    scope = {"type": "http", "method": "POST", "scheme": "https", "path": path, "headers": []}
    await gate(scope, receive, send)


async def crowd() -> None:
    app, nonces, clock = Slow(), Nonces(bytes(32)), Clock()
    signatures: Any = SignedByAnybody(nonces.make(clock.now_ms()))
    nobody: Any = None
    gate = Gate(
        app,
        signatures=signatures,
        nonces=nonces,
        clock=clock,
        registry=CollectorRegistry(),
        listening=Listening(lambda _streams: {}),
        callers=nobody,
        uploads_at_work=AT_WORK,
    )
    uploads = [asyncio.create_task(ask(gate, UPLOAD)) for _ in range(UPLOADS)]
    while app.inside.count(UPLOAD) < AT_WORK:
        await asyncio.sleep(0.001)
    lease = asyncio.create_task(ask(gate, "/v1/lease"))
    while "/v1/lease" not in app.inside:
        await asyncio.sleep(0.001)
    assert app.inside.count(UPLOAD) == AT_WORK
    app.may_go_on.set()
    await asyncio.gather(lease, *uploads)
    assert app.inside.count(UPLOAD) == UPLOADS


def test_a_lease_is_worked_on_while_uploads_wait_for_others() -> None:
    asyncio.run(asyncio.wait_for(crowd(), 20))
