"""Value taken from a member's lots and put back into them, in the order that the programme says."""

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
    standing: Standing, amount: int, day: str, number: str, sale_lots: tuple[Lot, ...], *, debt: bool = True
) -> tuple[Change, ...]:
    """Points that go back: from the sale's own lots, then the oldest; the rest is a debt, or (`debt` false) let go."""
    lots = sorted(standing.lots_of(POINTS, day), key=lambda part: (part[0] not in sale_lots, part[0].age_order()))
    parts = taken(lots, amount)
    changes = [Change(POINTS, lot, -part, Why.RETURNED, day, "", number) for lot, part in parts]
    missing = amount - sum(part for _, part in parts)
    if missing and debt:
        changes.append(Change(POINTS_DEBT, DEBT_LOT, missing, Why.RETURNED, day, "", number))
    return tuple(changes)
