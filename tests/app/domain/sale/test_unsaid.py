"""What goes without saying is neither written nor missed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sale.unsaid import with_unsaid, without_unsaid, without_unsaid_end

UNSAID = {"note": "", "takes": [], "amount": 5}
FACTS = st.fixed_dictionaries(
    {"note": st.sampled_from(("", "x")), "takes": st.sampled_from(([], [1])), "amount": st.sampled_from((0, 5))}
)


@given(FACTS)
def test_what_is_read_is_what_was_said(facts: dict[str, object]) -> None:
    written = without_unsaid(facts, UNSAID)
    assert with_unsaid(written, UNSAID) == facts
    assert not any(written.get(name) == usual for name, usual in UNSAID.items())


def test_what_has_no_usual_value_is_always_said() -> None:
    assert without_unsaid({"net": 0, "note": ""}, {"note": ""}) == {"net": 0}


def test_a_usual_value_of_no_fact_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        without_unsaid({"net": 0}, {"note": ""})


@pytest.mark.parametrize("facts", [None, 5, "note", ["note"]])
def test_no_facts_are_refused(facts: object) -> None:
    with pytest.raises(TypeError):
        with_unsaid(facts, UNSAID)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ([7, None, None, ""], [7]),
        ([7, 980, None, ""], [7, 980]),
        ([7, None, 980, ""], [7, None, 980]),
        ([7, None, None, "brand"], [7, None, None, "brand"]),
    ],
)
def test_a_row_ends_with_what_it_has_to_say(row: list[object], kept: list[object]) -> None:
    assert without_unsaid_end(row, (None, None, "")) == kept
