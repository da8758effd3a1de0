"""Tills that wait for news of their feed. However many they are, the database is looked at for all of them together."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError

# A RECALL is heard this much later at most; several processes of head office may share one database.
LOOK_SECONDS = 0.5

_log = logging.getLogger("membertill.office.listening")


class Listening:
    """Used on the event loop's thread only."""

    def __init__(self, heads: Callable[[Collection[str]], Mapping[str, int]]) -> None:
        self._heads = heads
        self._known: Mapping[str, int] = {}
        self._waiting: dict[asyncio.Event, tuple[str, int]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._is_ending: Callable[[], bool] = lambda: False

    def end_when(self, is_ending: Callable[[], bool]) -> None:
        """Let everybody go once this is so: nobody who waits holds up the end."""
        self._is_ending = is_ending

    async def until_news(self, stream: str, cursor: int, seconds: float) -> int:
        """The number of the stream's last change, once it is above `cursor` or the time is over."""
        told = asyncio.Event()
        self._waiting[told] = (stream, cursor)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            async with asyncio.timeout(seconds):
                await told.wait()
        except TimeoutError:
            pass
        finally:
            del self._waiting[told]
        return self._known.get(stream, 0)

    async def _look(self) -> None:
        while self._waiting:
            try:
                self._known = await run_sync(self._heads, {stream for stream, _ in self._waiting.values()})
            except SQLAlchemyError as error:
                _log.warning("the feeds cannot be read: %s", type(error).__name__)
            for told, (stream, cursor) in self._waiting.items():
                if self._known.get(stream, 0) > cursor or self._is_ending():
                    told.set()
            await asyncio.sleep(LOOK_SECONDS)
