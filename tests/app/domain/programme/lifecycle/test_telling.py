"""Tills are told measures as of a day, and what each falls to when time alone takes something out of its window."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.programme.lifecycle.facts import Bought, Fact, Paid, PassUsed, Returned, ReturnedLine, SoldLine
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.lifecycle.telling import last_visit_of, told_to_tills
from app.domain.programme.model import Measure, Window
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days
from app.domain.programme.visits import Visits, measured_here
from tests.app.domain.builders import member_view
from tests.app.domain.programme.programmes import NAMES, plain, with_measures

TODAY = "2026-11-22"
YEAR = Window(over="rolling", months=12)
PROGRAMME = with_measures(
    plain(),
    Measure(id="life", names=NAMES, of="spend"),
    Measure(id="year", names=NAMES, of="spend", window=YEAR),
    Measure(id="visits", names=NAMES, of="order_days", window=Window(over="rolling", days=30)),
    Measure(id="quarter", names=NAMES, of="orders", window=Window(over="quarter")),
)


def _bought(number: int, day: str, amount: int = 1_000) -> Bought:
    return Bought(f"s{number}", Moment(day), (SoldLine("p", amount, amount),), (Paid("cash", amount),))


def test_each_measure_says_when_the_first_of_what_it_counts_leaves_it() -> None:
    history = (_bought(1, "2025-12-01"), _bought(2, "2026-11-01", 500), _bought(3, "2026-11-20", 200))
    told = told_to_tills(PROGRAMME, Standing(history=history), TODAY)
    assert told.measures == {"life": 1_700, "year": 1_700, "visits": 2, "quarter": 2}
    assert told.drops == {"year": ("2026-12-01", 700), "visits": ("2026-12-01", 1), "quarter": ("2027-01-01", 0)}
    assert (told.measured_on, told.next_drop_on, told.last_visit_on) == (TODAY, "2026-12-01", "2026-11-20")


def test_the_last_visit_is_a_purchase_that_was_kept_or_one_on_a_pass() -> None:
    history: tuple[Fact, ...] = (
        _bought(1, "2026-01-05"),
        PassUsed("u", Moment("2026-02-01"), "ten"),
        _bought(2, "2026-03-01"),
        Returned("r", Moment("2026-03-02"), "s2", (ReturnedLine(0, 1_000),)),
    )
    assert last_visit_of(Standing(history=history)) == "2026-02-01"
    assert last_visit_of(Standing(history=history[2:])) == ""


@given(st.lists(st.integers(0, 800), max_size=6), st.integers(0, 60))
def test_up_to_its_next_drop_a_told_measure_is_what_head_office_measures(ages: list[int], later: int) -> None:
    history = tuple(_bought(number, add_days(TODAY, -age)) for number, age in enumerate(ages))
    standing, day = Standing(history=history), add_days(TODAY, later)
    told = told_to_tills(PROGRAMME, standing, TODAY)
    member = member_view().member
    assert member is not None
    member = replace(member, measures=told.measures, drops=told.drops, measured_on=told.measured_on, last_visit_on="")
    here, there = measured_here(PROGRAMME, member, Visits(), day).measures, measured(PROGRAMME, standing, day)
    for name, value in there.items():
        after = told.drops.get(name)
        if after is None or day <= after[0]:
            assert here.get(name, 0) == value, (name, day)
