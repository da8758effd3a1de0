"""The lots in which demo value lies: principal for ever, bonus by month, points by year."""

from calendar import monthrange
from datetime import date

from app.domain.ledger import Lot
from app.domain.programme.model import Accrual
from app.domain.sale.earned import points_lot

PRINCIPAL_LOT = Lot("top_up")


def bonus_lot(given_on: date) -> Lot:
    """Bonus given in that month: usable at once, for twelve months, to the end of a month."""
    year, month = given_on.year + 1, given_on.month
    last_day = date(year, month, monthrange(year, month)[1])
    return Lot("top_up_gift", given_on.replace(day=1).isoformat(), last_day.isoformat())


def points_lots(rule: Accrual | None, today: date) -> tuple[Lot, ...]:
    """The points lots that are not expired on `today`, this year's first, at most two."""
    if rule is None:
        return ()
    years = (today, date(today.year - 1, 1, 1))
    lots = (points_lot(rule, day.isoformat()) for day in years)
    return tuple(lot for lot in lots if lot.usable_on(today.isoformat()))
