"""The audit of a night is checked in the storm, and the check is checked: each planted bug is caught."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from app.domain.night import verdict
from app.domain.night.lots import LotRow, LotSum
from app.domain.night.verdict import Difference, Finding
from sync.client import night
from sync.client.night import NightAudit
from sync.office.services.night import audit_night
from tests.simulation.doings import Doings
from tests.simulation.headoffice import founded
from tests.simulation.town import Town

SEEDS, STEPS, EVERY = 6, 400, 15
# What is rare needs more of them.
MOST_SEEDS = 24

Plant = Callable[[pytest.MonkeyPatch], None]


def lots_summed_without_their_amounts(patch: pytest.MonkeyPatch) -> None:
    """Both sides only say which lots there are."""
    real = LotSum.add
    patch.setattr(LotSum, "add", lambda self, rows: real(self, [replace(row, held=1, granted=1) for row in rows]))


def drawers_not_compared(patch: pytest.MonkeyPatch) -> None:
    """Head office takes the till's word for its lots."""
    patch.setattr(audit_night, "drawers_to_tell", lambda _said, _books: ())


def lots_of_the_first_page_only(patch: pytest.MonkeyPatch) -> None:
    """The till reads on from nowhere."""
    patch.setattr(night, "_LOTS_AT_ONCE", 2)
    real = NightAudit._page
    patch.setattr(NightAudit, "_page", lambda self, key: real(self, key) if key == ("", "", "") else ())


def credits_of_the_till_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Head office leaves out lots that it never granted."""
    real = audit_night._rows_of

    def rows_of(*where: Any) -> Iterator[LotRow]:
        return (row for row in real(*where) if row.granted)

    patch.setattr(audit_night, "_rows_of", rows_of)


def what_waits_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """Events that were never pushed are no difference."""
    _without(patch, Difference.NOT_ALL_PUSHED)


def a_fence_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """A till that gets no lease any more is told that all is well."""
    _without(patch, Difference.FENCED, Difference.FORK, Difference.RESTORED)


def what_is_not_posted_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """After a restore the books are compared before the events are in them."""
    _without(patch, Difference.NOT_POSTED)


def a_doubtful_clock_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """A clock that has jumped is as good as any."""
    _without(patch, Difference.CLOCK_WRONG)


def refunds_not_counted(patch: pytest.MonkeyPatch) -> None:
    """Head office's totals of a shift know no refunds."""
    real = audit_night._count

    def count(kind: Any, *rest: Any) -> None:
        if kind != "refund":
            real(kind, *rest)

    patch.setattr(audit_night, "_count", count)


BUGS: tuple[Plant, ...] = (
    lots_summed_without_their_amounts,
    drawers_not_compared,
    lots_of_the_first_page_only,
    credits_of_the_till_forgotten,
    what_waits_is_not_told,
    a_fence_is_not_told,
    what_is_not_posted_is_not_told,
    a_doubtful_clock_is_not_told,
    refunds_not_counted,
)


def _without(patch: pytest.MonkeyPatch, *kinds: Difference) -> None:
    real = verdict.findings

    def findings(*given: Any) -> Iterator[Finding]:
        return (found for found in real(*given) if found.kind not in kinds)

    patch.setattr(audit_night, "findings", findings)


@pytest.fixture(autouse=True)
def _founded_without_a_bug() -> None:
    founded()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_an_audit_says_equal_if_and_only_if_it_is(seed: int) -> None:
    with Town(seed) as town:
        doings = Doings(town, nights_every=EVERY)
        doings.live(STEPS)
        doings.settle()
        assert doings.nights > STEPS // EVERY // 2
        assert doings.equal_nights


@pytest.mark.parametrize("plant", BUGS, ids=lambda plant: plant.__name__)
def test_a_planted_bug_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    assert any(_is_caught(seed) for seed in range(MOST_SEEDS))


def _is_caught(seed: int) -> bool:
    with Town(seed) as town:
        doings = Doings(town, nights_every=EVERY)
        try:
            doings.live(STEPS)
            doings.settle()
        except AssertionError as error:
            return "the audit says" in str(error) or "not compared" in str(error)
    return False
