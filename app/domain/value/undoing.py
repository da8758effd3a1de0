"""A service that was a mistake goes back whole, at the till that gave it: what it brought goes, what it used comes."""

from collections.abc import Iterable, Sequence

from app.domain.errors import Refused, Why
from app.domain.lease import Lease
from app.domain.programme.spans import add_days
from app.domain.value.facts import Service, ServiceDeal

# A spin stays what it was: else it would be undone until it wins.
_GOES_BACK = frozenset(
    {
        Service.REDEMPTION,
        Service.ENTITLEMENT,
        Service.PASS_USE,
        Service.PASS_SALE,
        Service.MEMBERSHIP,
        Service.ACTION,
    }
)


def undoable(deals: Sequence[ServiceDeal], day: str, undo_days: int) -> tuple[ServiceDeal, ...]:
    """Those of a wallet's deals at this till that may still be undone on the ISO business day `day`."""
    gone = {name for deal in deals for name in (deal.of, deal.undoes)}
    return tuple(
        deal
        for deal in deals
        if deal.service in _GOES_BACK
        and not deal.undoes
        and deal.id not in gone
        and day <= add_days(deal.origin.business_date, undo_days)
    )


def why_not_undone(deal: ServiceDeal, leases: Iterable[Lease]) -> Refused | None:
    """Refused where something that the service brought is not at this till any more."""
    there = {(lease.unit, lease.lot): lease.held for lease in leases}
    is_whole = all(there.get((part.unit, part.lot), 0) >= part.amount for part in deal.brought)
    return None if is_whole else Refused(Why.SERVICE_BROUGHT_GONE)
