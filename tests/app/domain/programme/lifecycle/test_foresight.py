"""Working only the foreseen nights gives what walking through all of them gives."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ledger import POINTS, PRINCIPAL, Lot, Unit
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.facts import Bought, Joined, Paid, SoldLine
from app.domain.programme.lifecycle.foresight import Foresight
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.reactions import react
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days

PRESETS = sorted(Path("resources/programmes").glob("*.toml"))
BEGIN = "2026-01-20"


def worked(programme: Programme, standing: Standing, through: str) -> Standing:
    """Only the foreseen nights."""
    ahead = Foresight(programme)
    while (due := ahead.next_due(standing)) <= through:
        standing, _ = nights(programme, replace(standing, nights_through=add_days(due, -1)), due)
    return replace(standing, nights_through=through)


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_no_foreseen_night_comes_too_late(preset: Path, data: st.DataObject) -> None:
    programme = read_programme(preset.read_text(encoding="utf-8"))
    birthday = data.draw(st.sampled_from(["", "1990-02-29", "1988-03-01", "2001-12-31"]))
    standing = Standing(birthday=birthday)
    joined = Joined("join", Moment(BEGIN))
    standing = standing.after(react(programme, standing, joined), joined)
    if data.draw(st.booleans()):
        more = {
            (POINTS, Lot("old", "", "2026-03-01")): 50,
            (PRINCIPAL, Lot("old")): 5_000,
            (Unit("coupon:x"), Lot("x", "2026-02-01", "2026-04-01")): 2,
        }
        standing = replace(standing, lots={**standing.lots, **more})
    kind = programme.tender_kinds[0].id
    day = BEGIN
    for number in range(data.draw(st.integers(0, 3))):
        day = add_days(day, data.draw(st.integers(0, 25)))
        standing, _ = nights(programme, standing, day)
        paid = data.draw(st.sampled_from([900, 30_000, 600_000]))
        bought = Bought(f"s{number}", Moment(day), (SoldLine("p", paid, paid),), (Paid(kind, paid),))
        standing = standing.after(react(programme, standing, bought), bought)
    through = add_days(day, data.draw(st.sampled_from([1, 40, 420])))
    assert worked(programme, standing, through) == nights(programme, standing, through)[0]
