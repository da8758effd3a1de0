"""The web server's protocol, with the head of an answer and its body in one write.

uvicorn writes them one after the other: a till is woken for the head, and waits once more for what it asked for.
"""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol


class OneWrite(H11Protocol):
    """HTTP/1.1 by h11, as always; only the writes differ."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody has connected."""
        super().connection_made(_HeadWaits(transport))  # type: ignore[arg-type]


class _HeadWaits:
    """A transport where the head of an answer waits for what is written next: of every answer something is."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head = b""

    def write(self, data: bytes) -> None:
        """Send it, and the head before it; a head alone waits."""
        # What a piece of a body begins with is no harm: the end of the answer is written as well, if only as b"".
        if not self._head and data.startswith(b"HTTP/1.1 ") and not data.startswith(b"HTTP/1.1 1"):
            self._head = data
        else:
            self._transport.write(self._head + data)
            self._head = b""

    def close(self) -> None:
        """Send what waits, and close."""
        if self._head:
            self.write(b"")
        self._transport.close()

    def __getattr__(self, name: str) -> Any:
        """Everything else is the transport's."""
        return getattr(self._transport, name)
