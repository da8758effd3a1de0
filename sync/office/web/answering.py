"""Answers as responses: a service's in one turn of a thread, where the framework takes three; a large one in pieces."""

from collections.abc import Callable
from typing import TypeVar

from anyio.to_thread import run_sync
from fastapi import Response
from pydantic import BaseModel
from starlette.types import Receive, Scope, Send

_PIECE_BYTES = 64 << 10

A = TypeVar("A", bound=BaseModel)


async def in_one_turn(ask: Callable[[], A], status_of: Callable[[A], int] = lambda _: 200) -> Response:
    """Ask a service beside the event loop; its answer is a message, so nothing is left to be checked of it."""

    def answered() -> Response:
        answer = ask()
        return Response(answer.model_dump_json(), status_of(answer), media_type="application/json")

    return await run_sync(answered)


class InPieces(Response):
    """Bytes sent piece by piece: the other end decrypts one while the next is encrypted."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send them."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = self.body
        for begin in range(0, max(1, len(body)), _PIECE_BYTES):
            end = begin + _PIECE_BYTES
            await send({"type": "http.response.body", "body": body[begin:end], "more_body": end < len(body)})
