"""Codes out of a byte stream, with made-up times."""

import pytest

from app.devices.scanner.framing import Framer, Terminator, decode

EAN = b"6901234567892"


@pytest.mark.parametrize("terminator", [end for end in Terminator if end is not Terminator.NONE])
def test_a_terminator_ends_a_code(terminator: Terminator) -> None:
    framer = Framer(terminator)
    assert framer.feed(EAN + terminator.value + b"88" + terminator.value + b"12", 0) == [EAN, b"88"]


def test_a_code_may_come_in_pieces() -> None:
    framer = Framer(Terminator.CRLF)
    assert framer.feed(EAN[:4], 0) == []
    assert framer.feed(EAN[4:] + b"\r", 10) == []
    assert framer.feed(b"\n", 20) == [EAN]


def test_cr_lf_read_as_cr_leaves_no_line_feed_behind() -> None:
    framer = Framer(Terminator.CR)
    assert framer.feed(EAN + b"\r\n", 0) == [EAN]
    assert framer.feed(b"88\r\n", 10) == [b"88"]


def test_empty_codes_and_padding_are_dropped() -> None:
    framer = Framer(Terminator.ETX)
    assert framer.feed(b"\x02" + EAN + b"\x03\x03\x00\x03", 0) == [EAN]


def test_spaces_in_a_code_are_kept() -> None:
    assert Framer(Terminator.CR).feed(b" A 1 \r", 0) == [b" A 1 "]


def test_without_a_terminator_a_silence_ends_the_code() -> None:
    framer = Framer(Terminator.NONE, gap_ms=60)
    assert framer.feed(EAN[:7], 0) == []
    assert framer.feed(EAN[7:], 50) == []
    assert framer.silence(109) == []
    assert framer.silence(110) == [EAN]
    assert framer.silence(500) == []


def test_without_a_terminator_bytes_after_a_silence_begin_a_new_code() -> None:
    framer = Framer(Terminator.NONE, gap_ms=60)
    framer.feed(EAN, 0)
    assert framer.feed(b"88", 100) == [EAN]


def test_a_missing_terminator_does_not_glue_two_codes() -> None:
    framer = Framer(Terminator.CR)
    framer.feed(EAN, 0)
    assert framer.silence(499) == []
    assert framer.feed(b"88\r", 3000) == [EAN, b"88"]


def test_forgetting_drops_a_code_cut_short() -> None:
    framer = Framer(Terminator.CR)
    framer.feed(b"690", 0)
    framer.forget()
    assert framer.feed(b"88\r", 10) == [b"88"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_chinese_is_read_in_either_encoding(encoding: str) -> None:
    assert decode("会员卡0012345".encode(encoding)) == "会员卡0012345"


def test_a_stray_byte_does_not_stop_the_scan() -> None:
    assert decode(b"12\xff") == "12\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("terminator", [Terminator.CR, Terminator.NONE])
def test_noise_without_an_end_is_dropped_and_not_piled_up(terminator: Terminator) -> None:
    framer = Framer(terminator)
    for at_ms in range(1_000):
        assert framer.feed(b"7" * 1_024, at_ms) == []
    left = framer.silence(10_000)
    assert sum(map(len, left)) <= 8_192
    framer.feed(EAN + terminator.value, 20_000)
