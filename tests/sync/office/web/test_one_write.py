"""An answer goes out in one write; nothing of it is ever held back for good."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
import uvicorn
from uvicorn.server import ServerState

from sync.office.web.one_write import OneWrite

HEAD = b"POST /x HTTP/1.1\r\nhost: office\r\ncontent-length: 2\r\n"
Send = Callable[[dict[str, Any]], Awaitable[None]]


class Wire(asyncio.Transport):
    """Notes what is written."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.is_closed = False

    def write(self, data: Any) -> None:
        if data:
            self.written.append(bytes(data))

    def close(self) -> None:
        self.is_closed = True

    def is_closing(self) -> bool:
        return self.is_closed

    def pause_reading(self) -> None: ...

    def resume_reading(self) -> None: ...


def written(parts: Sequence[bytes], pieces: Sequence[bytes]) -> Wire:
    """What an application that answers with these pieces has written in the end; the request comes part by part."""

    async def application(_scope: Any, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        await receive()
        length = str(sum(map(len, pieces))).encode()
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", length)]})
        for piece in pieces[:-1]:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": pieces[-1]})

    async def said() -> Wire:
        config = uvicorn.Config(application, log_config=None, date_header=False, server_header=False)
        config.load()
        wire, state = Wire(), ServerState()
        line = OneWrite(config, state, {}, asyncio.get_running_loop())
        line.connection_made(wire)
        for part in parts:
            line.data_received(part)
            await asyncio.sleep(0)
        async with asyncio.timeout(5):
            await asyncio.gather(*state.tasks)
        line.connection_lost(None)
        return wire

    return asyncio.run(said())


def test_head_and_body_are_one_write() -> None:
    assert written([HEAD + b"\r\n{}"], [b"ok"]).written == [b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"]


@pytest.mark.parametrize("pieces", [[b""], [b"", b""], [b"HTTP/1.1 200 OK"], [b"a", b"HTTP/1.1 200", b"b"]])
def test_whatever_the_body_is_all_of_it_comes(pieces: Sequence[bytes]) -> None:
    head, _, body = b"".join(written([HEAD + b"\r\n{}"], pieces).written).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert body == b"".join(pieces)


def test_to_go_on_is_said_at_once() -> None:
    first, second = written([HEAD + b"expect: 100-continue\r\n\r\n", b"{}"], [b"ok"]).written
    assert first.startswith(b"HTTP/1.1 100 ")
    assert second.startswith(b"HTTP/1.1 200 ")


def test_a_request_that_is_none_is_answered() -> None:
    wire = written([b"what\r\n\r\n"], [b""])
    assert b"".join(wire.written).startswith(b"HTTP/1.1 400 ")
    assert wire.is_closed
