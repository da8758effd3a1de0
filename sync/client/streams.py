"""The till's copies of head office's streams of rows: what came and how far are written in one transaction."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter

from app.domain.checkpoint import CopyRow, RowChange, added, part_of, taken, written
from sync.client.feeds import RowFeeds
from sync.client.office import OfficeError
from sync.client.state import read_sync_state
from sync.client.till import Config, Journal, Run
from sync.protocol.messages import Pull
from sync.protocol.streams import ROW_STREAMS, Rows, TooFar

CONFIG_NAME = "sync.streams"
# A scan at the till waits for what is written at once: as many rows as take a few milliseconds.
_FEWEST, _MOST = 16, 256
_QUICK_SECONDS, _SLOW_SECONDS = 0.0015, 0.004

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Reached(BaseModel):
    """How far a stream was read: of which server epoch, up to which number, and the sum of the rows there.

    `anew`: from 0 on, and not yet to the end.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    server_epoch: str = ""
    cursor: int = 0
    total: int = 0
    anew: bool = False


_REACHED: TypeAdapter[dict[str, Reached]] = TypeAdapter(dict[str, Reached])


class Kept(Protocol):
    """The rows as they came, kept by the till (`app.ports.store.Fed`)."""

    def change(self, stream: str, rows: Sequence[CopyRow]) -> Sequence[tuple[int, RowChange]]:
        """Keep rows or their end; of each its number of before (0: none, or in doubt) and what has changed."""

    def doubt(self, stream: str) -> None:
        """Every row is to be told anew."""

    def drop_doubted(self, stream: str) -> Sequence[RowChange]:
        """What was not told anew is gone."""


class RowsWork(Protocol):
    """One transaction, as much of it as the streams need."""

    @property
    def journal(self) -> Journal: ...

    @property
    def config(self) -> Config: ...

    def commit(self) -> None:
        """Make it durable."""


class Taker(Protocol):
    """What rows mean to the till: goods, people, rules."""

    def kept(self, work: Any) -> Kept:
        """The rows as they came, in this transaction."""

    def take(self, work: Any, stream: str, changes: Sequence[RowChange]) -> None:
        """Write what these changes mean, in this transaction."""


@dataclass(slots=True)
class Pace:
    """How many rows are written at once."""

    rows: int = _FEWEST

    def go_on(self, took_seconds: float) -> None:
        """More where the last ones took no time to speak of, fewer where somebody may have felt them."""
        if took_seconds > _SLOW_SECONDS:
            self.rows = max(self.rows // 2, _FEWEST)
        elif took_seconds < _QUICK_SECONDS:
            self.rows = min(2 * self.rows, _MOST)


@dataclass(frozen=True, slots=True)
class StreamCopies:
    """Pulls these streams in their order. May raise OfficeError; what was written before it stays right."""

    store: Any
    office: RowFeeds
    run: Run
    taker: Taker
    streams: Sequence[str] = ROW_STREAMS
    seconds: Callable[[], float] = time.perf_counter
    pace: Pace = field(default_factory=Pace)

    def pull(self) -> frozenset[str]:
        """Bring all copies up to date; the streams of which something came."""
        return frozenset(stream for stream in self.streams if self._pull(stream))

    def _pull(self, stream: str) -> bool:
        came, has_begun_anew = False, False
        if self._read(lambda work: _is_of_before(work, stream)):
            self._write(lambda work: self._begin_anew(work, stream))
        while True:
            message = self._read(lambda work: _pull_of(work, stream))
            answer = self.office.rows(message)
            if isinstance(answer, TooFar):
                if answer.server_epoch != message.server_epoch or has_begun_anew:
                    return came
                has_begun_anew = True
                self._write(lambda work: self._begin_anew(work, stream))
                continue
            if answer.server_epoch != message.server_epoch:
                return came
            came |= self._taken(stream, answer)
            if answer.more:
                continue
            if self._is_right(stream, answer):
                return came
            if has_begun_anew:
                raise OfficeError(f"the rows of {stream} do not add up")
            _log.error("the copy of %s is not what head office says it is: it is fetched anew", stream)
            has_begun_anew = True
            self._write(lambda work: self._begin_anew(work, stream))

    def _taken(self, stream: str, answer: Rows) -> bool:
        rows = [CopyRow(row.id, row.n, row.content) for row in answer.rows]
        while rows:
            part, rows = rows[: self.pace.rows], rows[self.pace.rows :]
            took = self._write(partial(self._take, stream=stream, server_epoch=answer.server_epoch, rows=part))
            self.pace.go_on(took)
        if answer.more:
            # A long write-ahead log makes every look-up slow. Worked off here it keeps nobody at the till waiting.
            self.store.checkpoint_beside()
        return bool(answer.rows)

    def _take(self, work: RowsWork, stream: str, server_epoch: str, rows: Sequence[CopyRow]) -> None:
        reached, kept = _reached(work, stream), self.taker.kept(work)
        if reached.server_epoch != server_epoch:
            return  # head office was restored meanwhile: this page is of before
        total, changed = reached.total, kept.change(stream, rows)
        for row, (before, _) in zip(rows, changed, strict=True):
            total = taken(total, part_of(row.id, before)) if before else total
            total = added(total, part_of(row.id, row.n)) if row.content is not None else total
        self.taker.take(work, stream, [change for _, change in changed])
        _keep(work, stream, reached.model_copy(update={"cursor": rows[-1].n, "total": total}))

    def _is_right(self, stream: str, answer: Rows) -> bool:
        """Whether this copy is head office's; rows that were not told anew go."""

        def look(work: RowsWork) -> tuple[bool, bool]:
            reached = _reached(work, stream)
            return written(reached.total) == answer.checkpoint, reached.anew

        is_right, was_anew = self._read(look)
        if is_right and was_anew:
            self._write(lambda work: self._end_anew(work, stream, answer.cursor))
        return is_right

    def _end_anew(self, work: RowsWork, stream: str, cursor: int) -> None:
        self.taker.take(work, stream, self.taker.kept(work).drop_doubted(stream))
        _keep(work, stream, _reached(work, stream).model_copy(update={"cursor": cursor, "anew": False}))

    def _begin_anew(self, work: RowsWork, stream: str) -> None:
        self.taker.kept(work).doubt(stream)
        _keep(work, stream, Reached(server_epoch=read_sync_state(work.config).server_epoch, anew=True))

    def _read(self, look: Callable[[RowsWork], T]) -> T:
        def whole() -> T:
            with self.store.unit_of_work() as work:
                return look(work)

        return self.run(whole)

    def _write(self, change: Callable[[RowsWork], None]) -> float:
        """Change and commit; how long others had to wait for it, in seconds."""

        def whole() -> float:
            began = self.seconds()
            with self.store.fetched_work() as work:
                change(work)
                work.commit()
            return self.seconds() - began

        return self.run(whole)


def _is_of_before(work: RowsWork, stream: str) -> bool:
    """Whether head office was restored since the stream was read, or it never was."""
    return _reached(work, stream).server_epoch != read_sync_state(work.config).server_epoch


def _pull_of(work: RowsWork, stream: str) -> Pull:
    state, head, reached = read_sync_state(work.config), work.journal.head(), _reached(work, stream)
    return Pull(
        till=head.till,
        epoch=head.epoch,
        server_epoch=state.server_epoch,
        stream=stream,  # type: ignore[arg-type]  # one of `streams`
        cursor=reached.cursor,
        anew=reached.anew,
    )


def _reached(work: RowsWork, stream: str) -> Reached:
    return _REACHED.validate_json(work.config.get(CONFIG_NAME) or "{}").get(stream, Reached())


def _keep(work: RowsWork, stream: str, reached: Reached) -> None:
    known = _REACHED.validate_json(work.config.get(CONFIG_NAME) or "{}")
    work.config.put(CONFIG_NAME, _REACHED.dump_json(known | {stream: reached}).decode())
