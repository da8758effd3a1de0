"""Raw tracks and chip numbers, each against its twin: what comes through is what was on the card, or unreadable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.devices.scanner.reading import UNREADABLE_TRACK, Sends, read
from tests.app.devices.scanner.twins import on_stripe, swipe, tap

DIGITS = "0123456789"
FORMS = {
    "hex": Sends.UID_HEX,
    "hex reversed": Sends.UID_HEX_REVERSED,
    "decimal": Sends.UID_DECIMAL,
    "decimal reversed": Sends.UID_DECIMAL_REVERSED,
}


def raw(text: str) -> str:
    return read(text, Sends.TRACKS_WITH_LRC)


def test_the_check_of_a_known_track() -> None:
    # ;1234? : B ^ 1 ^ 2 ^ 3 ^ 4 ^ F = 0, written as a 0
    assert on_stripe(";1234?") == ";1234?0"
    assert raw(";1234?0") == ";1234?"


@given(
    first=st.text("ABCXYZ 0123456789^/.", min_size=1, max_size=76),
    second=st.text(DIGITS + "=", min_size=1, max_size=37),
    third=st.text(DIGITS + "=", max_size=104),
)
def test_good_tracks_come_through_without_their_checks(first: str, second: str, third: str) -> None:
    sent = swipe(first, second, third).decode().rstrip("\r")
    assert raw(sent) == f"%{first}?;{second}?" + (f"+{third}?" if third else "")


@given(second=st.text(DIGITS, min_size=1, max_size=37), place=st.integers(0, 36), flip=st.integers(1, 15))
def test_one_wrong_character_makes_a_track_unreadable(second: str, place: int, flip: int) -> None:
    sent = on_stripe(f";{second}?")
    at = 1 + place % len(second)
    wrong = chr(0x30 + ((ord(sent[at]) - 0x30) ^ flip))
    damaged = sent[:at] + wrong + sent[at + 1 :]
    assert second not in raw(damaged)
    assert UNREADABLE_TRACK in raw(damaged)


@pytest.mark.parametrize("sent", ["%E?;E?", ";E?"])
def test_the_readers_own_word_stays(sent: str) -> None:
    assert raw(sent) == sent


@pytest.mark.parametrize("sent", [";1234", ";1234?", ";12?9;34", ";12?9x"])
def test_what_is_no_swipe_is_unreadable_and_still_there(sent: str) -> None:
    assert UNREADABLE_TRACK in raw(sent)


@pytest.mark.parametrize("sent", ["", "6901234567892", "MT:T01-1-000012"])
def test_a_code_beside_the_swipes_is_left_alone(sent: str) -> None:
    assert raw(sent) == sent


@pytest.mark.parametrize("form", FORMS)
@given(uid=st.sampled_from([4, 7, 10]).flatmap(lambda size: st.binary(min_size=size, max_size=size)))
def test_a_chip_has_one_number_however_its_reader_is_set(form: str, uid: bytes) -> None:
    sent = tap(uid, form).decode().rstrip("\r")
    assert read(sent, FORMS[form]) == "UID:" + uid.hex().upper()


def test_blanks_between_bytes_do_not_matter() -> None:
    for sent in ("04 a1 b2 c3", "04:A1:B2:C3", "04-A1-B2-C3", "0x04A1B2C3"):
        assert read(sent, Sends.UID_HEX) == "UID:04A1B2C3"


def test_a_fifth_byte_is_a_check() -> None:
    assert read("04A1B2C3D4", Sends.UID_HEX) == "UID:04A1B2C3"
    assert read("04A1B2C3D5", Sends.UID_HEX) == "UID:"


@pytest.mark.parametrize("sent", ["", "04A1", "XYZ", "04A1B2C", "99999999999999999999999999", "12a"])
def test_no_chip_number_is_unreadable(sent: str) -> None:
    assert read(sent, Sends.UID_HEX) == "UID:"
    assert read(sent, Sends.UID_DECIMAL) == "UID:"


@given(text=st.text(max_size=30), sends=st.sampled_from(Sends))
def test_nothing_breaks_the_reading(text: str, sends: Sends) -> None:
    read(text, sends)
