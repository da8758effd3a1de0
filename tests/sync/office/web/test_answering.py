"""A large answer goes out in pieces, whole and in order."""

import asyncio
from collections.abc import MutableMapping
from typing import Any

import pytest

from sync.office.web.answering import InPieces


@pytest.mark.parametrize("size", [0, 1, 64 << 10, (64 << 10) + 1, 200_000])
def test_the_pieces_are_the_whole(size: int) -> None:
    body, sent = bytes(range(256)) * (size // 256) + bytes(size % 256), list[MutableMapping[str, Any]]()

    async def receive() -> MutableMapping[str, Any]:
        raise AssertionError("nothing more is asked")

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    asyncio.run(InPieces(body)({"type": "http"}, receive, send))
    start, *pieces = sent
    assert (b"content-length", str(size).encode()) in start["headers"]
    assert b"".join(piece["body"] for piece in pieces) == body
    assert [piece["more_body"] for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    assert all(len(piece["body"]) <= 64 << 10 for piece in pieces)
