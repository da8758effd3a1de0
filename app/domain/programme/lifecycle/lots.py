"""Value taken from a member's lots and put back into them, in the order that the programme says."""

from collections.abc import Sequence

from app.domain.ledger import POINTS, POINTS_DEBT, Lot, Unit
from app.domain.programme.lifecycle.standing import Change, Standing, Why, taken
from app.domain.programme.model import Programme

DEBT_LOT = Lot("debt")


def used(
    programme: Programme, standing: Standing, unit: Unit, amount: int, day: str, number: str
) -> tuple[Change, ...]:
    """`amount` of a unit taken from its lots: those that expire first, or by `points_lot_order` the newest points."""
    lots = standing.lots_of(unit, day)
    if unit == POINTS and programme.policies.points_lot_order == "newest_first":
        lots = lots[::-1]
    return tuple(Change(unit, lot, -part, Why.SPENT, day, "", number) for lot, part in taken(lots, amount))


def taken_back(
    standing: Standing, amount: int, day: str, number: str, own: Sequence[tuple[Lot, int]] = (), *, debt: bool = True
) -> tuple[Change, ...]:
    """Points that go back: so much of the lots they came in (`own`), then from the oldest lots of all.

    What is not there any more is a debt, or (`debt` false) let go.
    """
    left = dict(standing.lots_of(POINTS, day))
    gone: dict[Lot, int] = {}
    for lot, part in (*own, *((lot, amount) for lot in left)):
        less = min(part, left.get(lot, 0) - gone.get(lot, 0), amount - sum(gone.values()))
        if less > 0:
            gone[lot] = gone.get(lot, 0) + less
    changes = [Change(POINTS, lot, -part, Why.RETURNED, day, "", number) for lot, part in gone.items()]
    missing = amount - sum(gone.values())
    if missing and debt:
        changes.append(Change(POINTS_DEBT, DEBT_LOT, missing, Why.RETURNED, day, "", number))
    return tuple(changes)
