"""A TCP proxy between tills and head office that drops, delays and cuts, as asked.

What is inside is encrypted, so it cannot double a request. It does what makes a till repeat one: it lets the request
through and cuts the line before the answer.
"""

import asyncio
import random
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")
_CHUNK = 1 << 16


@dataclass
class Weather:
    """How the line is: probabilities for each new connection (`drop`) and each piece of data (the rest)."""

    drop: float = 0.0
    cut_request: float = 0.0
    cut_answer: float = 0.0
    delay: float = 0.0
    delay_s: float = 0.05

    def clear_up(self) -> None:
        """From now on nothing goes wrong."""
        self.drop = self.cut_request = self.cut_answer = self.delay = 0.0


class Proxy:
    """Listens on a port of its own; `cut` and `mend` pull the plug and put it back."""

    def __init__(self, target_port: int, weather: Weather | None = None, seed: int = 0) -> None:
        self.weather = weather or Weather()
        self.spoilt = 0
        self.port = 0
        self._target_port = target_port
        self._chance = random.Random(seed)
        self._is_cut = False
        self._lines: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)
        self._thread.start()
        self._server = self._in_loop(self._listen())

    @property
    def address(self) -> str:
        """Where tills find head office."""
        return f"https://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """Pull the plug: no line stays, none comes about."""
        self._is_cut = True
        self._in_loop(self._hang_up())

    def mend(self) -> None:
        """Put the plug back."""
        self._is_cut = False

    def close(self) -> None:
        """The end."""
        self._is_cut = True
        self._in_loop(self._stop_listening())
        self._in_loop(self._hang_up())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _in_loop(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _listen(self) -> asyncio.Server:
        server = await asyncio.start_server(self._met, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _stop_listening(self) -> None:
        self._server.close()

    async def _hang_up(self) -> None:
        # A line that came in this moment has a task that has not begun: let it, so that it closes what it holds.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        lines = tuple(self._lines)
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        try:
            if not self._is_cut and not self._happens(self.weather.drop):
                await self._through(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            self._lines.discard(line)
            await _closed(writer)

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            there, office = await asyncio.open_connection("127.0.0.1", self._target_port)
        except OSError:
            return  # head office is away just now
        both = [
            asyncio.ensure_future(self._pump(reader, office, lambda: self.weather.cut_request)),
            asyncio.ensure_future(self._pump(there, writer, lambda: self.weather.cut_answer)),
        ]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in both:
                way.cancel()
            await asyncio.gather(*both, return_exceptions=True)
            await _closed(office)

    async def _pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, cut: Callable[[], float]) -> None:
        with suppress(OSError):
            while piece := await source.read(_CHUNK):
                if self._happens(self.weather.delay):
                    await asyncio.sleep(self._chance.random() * self.weather.delay_s)
                if self._happens(cut()):
                    # Half of it may arrive: the other side then waits for a rest that never comes.
                    target.write(piece[: self._chance.randrange(len(piece))])
                    await target.drain()
                    return
                target.write(piece)
                await target.drain()

    def _happens(self, likely: float) -> bool:
        does = self._chance.random() < likely
        self.spoilt += does
        return does


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError, asyncio.CancelledError):
        await writer.wait_closed()
