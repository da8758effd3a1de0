"""The second journal's file: what is written comes back, torn tails are cut off, damage is located."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ids import EventId, TillId
from app.domain.journal import GENESIS_HASH, Draft, Event, Head, Kind, seal
from app.storage import second_journal
from app.storage.journal_frames import HEADER_BYTES, Damage, Frame, HeaderDamagedError
from app.storage.keys import StoreKey
from app.storage.second_journal import JournalEnd, SecondJournal, read_second_journal

KEY = StoreKey(bytes(range(32)))


def events(count: int) -> list[Event]:
    """A chain."""
    head, chain = Head(TillId("T01"), 1, 0, GENESIS_HASH), []
    for number in range(count):
        draft = Draft(EventId(f"e{number}"), Kind.OVERRIDE, 1_000 + number, "2026-11-22", {"text": "张三" * number})
        chain.append(seal(draft, head))
        head = chain[-1].head
    return chain


def read(path: Path, key: StoreKey = KEY) -> list[Frame | Damage]:
    with read_second_journal(path, key) as frames:
        return list(frames)


def seqs(path: Path) -> list[int | None]:
    """The numbers of the frames, None where there is damage."""
    return [found.seq if isinstance(found, Frame) else None for found in read(path)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal2.mtj"
    journal = SecondJournal.open(path, KEY)
    for event in events(9):
        journal.append([event])
    journal.close()
    return path


def test_what_is_appended_comes_back_byte_for_byte(path: Path) -> None:
    for frame, event in zip(read(path), events(9), strict=True):
        assert isinstance(frame, Frame)
        assert (frame.epoch, frame.seq, frame.fault) == (1, event.seq, "")
        assert (frame.payload, frame.prev_hash, frame.hash) == (event.payload, event.prev_hash, event.hash)


def test_it_is_encrypted_and_never_the_same_twice(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    assert "张三".encode() not in content
    assert b"override" not in content
    other = SecondJournal.open(tmp_path / "other.mtj", KEY)
    other.append(events(9))
    other.close()
    assert (tmp_path / "other.mtj").read_bytes()[HEADER_BYTES:] != content[HEADER_BYTES:]


def test_opening_again_finds_the_end_without_reading_all(path: Path) -> None:
    journal = SecondJournal.open(path, KEY)
    last = events(9)[-1]
    assert journal.end == JournalEnd(1, 9, last.hash)
    assert journal.size_bytes == path.stat().st_size
    journal.append(events(10)[9:])
    journal.close()
    assert seqs(path) == list(range(1, 11))


def test_an_empty_journal_has_no_end(tmp_path: Path) -> None:
    journal = SecondJournal.open(tmp_path / "new.mtj", KEY)
    assert (journal.end, journal.size_bytes) == (None, HEADER_BYTES)
    journal.append([])
    journal.close()
    assert seqs(tmp_path / "new.mtj") == []


@pytest.mark.parametrize("lost", [1, 4, 8, 40, 120])
def test_a_torn_tail_is_cut_off_and_kept_aside(path: Path, lost: int) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:-lost])
    journal = SecondJournal.open(path, KEY)
    assert journal.end is not None
    assert journal.end.seq == 8
    journal.append(events(9)[8:])
    journal.close()
    assert seqs(path) == list(range(1, 10))
    torn = path.with_name("journal2.mtj.torn").read_bytes()
    assert content.endswith(torn + content[len(content) - lost :])


def test_rubbish_behind_the_last_frame_is_cut_off(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content + bytes(300))
    SecondJournal.open(path, KEY).close()
    assert path.read_bytes() == content
    assert path.with_name("journal2.mtj.torn").read_bytes() == bytes(300)


def test_damage_inside_costs_one_event_and_is_located(path: Path) -> None:
    spans = [(found.offset, found.end) for found in read(path)]
    start, end = spans[4]
    content = bytearray(path.read_bytes())
    content[(start + end) // 2] ^= 0x10
    path.write_bytes(content)
    assert seqs(path) == [1, 2, 3, 4, None, 6, 7, 8, 9]
    damage = read(path)[4]
    assert damage == Damage(start, end, (1, 4), is_tail=False)


def test_damage_inside_is_left_where_it_is_when_the_file_is_opened(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[HEADER_BYTES + 60] ^= 1
    path.write_bytes(content)
    SecondJournal.open(path, KEY).close()
    assert path.read_bytes() == content


def test_a_frame_is_known_by_its_cipher_even_where_its_mark_is_gone(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[HEADER_BYTES] ^= 1
    path.write_bytes(content)
    first = read(path)[0]
    assert isinstance(first, Frame)
    assert first.seq == 1
    assert "mark" in first.fault
    assert "checksum" in first.fault


def test_one_copy_of_the_header_is_enough(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[10] ^= 1
    path.write_bytes(content)
    found = read(path)
    assert found[0] == Damage(0, HEADER_BYTES // 2, (0, 0), is_tail=False)
    assert [frame.seq for frame in found[1:] if isinstance(frame, Frame)] == list(range(1, 10))


def test_a_file_without_a_header_is_set_aside_whole(path: Path) -> None:
    content = bytes(HEADER_BYTES) + path.read_bytes()[HEADER_BYTES:]
    path.write_bytes(content)
    with pytest.raises(HeaderDamagedError):
        read(path)
    journal = SecondJournal.open(path, KEY)
    assert journal.end is None
    journal.close()
    assert path.with_name("journal2.mtj.aside").read_bytes() == content


def test_another_key_reads_nothing(path: Path) -> None:
    found = read(path, StoreKey(bytes(32)))
    assert [type(piece) for piece in found] == [Damage]


def test_frames_cannot_change_places(path: Path) -> None:
    spans = [(found.offset, found.end) for found in read(path)]
    content = path.read_bytes()
    pieces = [content[start:end] for start, end in spans]
    pieces[2], pieces[3] = pieces[3], pieces[2]
    path.write_bytes(content[:HEADER_BYTES] + b"".join(pieces))
    assert seqs(path) == [1, 2, 4, 3, 5, 6, 7, 8, 9]  # the order shows it, and verify says so


def test_a_frame_cannot_take_another_number(path: Path) -> None:
    first = read(path)[0]
    content = bytearray(path.read_bytes())
    content[first.offset + 15] = 7  # the last byte of its seq
    path.write_bytes(content)
    assert seqs(path) == [None, *range(2, 10)]


def test_after_a_failed_append_the_next_one_mends_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = SecondJournal.open(path, KEY)
    end = journal.end

    def fail(_handle: int) -> None:
        raise OSError(5, "the disk is gone")

    with monkeypatch.context() as patch:
        patch.setattr(second_journal, "_fsync", fail)
        with pytest.raises(OSError, match="gone"):
            journal.append(events(12)[9:])
    assert journal.end == end
    journal.append(events(11)[9:])
    journal.close()
    assert seqs(path) == list(range(1, 12))


def test_an_event_as_large_as_it_likes(tmp_path: Path) -> None:
    large = replace(events(1)[0], payload=b"x" * 5_000_000)
    journal = SecondJournal.open(tmp_path / "large.mtj", KEY)
    journal.append([large])
    journal.close()
    assert read(tmp_path / "large.mtj")[0].end > 5_000_000
