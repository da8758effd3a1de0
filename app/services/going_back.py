"""A pass or membership that goes back: so much is paid out, less what coupons that came with it have saved already."""

from dataclasses import dataclass

from app.domain.lease import Take
from app.domain.programme.model import Programme
from app.domain.value.facts import Service, ServiceDeal
from app.domain.value.used_coupons import saved_with
from app.ports.store import UnitOfWork

# Nobody comes that often in the time of one membership.
_LOOKED_AT = 1_000


@dataclass(frozen=True, slots=True)
class GoingBack:
    """A deal, what would be paid out for it and what would be kept (minor units), and the lots that would go."""

    deal: ServiceDeal
    amount_minor: int
    kept_minor: int = 0
    taken: tuple[Take, ...] = ()


def going_back(uow: UnitOfWork, programme: Programme, deal: ServiceDeal, amount_minor: int) -> GoingBack:
    """Of `amount_minor` that would go back for a deal, what the programme lets the shop keep is kept."""
    membership = next((each for each in programme.memberships if each.id == deal.about), None)
    keeps = deal.service is Service.MEMBERSHIP and membership is not None and membership.used_coupons == "kept"
    kept = min(amount_minor, _saved(uow, deal)) if keeps and amount_minor else 0
    return GoingBack(deal, amount_minor - kept, kept)


def _saved(uow: UnitOfWork, deal: ServiceDeal) -> int:
    since = [each for each in uow.sales.recent_of(deal.holder.wallet, _LOOKED_AT) if each.at >= deal.origin.at]
    sales = ((uow.sales.sale(each.id), uow.sales.refunds_of(each.id)) for each in since)
    return saved_with(deal.id, ((sale, refunds) for sale, refunds in sales if sale))
