"""Bugs to be planted in what happens to members and streams; each breaks one rule, and the chain must notice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection

from app.domain.ids import WalletId
from app.domain.member import CardState, Member
from app.domain.people import facts as people
from app.domain.people.facts import ConsentChange
from app.domain.programme.lifecycle.standing import NOTHING, Standing
from app.services import read_cards, view_member
from sync.client import streams as client_streams
from sync.client.members import MemberCopy
from sync.office.services.life import lives
from sync.office.services.people import merge, register, unite_lives
from sync.office.services.people.register import Register
from sync.office.services.streams import build_copies, feed_rows, set_shops, tell_members
from sync.office.services.tills import lend
from sync.office.storage import streams
from sync.office.storage.chains import Chain
from sync.office.storage.life import Life, keep_lives
from sync.office.storage.schema import stream_rows
from sync.office.storage.sets import insert_set
from sync.office.storage.streams import Head, StreamRow
from tests.simulation import people_office

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


def guests_stay_as_they_were(patch: pytest.MonkeyPatch) -> None:
    """Nobody is told that a guest is another by now."""
    patch.setattr(feed_rows, "_guests", lambda *_: ())


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


def second_gifts_stay(patch: pytest.MonkeyPatch) -> None:
    """Two who are one keep what both were given."""
    patch.setattr(unite_lives, "given_twice", lambda *_: NOTHING)


def a_laxer_word_wins(patch: pytest.MonkeyPatch) -> None:
    """A yes counts whatever was said before."""
    real = people.decided

    def decided(member: Member, fact: ConsentChange, told_by: str) -> Member:
        known = member.consents.get(fact.consent)
        return real(member, replace(fact, over=known.told_by if known else ""), told_by)

    patch.setattr(people, "decided", decided)


def a_stopped_card_opens(patch: pytest.MonkeyPatch) -> None:
    """A till does not look whether a card is frozen."""
    real = read_cards.why_refused
    patch.setattr(view_member, "why_refused", lambda card: None if card.state is CardState.FROZEN else real(card))


def a_stopped_wallet_is_lent(patch: pytest.MonkeyPatch) -> None:
    """Whoever has not heard that all cards are stopped gets a lease."""
    patch.setattr(lend, "is_blocked", lambda *_: False)


def anew_is_not_heard(patch: pytest.MonkeyPatch) -> None:
    """Who reads a stream from its beginning is sent back for what was forgotten."""
    real = feed_rows.is_far

    def is_far(cursor: int, head: Head, *, is_members: bool, anew: bool = False) -> bool:
        return real(cursor, head, is_members=is_members)

    patch.setattr(feed_rows, "is_far", is_far)


def a_ghost_stays(patch: pytest.MonkeyPatch) -> None:
    """A wallet that ended before anybody was told of it is not told as gone."""

    def touch_rows(connection: Connection, stream: str, rows: Any, now_ms: int, _ended: Any = ()) -> None:
        streams.touch_rows(connection, stream, rows, now_ms)

    patch.setattr(tell_members, "touch_rows", touch_rows)


def an_ended_wallet_keeps_what_comes_later(patch: pytest.MonkeyPatch) -> None:
    """What a till that had not heard puts into a wallet that has ended stays there."""
    patch.setattr(merge, "unsettled", lambda *_: [])


def a_copy_claims_to_have_all(patch: pytest.MonkeyPatch) -> None:
    """A copy says that everything this till has sent is in it."""

    def sent(_connection: Connection, chain: Chain) -> int:
        return chain.last_seq

    patch.setattr(feed_rows, "applied_of", sent)
    patch.setattr(build_copies, "applied_of", sent)


def tombstones_are_forgotten_unsaid(patch: pytest.MonkeyPatch) -> None:
    """What was gone long ago is forgotten, and whoever has not heard of it is not sent back."""

    def bury(connection: Connection, stream: str, before_ms: int) -> None:
        floor = streams._lock(connection, stream).floor
        streams.bury_tombstones(connection, stream, before_ms)
        connection.execute(streams._MOVE.values(floor=floor), {"of_stream": stream})

    patch.setattr(people_office, "bury_tombstones", bury)


def a_night_is_worked_twice(patch: pytest.MonkeyPatch) -> None:
    """Neither how far the nights are worked nor what they gave is kept."""

    def keep(connection: Connection, before: Mapping[WalletId, Standing], known: Sequence[Life]) -> None:
        for life in known:
            was, now = before[life.wallet], life.standing
            done = {mark for mark in now.done if not mark.startswith("birthday:")} | was.done
            nights = was.nights_through or now.nights_through
            life.standing = replace(now, nights_through=nights, done=frozenset(done))
            life.due_on = min(filter(None, (life.due_on, nights)), default="")
        keep_lives(connection, dict(before), known)

    patch.setattr(lives, "keep_lives", keep)


def a_region_is_moved_in_silence(patch: pytest.MonkeyPatch) -> None:
    """A shop lies in another region, and nobody is told of its members there."""
    patch.setattr(set_shops, "announce", lambda *_: None)


def late_words_bring_the_forgotten_back(patch: pytest.MonkeyPatch) -> None:
    """That somebody was forgotten is noted nowhere."""
    patch.setattr(register, "erased_of", lambda *_: frozenset())


def a_tier_changes_in_silence(patch: pytest.MonkeyPatch) -> None:
    """Tills are not told that somebody rose or fell."""
    patch.setattr(lives.Lives, "_is_news", lambda *_: False)
    patch.setattr(lives, "note_moved", lambda *_: None)


def a_cursor_outlives_a_restore(patch: pytest.MonkeyPatch) -> None:
    """After head office was restored a till reads on where it was."""
    patch.setattr(client_streams, "_is_of_before", lambda *_: False)


BUGS: tuple[Plant, ...] = (
    cursor_of_members_moved_first,
    numbers_from_a_sequence,
    the_gone_not_told,
    guests_stay_as_they_were,
    file_older_than_its_cursor,
    merged_without_a_recall,
    merged_value_comes_twice,
    a_phone_makes_no_merge,
    the_survivors_word_counts,
    second_gifts_stay,
    a_laxer_word_wins,
    a_stopped_card_opens,
    a_stopped_wallet_is_lent,
    anew_is_not_heard,
    a_ghost_stays,
    an_ended_wallet_keeps_what_comes_later,
    a_copy_claims_to_have_all,
    tombstones_are_forgotten_unsaid,
    a_night_is_worked_twice,
    a_region_is_moved_in_silence,
    late_words_bring_the_forgotten_back,
    a_tier_changes_in_silence,
    a_cursor_outlives_a_restore,
)
