"""The file of members, fetched part by part over a line that cuts, lies and is slow, onto a disk that fills up."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sync.client import copy_file
from sync.client.copy_file import (
    SPARE_BYTES,
    CopyCancelledError,
    CopyDiskFullError,
    CopyFetch,
    CopyPausedError,
)
from sync.client.office import AnswerUnreadableError, BusyError, GoneError, OfficeError, UnreachableError
from sync.protocol.messages import Pull
from sync.protocol.streams import AskChunk, AskCopy, Copy, Find, Found, Rows, TooFar

CHUNK = 1_000
ASK = AskCopy(till="T01", epoch=1, server_epoch="e")


@dataclass
class Shelf:
    """A head office with one file. `broken_at`: the request that fails, after `sent_before`; `spoils`: other bytes."""

    data: bytes
    cursor: int = 7
    broken_at: int = 0
    sent_before: int = 0
    spoils: set[int] = field(default_factory=set)
    asked: list[tuple[int, int]] = field(default_factory=list)
    waits: float = 0.0
    clock: float = 0.0
    promised: Copy | None = None
    is_building: bool = False

    def rows(self, message: Pull) -> Rows | TooFar:
        raise NotImplementedError

    def find(self, message: Find) -> Found:
        raise NotImplementedError

    def copy(self, message: AskCopy) -> Copy:
        if self.is_building:
            raise BusyError(5)
        if self.promised:
            return self.promised
        chunks = [self.data[at : at + CHUNK] for at in range(0, len(self.data), CHUNK)]
        return Copy(
            server_epoch="e",
            stream="members",
            cursor=self.cursor,
            key="00" * 32,
            size=len(self.data),
            chunks=tuple(hashlib.sha256(chunk).hexdigest() for chunk in chunks),
            applied_seq=0,
        )

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        self.asked.append((message.offset, message.length))
        self.clock += self.waits
        if message.cursor != self.cursor:
            raise GoneError
        got = self.data[message.offset : message.offset + message.length]
        if len(self.asked) == self.broken_at:
            yield from (got[:1], got[1 : self.sent_before])[: self.sent_before]
            raise UnreachableError
        yield os.urandom(len(got)) if len(self.asked) in self.spoils else got


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_file, "CHUNK_BYTES", CHUNK)
    monkeypatch.setattr(copy_file, "FIRST_PART", 300)
    monkeypatch.setattr(copy_file, "SMALLEST_PART", 100)


@dataclass
class Till:
    folder: Path
    shelf: Shelf
    told: list[tuple[int, int]] = field(default_factory=list)
    is_cancelled: bool = False
    is_wanted: bool = False
    free: int = 1 << 40

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        self.fetch = CopyFetch(
            self.folder,
            self.shelf,
            lambda done, of: self.told.append((done, of)),
            lambda: self.is_cancelled,
            lambda: self.is_wanted,
            lambda _: self.free,
            lambda: self.shelf.clock,
            _part=300,
        )

    def fetched(self) -> bytes:
        return self.fetch(ASK)[1].read_bytes()


@pytest.fixture
def till(tmp_path: Path) -> Till:
    return Till(tmp_path, Shelf(os.urandom(4_700), waits=0.5))


def test_a_file_comes_whole_and_says_how_far_it_is(till: Till) -> None:
    assert till.fetched() == till.shelf.data
    assert till.told[-1] == (4_700, 4_700)
    assert {length for _, length in till.shelf.asked} <= {300, 100}


def test_parts_grow_on_a_quick_line_and_shrink_on_a_slow_one(till: Till) -> None:
    till.shelf.waits = 0.1
    assert till.fetched() == till.shelf.data
    assert till.shelf.asked[-2][1] == 1_000
    till.shelf.waits, till.shelf.cursor = 2.0, 8
    assert till.fetched() == till.shelf.data
    assert till.shelf.asked[-1][1] == 100


@pytest.mark.parametrize("broken_at", [1, 4, 9, 18])
@pytest.mark.parametrize("is_restarted", [False, True])
def test_a_cut_line_costs_no_part_twice(till: Till, broken_at: int, *, is_restarted: bool) -> None:
    till.shelf.broken_at = broken_at
    with pytest.raises(OfficeError):
        till.fetched()
    if is_restarted:
        till.restart()
    assert till.fetched() == till.shelf.data
    offsets = [offset for offset, _ in till.shelf.asked]
    assert len(offsets) - len(set(offsets)) == 1, "only the part that was cut off is asked for again"


def test_what_came_of_a_part_that_was_cut_off_stays(till: Till) -> None:
    till.shelf.broken_at, till.shelf.sent_before = 4, 70
    with pytest.raises(OfficeError):
        till.fetched()
    assert till.fetched() == till.shelf.data
    (cut, _), (gone_on, _) = till.shelf.asked[3:5]
    assert gone_on == cut + 70


def test_more_than_was_asked_for_is_no_answer(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(till.shelf, "chunk", lambda message: iter([b"x" * message.length, b"x"]))
    with pytest.raises(AnswerUnreadableError):
        till.fetched()
    monkeypatch.setattr(till.shelf, "chunk", lambda _: iter(()))
    with pytest.raises(AnswerUnreadableError):
        till.fetched()


def test_other_bytes_than_announced_are_fetched_again_and_never_taken(till: Till) -> None:
    till.shelf.spoils = {6}
    assert till.fetched() == till.shelf.data
    till.shelf.spoils, till.shelf.cursor = set(range(100)), 8
    with pytest.raises(AnswerUnreadableError):
        till.fetched()


def test_a_file_spoilt_on_the_disk_is_fetched_from_there_on(till: Till) -> None:
    till.shelf.broken_at = 12
    with pytest.raises(OfficeError):
        till.fetched()
    (part,) = till.folder.glob("*.part")
    spoilt = bytearray(part.read_bytes())
    spoilt[1_500] ^= 1
    part.write_bytes(spoilt)
    till.restart()
    assert till.fetched() == till.shelf.data


def test_another_file_at_head_office_takes_the_place_of_what_was_begun(till: Till) -> None:
    till.shelf.broken_at = 9
    with pytest.raises(OfficeError):
        till.fetched()
    till.shelf.data, till.shelf.cursor = os.urandom(2_300), 9
    assert till.fetched() == till.shelf.data
    assert len(list(till.folder.iterdir())) == 1


def test_a_file_that_changes_on_the_way_is_gone(till: Till) -> None:
    till.shelf.promised = till.shelf.copy(ASK)
    till.shelf.cursor = 8
    with pytest.raises(GoneError):
        till.fetched()


def test_somebody_stops_it_and_goes_on_later(till: Till) -> None:
    till.is_cancelled = True
    with pytest.raises(CopyCancelledError):
        till.fetched()
    assert till.shelf.asked == []
    till.is_cancelled = False
    assert till.fetched() == till.shelf.data


def test_other_work_waits_for_one_turn_at_most(till: Till) -> None:
    till.is_wanted = True
    for turns in range(1, 5):
        with pytest.raises(CopyPausedError):
            till.fetched()
        assert len(till.shelf.asked) == 4 * turns, "two seconds of half a second each"
    till.is_wanted = False
    assert till.fetched() == till.shelf.data
    offsets = [offset for offset, _ in till.shelf.asked]
    assert len(offsets) == len(set(offsets))


def test_a_full_disk_is_told_before_and_while_it_fills(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    till.free = SPARE_BYTES + 4_699
    with pytest.raises(CopyDiskFullError):
        till.fetched()
    assert till.shelf.asked == []
    till.free += 1

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(CopyDiskFullError):
            till.fetched()
    assert till.fetched() == till.shelf.data


def test_a_file_that_is_being_built_is_asked_for_again(till: Till) -> None:
    till.shelf.is_building = True
    with pytest.raises(BusyError):
        till.fetched()
