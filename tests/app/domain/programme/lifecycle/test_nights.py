"""Nights of any programme: one by one, twice, or a month late come to the same."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.model import Programme
from app.domain.programme.spans import add_days
from tests.app.domain.programme.lifecycle.lives import lived
from tests.app.domain.programme.strategies import programmes, sales

LATE = 31


@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(programme=programmes(), data=st.data())
def test_a_month_late_is_the_same_as_every_night_twice(programme: Programme, data: st.DataObject) -> None:
    standing = lived(programme, data.draw(sales("a", "2026-02-01")), data.draw(sales("b", "2026-04-01")))
    start = data.draw(st.sampled_from(["2026-04-01", "2026-06-15", "2026-12-20", "2027-03-25"]))
    standing, _ = nights(programme, standing, start)
    late, _ = nights(programme, standing, add_days(start, LATE))
    step = standing
    for number in range(1, LATE + 1):
        step, _ = nights(programme, step, add_days(start, number))
        step, again = nights(programme, step, add_days(start, number))
        assert (again.changes, again.tiers) == ((), ())
    assert step == late
