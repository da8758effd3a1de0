"""The audit says "equal" where both sides have the same, and names each way in which they have not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BrokenPromiseError
from app.domain.night.lots import DRAWERS, LotRow, LotSum, differing, drawer_of
from app.domain.night.summary import ShiftTotals, Summary, Totals, summary_in, summary_text
from app.domain.night.verdict import (
    Books,
    Difference,
    Finding,
    ParkedEvent,
    Verdict,
    drawers_to_tell,
    findings,
    lot_finding,
    verdict_in,
    verdict_text,
)

NOW = 1_764_000_000_000
HASH, OTHER = "aa" * 32, "bb" * 32
DAY = Totals(3, 4_500, 1, 500, 2, {"cash": 4_000, "card": 0})
LOTS = (LotRow("w1", "principal", "top_up||", 500, 300), LotRow("w2", "points", "sale|2026-01-01|", 0, 45))
ROWS = st.lists(
    st.builds(
        LotRow, st.sampled_from(["w1", "w2", "w3", "w4"]), st.sampled_from(["points", "principal"]),
        st.sampled_from(["a||", "b||"]), st.integers(0, 9), st.integers(0, 9),
    ),
    unique_by=lambda row: row.key,
)  # fmt: skip


def sums(*rows: LotRow) -> tuple[str, ...]:
    made = LotSum()
    made.add(rows)
    return made.drawers


SAID = Summary(
    till="T01", epoch=1, server_epoch="e", night="2026-11-22", at=NOW, is_clock_in_doubt=False, last_seq=9,
    last_hash=HASH, shifts=(ShiftTotals("s1", 1, False, 2, 8, DAY),), lots=2, drawers=sums(*LOTS),
)  # fmt: skip
BOOKS = Books(NOW + 900, "", 9, HASH, 9, {"s1": DAY}, sums(*LOTS))


def kinds(said: Summary, books: Books) -> list[Difference]:
    return [each.kind for each in findings(said, books)]


def test_where_both_have_the_same_nothing_is_found() -> None:
    assert kinds(SAID, BOOKS) == []
    assert drawers_to_tell(SAID, BOOKS) == ()


@pytest.mark.parametrize(
    ("said", "books", "expected"),
    [
        (replace(SAID, last_seq=12), BOOKS, [Difference.NOT_ALL_PUSHED]),
        (SAID, replace(BOOKS, last_hash=OTHER), [Difference.RESTORED]),
        (SAID, replace(BOOKS, fenced="fork"), [Difference.FORK]),
        (SAID, replace(BOOKS, fenced="fork", last_hash=OTHER), [Difference.RESTORED]),
        (replace(SAID, last_seq=12), replace(BOOKS, fenced="fork", last_hash=""), [Difference.RESTORED]),
        (SAID, replace(BOOKS, fenced="restored", last_seq=40, last_hash=OTHER), [Difference.RESTORED]),
        (SAID, replace(BOOKS, fenced="stolen"), [Difference.FENCED]),
        (SAID, replace(BOOKS, applied_seq=4), [Difference.NOT_POSTED]),
        (SAID, replace(BOOKS, shifts={"s1": replace(DAY, sales=4)}), [Difference.Z_DIFFERS]),
        (SAID, replace(BOOKS, shifts={"s1": replace(DAY, tenders={"cash": 3_999})}), [Difference.Z_DIFFERS]),
        (SAID, replace(BOOKS, shifts={}), [Difference.Z_DIFFERS]),
        (replace(SAID, at=NOW - 400_000), BOOKS, [Difference.CLOCK_WRONG]),
        (replace(SAID, is_clock_in_doubt=True), BOOKS, [Difference.CLOCK_WRONG]),
    ],
)
def test_each_difference_has_its_name(said: Summary, books: Books, expected: list[Difference]) -> None:
    assert kinds(said, books) == expected


def test_a_tender_that_moved_nothing_is_no_difference() -> None:
    assert kinds(SAID, replace(BOOKS, shifts={"s1": replace(DAY, tenders={"cash": 4_000})})) == []


def test_the_facts_name_the_first_figure_that_differs() -> None:
    [found] = findings(SAID, replace(BOOKS, shifts={"s1": replace(DAY, refunds_minor=400)}))
    assert found.facts == {"shift": 1, "what": "refunds_minor", "till": 500, "office": 400}


@given(ROWS, ROWS)
def test_drawers_are_equal_if_and_only_if_the_lots_are(one: list[LotRow], other: list[LotRow]) -> None:
    mine, yours = ({row for row in rows if not row.is_empty} for rows in (one, other))
    drawers = differing(sums(*one), sums(*other))
    assert set(drawers) == {drawer_of(row.wallet) for row in mine ^ yours}
    found = lot_finding(one, other)
    assert (found is None) == (mine == yours)
    assert sums(*reversed(one)) == sums(*one)


def test_the_first_lot_that_differs_is_named_and_the_others_counted() -> None:
    found = lot_finding(LOTS, (replace(LOTS[0], held=200),))
    assert found is not None
    assert (found.facts["wallet"], found.facts["till"], found.facts["office"]) == ("w1", 300, 200)
    assert found.facts["count"] == 2


def test_leases_are_compared_only_where_both_speak_of_the_same_event() -> None:
    other = replace(BOOKS, drawers=sums(LOTS[0]))
    assert drawers_to_tell(SAID, other) == (drawer_of("w2"),)
    for books in (replace(other, last_seq=8), replace(other, applied_seq=8), replace(other, fenced="stolen")):
        assert drawers_to_tell(SAID, books) == ()


def test_a_summary_and_a_verdict_are_read_as_they_were_written() -> None:
    assert summary_in(summary_text(SAID)) == replace(
        SAID, shifts=(replace(SAID.shifts[0], totals=replace(DAY, tenders={"cash": 4_000})),)
    )
    verdict = Verdict(
        "T01", 1, "e", "2026-11-22", NOW, HASH, (Finding(Difference.NOT_ALL_PUSHED, {"missing": 3}),),
        (ParkedEvent("T01:1:7", "unreadable", NOW),), 1,
    )  # fmt: skip
    assert verdict_in(verdict_text(verdict)) == verdict
    assert not verdict.is_equal


def test_what_a_newer_head_office_finds_is_something_else() -> None:
    text = verdict_text(Verdict("T01", 1, "e", "2026-11-22", NOW, HASH, (Finding(Difference.FORK),)))
    newer = verdict_in(text.replace('"fork"', '"moon_differs"'))
    assert [found.kind for found in newer.findings] == [Difference.OTHER]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"till": 1}', summary_text(SAID).replace('"lots":2', '"lots":"x"')])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(BrokenPromiseError):
        summary_in(text)
    with pytest.raises(BrokenPromiseError):
        verdict_in(text)


def test_there_are_as_many_drawers_as_the_document_says() -> None:
    assert DRAWERS == 64


def test_a_summary_of_odd_numbers_shapes_or_depths_is_none() -> None:
    said = summary_text(SAID)
    for odd in (
        said.replace(f'"at":{SAID.at}', '"at":1e999'),
        said.replace('"tenders":{', '"tenders":[],"t":{'),
        "[" * 100_000,
    ):
        assert odd != said
        with pytest.raises(BrokenPromiseError):
            summary_in(odd)
