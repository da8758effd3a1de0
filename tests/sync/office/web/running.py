"""A head office that really listens: uvicorn with TLS on a free port of this machine."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.client.transport import Transport
from sync.office.web.application import make_application
from sync.office.web.certificate import ensure_certificate
from sync.office.web.gate import Gate
from sync.office.web.one_write import OneWrite
from sync.protocol.messages import Enrol
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import Chain

# What is closing when the server ends gets its turn before the loop is gone; else the collector finds its socket open.
_LAST_TURN_S = 0.05


@dataclass
class Running:
    """Where it is, and the desk behind it."""

    desk: Desk
    gate: Gate
    address: str
    fingerprint: str
    certificate: str

    def transport(self, chain: Chain, key: Ed25519PrivateKey, *, fingerprint: str = "") -> Transport:
        pin = fingerprint or self.fingerprint
        return Transport(self.address, pin, till=chain.head.till, epoch=chain.head.epoch, key=key)

    def enrolled(self, chain: Chain) -> Transport:
        key = Ed25519PrivateKey.generate()
        transport = self.transport(chain, key)
        transport.enrol(
            Enrol(
                code=self.desk.make_code("shop"),
                till=chain.head.till,
                epoch=chain.head.epoch,
                public_key=key.public_key().public_bytes_raw().hex(),
            )
        )
        return transport


async def _served(server: uvicorn.Server, listener: socket.socket) -> None:
    await server.serve(sockets=[listener])
    await asyncio.sleep(_LAST_TURN_S)


@contextmanager
def running(desk: Desk, folder: Path) -> Iterator[Running]:
    """Serve until the end of the block."""
    certificate, key = folder / "office.pem", folder / "office-tls.key"
    fingerprint = ensure_certificate(certificate, key)
    # With its protocol named, as uvicorn's own: only then asyncio switches Nagle's waiting off.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    gate = make_application(desk.world, version="0")
    config = uvicorn.Config(
        gate,
        ssl_certfile=certificate,
        ssl_keyfile=key,
        log_config=None,
        access_log=False,
        http=OneWrite,
        # Longer than a busy machine needs for an answer: a request that is cut off leaves its socket to the collector.
        timeout_graceful_shutdown=10,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=asyncio.run, args=(_served(server, listener),))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        address = f"https://127.0.0.1:{listener.getsockname()[1]}"
        yield Running(desk, gate, address, fingerprint, str(certificate))
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
