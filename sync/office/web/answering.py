"""A service's answer as a response, in one turn of a thread: the framework by itself takes three."""

from collections.abc import Callable
from typing import TypeVar

from anyio.to_thread import run_sync
from fastapi import Response
from pydantic import BaseModel

A = TypeVar("A", bound=BaseModel)


async def in_one_turn(ask: Callable[[], A], status_of: Callable[[A], int] = lambda _: 200) -> Response:
    """Ask a service beside the event loop; its answer is a message, so nothing is left to be checked of it."""

    def answered() -> Response:
        answer = ask()
        return Response(answer.model_dump_json(), status_of(answer), media_type="application/json")

    return await run_sync(answered)
