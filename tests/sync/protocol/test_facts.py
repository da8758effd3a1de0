"""Head office reads the envelope and the postings of anything, and never stumbles."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import TillId
from app.domain.lease.office import Rule
from sync.protocol.facts import EventFacts, facts_of
from tests.sync.protocol.chains import DAY, TILL, Chain

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text(max_size=8), parts, max_size=4),
    max_leaves=12,
)


def read(payload: bytes) -> EventFacts:
    return facts_of(payload, TILL, 1, 1)


def event(body: object, **changes: object) -> bytes:
    envelope = {
        "till": TILL, "epoch": 1, "seq": 1, "id": "a", "kind": "sale", "version": 1, "recorded_at": 0,
        "business_date": DAY, "body": body,
    }  # fmt: skip
    return json.dumps({**envelope, **changes}).encode()


def test_an_event_of_a_till_is_read_with_its_entries() -> None:
    sealed = Chain().spend(500)
    facts = read(sealed.payload)
    assert (facts.id, facts.kind, facts.version, facts.fault) == (sealed.id, "sale", 1, None)
    assert facts.entries[0].postings[0].amount == -500


def test_an_event_at_another_place_of_the_chain_is_unreadable() -> None:
    payload = Chain().spend(500).payload
    assert facts_of(payload, TILL, 1, 2).fault is Rule.UNREADABLE
    assert facts_of(payload, TILL, 2, 1).fault is Rule.UNREADABLE
    assert facts_of(payload, TillId("T02"), 1, 1).fault is Rule.UNREADABLE


def test_an_unknown_kind_without_entries_is_no_fault() -> None:
    assert read(event({"news": 1}, kind="from_the_future")).fault is None


@pytest.mark.parametrize(
    "payload",
    [b"", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"a":' * 50_000, b"1" * 5_000, event(None), event([])],
)
def test_bytes_that_are_no_event_are_unreadable(payload: bytes) -> None:
    assert read(payload).fault is Rule.UNREADABLE


@pytest.mark.parametrize(
    "row",
    [
        ["w", "u", "a||", "lease:T01", True, "m"],
        ["w", "u", "a||", "lease:T01", 1.0, "m"],
        ["w\x00", "u", "a||", "lease:T01", 1, "m"],
        ["w\x7f", "u", "a||", "lease:T01", 1, "m"],
        ["w\ud800", "u", "a||", "lease:T01", 1, "m"],
        ["w", "u", "a", "lease:T01", 1, "m"],
        ["w" * 201, "u", "a||", "lease:T01", 1, "m"],
        ["w", "u", "a||", "lease:T01", 1],
    ],
)
def test_a_posting_no_column_can_take_is_unreadable(row: list[object]) -> None:
    body = {"entries": [{"kind": "accrual", "postings": [row, ["w", "u", "a||", "house:accrued", -1, "m"]]}]}
    assert read(event(body)).fault is Rule.UNREADABLE


def test_what_nobody_could_read_later_is_unreadable_even_where_nothing_of_it_is_wanted_here() -> None:
    assert read(event({"note": "?"})).fault is None
    assert read(event({"note": "?"}).replace(b"?", b"\xff")).fault is Rule.UNREADABLE
    assert read(event({"note": "?"}).replace(b"?", b"\n")).fault is Rule.UNREADABLE


@pytest.mark.parametrize("name", ["id", "kind", "business_date"])
@pytest.mark.parametrize("value", ["", "a\x00", "a\n", "a\x7f", "a" * 201, 1, None])
def test_an_envelope_no_column_can_take_is_unreadable(name: str, value: object) -> None:
    assert read(event({}, **{name: value})) == EventFacts(fault=Rule.UNREADABLE)


def test_a_control_character_in_words_nobody_wants_here_is_no_fault() -> None:
    assert read(event({"note": "two\nlines\x7f", "who": '"he"'})).fault is None


@pytest.mark.parametrize("skipped", ["9" * 4_301, "[" * 201 + "]" * 201, '{"a":' * 990 + "1" + "}" * 990])
def test_what_python_could_not_read_later_is_unreadable(skipped: str) -> None:
    assert read(event({"news": "?"}).replace(b'"?"', skipped.encode())) == EventFacts(fault=Rule.UNREADABLE)


@pytest.mark.parametrize(
    "skipped", ["9" * 4_300, "[" * 150 + "]" * 150, json.dumps([{"n": [number]} for number in range(900)])]
)
def test_a_long_event_with_much_in_it_is_none(skipped: str) -> None:
    assert read(event({"news": "?"}).replace(b'"?"', skipped.encode())).fault is None


@given(body=anything)
def test_any_body_is_read_without_an_exception(body: object) -> None:
    read(event(body))


@given(entries=anything)
def test_any_entries_are_read_without_an_exception(entries: object) -> None:
    read(event({"entries": entries}))


@given(junk=st.binary(max_size=200))
def test_any_bytes_are_read_without_an_exception(junk: bytes) -> None:
    assert read(junk).fault is Rule.UNREADABLE
