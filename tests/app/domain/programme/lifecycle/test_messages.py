"""Each message is told once, on its day."""

from dataclasses import replace

import pytest

from app.domain.ledger import PRINCIPAL, Lot
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import (
    Accrual,
    Condition,
    FollowUp,
    Goods,
    Lasting,
    Measure,
    MeasureLine,
    Message,
    Programme,
    Tier,
)
from tests.app.domain.programme.lifecycle.lives import lived, sale
from tests.app.domain.programme.programmes import NAMES, plain

GOLD = Tier(id="gold", names=NAMES, enter=Condition(measures=(MeasureLine(measure="orders", at_least=1),)))
PROGRAMME = replace(
    plain(),
    measures=(Measure(id="orders", names=NAMES, of="orders"),),
    tiers=(Tier(id="plain", names=NAMES), GOLD),
    accruals=(Accrual(id="a", names=NAMES, per_minor=100, lasts=Lasting(months=1)),),
    follow_ups=(FollowUp(id="ointment", names=NAMES, goods=Goods(products=frozenset({"p"})), after_days=3),),
)


@pytest.mark.parametrize(
    ("on", "days_before", "told"),
    [
        ("birthday", 2, ["2026-03-18"]),
        ("points_expire", 5, ["2026-03-26"]),
        ("tier_changed", 0, ["2026-01-16", "2026-03-02"]),
        ("follow_up", 0, ["2026-03-04"]),
    ],
)
def test_a_message_on_its_day(on: str, days_before: int, told: list[str]) -> None:
    message = Message(id="m", on=on, days_before=days_before, text=NAMES)  # type: ignore[arg-type]
    programme = replace(PROGRAMME, messages=(message,))
    bought = lived(programme, sale("s", "2026-03-01", 5_000), birthday="1990-03-20")
    before = _notes(programme, lived(programme, birthday="1990-03-20"), "2026-03-01")
    after = _notes(programme, bought, "2026-06-30")
    assert [*before, *after] == told


def test_who_prepaid_and_stays_away_is_told_of_once() -> None:
    programme = replace(PROGRAMME, messages=(Message(id="m", on="dormant", text=NAMES),))
    standing = lived(programme, sale("s", "2026-03-01", 100))
    assert _notes(programme, standing, "2026-12-31") == []
    prepaid = replace(standing, lots={**standing.lots, (PRINCIPAL, Lot("topup:1")): 5_000})
    assert _notes(programme, prepaid, "2026-12-31") == ["2026-04-30"]


def _notes(programme: Programme, standing: Standing, until: str) -> list[str]:
    _, reaction = nights(programme, standing, until)
    return [note.day for note in reaction.notes]
