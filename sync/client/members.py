"""The till's copy of the members: a file that the stream brings up to date, or that is fetched anew as a whole."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from app.domain.checkpoint import CopyMark, CopyRow, written
from sync.client.feeds import Feeds
from sync.client.office import OfficeError
from sync.client.state import read_sync_state
from sync.client.till import Run
from sync.protocol.messages import Pull
from sync.protocol.streams import MEMBERS, AskCopy, Copy, Find, Row, Rows, TooFar

# A writer holds the file so long; whoever reads it does not wait for that, but the processor is shared.
_AT_ONCE = 100

_log = logging.getLogger(__name__)


class MemberFile(Protocol):
    """The copy in use."""

    def mark(self) -> CopyMark:
        """Up to where it was brought."""

    def apply(self, rows: Sequence[CopyRow], mark: CopyMark, applied_seq: int, followed_seq: int) -> None:
        """Write rows and how far they lead, all or nothing; which of this till's events are in them (`Rows`)."""

    def guests(self) -> Sequence[tuple[str, int]]:
        """Who was looked up and is not carried, and the number of what was told of them; nobody whose time is over."""

    def take_guests(self, rows: Sequence[CopyRow], applied_seq: int, followed_seq: int) -> None:
        """What was told of such wallets; one that is carried stays as it is, and one that is gone goes."""

    def take(self, path: Path, copy: Copy) -> None:
        """This file is the copy from now on; the one before stays as fall-back."""


@dataclass(frozen=True, slots=True)
class MemberCopy:
    """Pulls the members. May raise OfficeError, and what `fetch` raises; what came before stays right."""

    store: Any
    feeds: Feeds
    run: Run
    file: MemberFile
    fetch: Callable[[AskCopy], tuple[Copy, Path]]

    def pull(self) -> bool:
        """Bring the copy up to date; whether anything came."""
        message, mark = self._message(), self.file.mark()
        if mark.server_epoch != message.server_epoch and not self._can_begin(message, mark):
            if self._is_ours_to_keep(message, mark):
                return False
            self._fetch_anew(message)
        return self._pull_on(message)

    def find(self, *, card: str = "", phone: str = "", wallet: str = "") -> bool:
        """Look somebody up whom this till does not carry; whether they are in the copy now, as a guest."""
        of = self._message()
        message = Find(
            till=of.till, epoch=of.epoch, server_epoch=of.server_epoch, card=card, phone=phone, wallet=wallet
        )
        answer = self.feeds.find(message)
        if answer.rows:
            self.file.take_guests(_rows(answer.rows), answer.applied_seq, answer.followed_seq)
        return bool(answer.rows)

    def _pull_on(self, message: Pull) -> bool:
        came, has_fetched, guests = False, False, tuple(self.file.guests())
        while True:
            mark = self._begun(message)
            answer = self.feeds.rows(message.model_copy(update={"cursor": mark.cursor, "guests": guests}))
            guests = ()
            if answer.server_epoch != message.server_epoch:
                return came
            if self._follows(answer, mark):
                assert isinstance(answer, Rows)
                came |= self._apply(answer)
                if answer.more:
                    continue
                if written(self.file.mark().total) == answer.checkpoint:
                    return came
                _log.error("the members here are not those of head office: the file is fetched anew")
            if has_fetched:
                raise OfficeError("the members do not add up")
            self._fetch_anew(message)
            came = has_fetched = True

    def _follows(self, answer: Rows | TooFar, mark: CopyMark) -> bool:
        """Whether these rows come behind what is here: of the same stream, and not too far on."""
        return isinstance(answer, Rows) and mark.stream in {"", answer.stream}

    def _apply(self, answer: Rows) -> bool:
        rows = _rows(answer.rows)
        for start in range(0, len(rows), _AT_ONCE):
            part, mark = rows[start : start + _AT_ONCE], self.file.mark()
            mark = replace(mark, stream=answer.stream, server_epoch=answer.server_epoch, cursor=part[-1].n)
            self.file.apply(part, mark, answer.applied_seq, answer.followed_seq)
        if answer.guests:
            self.file.take_guests(_rows(answer.guests), answer.applied_seq, answer.followed_seq)
        return bool(rows or answer.guests)

    def _begun(self, message: Pull) -> CopyMark:
        """The mark to go on from: an empty copy begins at 0 of this epoch."""
        mark = self.file.mark()
        return mark if mark.server_epoch == message.server_epoch else CopyMark(server_epoch=message.server_epoch)

    def _can_begin(self, message: Pull, mark: CopyMark) -> bool:
        """Whether nothing was ever in the copy, so that the stream's rows are all it takes."""
        return not mark.cursor and not mark.server_epoch and bool(message.server_epoch)

    def _is_ours_to_keep(self, message: Pull, mark: CopyMark) -> bool:
        """Whether the copy was never head office's, and head office has no members to put in its place."""
        if mark.server_epoch:
            return False
        answer = self.feeds.rows(message.model_copy(update={"cursor": 0, "limit": 1}))
        return isinstance(answer, Rows) and not answer.rows and not answer.more

    def _fetch_anew(self, message: Pull) -> None:
        copy, path = self.fetch(AskCopy(till=message.till, epoch=message.epoch, server_epoch=message.server_epoch))
        if copy.server_epoch == message.server_epoch:
            self.file.take(path, copy)

    def _message(self) -> Pull:
        def look() -> Pull:
            with self.store.unit_of_work() as work:
                state, head = read_sync_state(work.config), work.journal.head()
                return Pull(till=head.till, epoch=head.epoch, server_epoch=state.server_epoch, stream=MEMBERS, cursor=0)

        return self.run(look)


def _rows(rows: Sequence[Row]) -> list[CopyRow]:
    return [CopyRow(row.id, row.n, row.content) for row in rows]
