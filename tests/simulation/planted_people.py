"""Bugs to be planted in what happens to members and streams; each breaks one rule, and the chain must notice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from sync.client.members import MemberCopy
from sync.office.services import build_copies, feed_rows, merge
from sync.office.services.register import Register
from sync.office.storage import streams
from sync.office.storage.schema import stream_rows
from sync.office.storage.sets import insert_set
from sync.office.storage.streams import Head, StreamRow

Plant = Callable[[pytest.MonkeyPatch], None]


def cursor_of_members_moved_first(patch: pytest.MonkeyPatch) -> None:
    """How far the members were read is written before their rows are."""
    real = MemberCopy._apply

    def apply(self: MemberCopy, answer: Any) -> bool:
        if answer.rows:
            mark = replace(self.file.mark(), stream=answer.stream, server_epoch=answer.server_epoch)
            self.file.apply([], replace(mark, cursor=answer.rows[-1].n), answer.applied_seq, answer.followed_seq)
        return real(self, answer)

    patch.setattr(MemberCopy, "_apply", apply)


def numbers_from_a_sequence(patch: pytest.MonkeyPatch) -> None:
    """A number is drawn first and written later, behind others that were drawn after it and are told already."""
    real, waiting = streams._write, list[list[Any]]()

    def write(connection: Connection, stream: str, head: Head, known: Any, news: Mapping[str, Any], now: int) -> None:
        for late in [late for late in waiting if late[0] == stream]:
            late[1] += 1
            if late[1] == 2:
                waiting.remove(late)
                insert_set(connection, stream_rows, late[2], streams._KEEP)
        if any(late[0] == stream for late in waiting):
            real(connection, stream, head, known, news, now)
            return
        rows = [
            (stream, row_id, n, int(text is None), now, text or "")
            for n, (row_id, text) in enumerate(news.items(), start=head.n + 1)
        ]
        connection.execute(streams._MOVE.values(n=head.n + len(rows)), {"of_stream": stream})
        waiting.append([stream, 0, rows])

    patch.setattr(streams, "_write", write)


def the_gone_not_told(patch: pytest.MonkeyPatch) -> None:
    """A page says nothing of rows that are gone."""

    def rows_after(*where: Any) -> Sequence[StreamRow]:
        return [row for row in streams.rows_after(*where) if row.content is not None]

    patch.setattr(feed_rows, "rows_after", rows_after)


def file_older_than_its_cursor(patch: pytest.MonkeyPatch) -> None:
    """The file of members says that it leads further than what was read for it."""

    def rows_after(connection: Connection, stream: str, *where: int) -> Sequence[StreamRow]:
        n = streams.head_of_rows(connection, stream).n
        return [row for row in streams.rows_after(connection, stream, *where) if row.n != n]

    patch.setattr(build_copies, "rows_after", rows_after)


def merged_without_a_recall(patch: pytest.MonkeyPatch) -> None:
    """What tills hold of a wallet that ends is not asked for."""
    patch.setattr(merge, "recall_whole_wallet", lambda *_: None)


def merged_value_comes_twice(patch: pytest.MonkeyPatch) -> None:
    """What is moved arrives twice."""
    real = merge._Books.move

    def move(self: Any, kind: Any, wallet: Any, unit: Any, lot: Any, amount: int, house: Any) -> None:
        real(self, kind, wallet, unit, lot, amount, house)
        if amount > 0:
            real(self, kind, wallet, unit, lot, amount, house)

    patch.setattr(merge._Books, "move", move)


def a_phone_makes_no_merge(patch: pytest.MonkeyPatch) -> None:
    """One phone at two tills stays two members."""
    real = Register.merge

    def merged(self: Register, gone: Any, kept: Any, reason: str) -> None:
        if reason != "phone":
            real(self, gone, kept, reason)

    patch.setattr(Register, "merge", merged)


def the_survivors_word_counts(patch: pytest.MonkeyPatch) -> None:
    """Of two that are one the no of the one that ends is forgotten."""
    patch.setattr(merge, "stricter", lambda mine, others: {**others, **mine})


BUGS: tuple[Plant, ...] = (
    cursor_of_members_moved_first,
    numbers_from_a_sequence,
    the_gone_not_told,
    file_older_than_its_cursor,
    merged_without_a_recall,
    merged_value_comes_twice,
    a_phone_makes_no_merge,
    the_survivors_word_counts,
)
