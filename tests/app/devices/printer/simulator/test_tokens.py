"""Cutting bytes into commands."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.devices.printer.simulator.tokens import Token, Tokeniser

RASTER = b"\x1dv0\x00\x02\x00\x02\x00\x0a\x1b\x40\x10"
JOB = (
    b"\x1b@\x1c.tea\n\x1c&\xb2\xe8\x1c.\n"
    + RASTER
    + b"\x10\x04\x01\x1dkI\x06{BT042\x1dk\x04*A*\x00\x1d(k\x03\x001Q0\x1dV\x00\x1dVB\x03\x1bp\x0022\r\t"
)
COMMANDS = [
    Token("ESC @"),
    Token("FS ."),
    Token("TEXT", b"tea"),
    Token("LF"),
    Token("FS &"),
    Token("TEXT", b"\xb2\xe8"),
    Token("FS ."),
    Token("LF"),
    Token("GS v0", RASTER[3:]),
    Token("DLE EOT", b"\x01"),
    Token("GS k", b"I{BT042"),
    Token("GS k", b"\x04*A*"),
    Token("GS (k", b"1Q0"),
    Token("GS V", b"\x00"),
    Token("GS V", b"B\x03"),
    Token("ESC p", b"\x0022"),
    Token("CR"),
    Token("HT"),
]


def joined(tokens: list[Token]) -> list[Token]:
    """Neighbouring runs of text as one: they may come in pieces."""
    result: list[Token] = []
    for token in tokens:
        if token.name == "TEXT" and result and result[-1].name == "TEXT":
            result[-1] = Token("TEXT", result[-1].data + token.data)
        else:
            result.append(token)
    return result


def test_a_job_becomes_its_commands() -> None:
    tokeniser = Tokeniser()
    assert tokeniser.feed(JOB) == COMMANDS
    assert tokeniser.is_between_commands


@given(cuts=st.lists(st.integers(1, len(JOB)), max_size=8))
def test_however_the_line_cuts_them(cuts: list[int]) -> None:
    tokeniser = Tokeniser()
    places = [0, *sorted(cuts), len(JOB)]
    tokens = [token for start, end in pairwise(places) for token in tokeniser.feed(JOB[start:end])]
    assert joined(tokens) == COMMANDS


def test_what_begins_no_command_is_unknown() -> None:
    tokeniser = Tokeniser()
    assert tokeniser.feed(b"\x07\x1bZx\x1dz") == [
        Token("UNKNOWN", b"\x07"),
        Token("UNKNOWN", b"\x1bZ"),
        Token("TEXT", b"x"),
        Token("UNKNOWN", b"\x1dz"),
    ]


def test_a_command_cut_short_waits_and_can_be_forgotten() -> None:
    tokeniser = Tokeniser()
    assert tokeniser.feed(RASTER[:-1]) == []
    half_read = tokeniser.is_between_commands
    tokeniser.forget()
    assert (half_read, tokeniser.is_between_commands) == (False, True)
    assert tokeniser.feed(b"x") == [Token("TEXT", b"x")]
