"""Units that a programme makes: coupons, growth, counted rights. A till uses of them only what it holds.

Names of units: `coupon:<id>`, `pass:<id>`, `entitlement:<id>`, `draw:<id>` (a spin), and for limits
`right:<offer>:<per>:<period>` in the member's wallet, or in the programme's own wallet where the limit is for all;
there too `budget:<offer>` in minor units.
"""

from app.domain.ids import WalletId
from app.domain.ledger import Unit
from app.domain.programme.model import Limit
from app.domain.programme.spans import period_key

GROWTH = Unit("growth")


def coupon_unit(coupon: str) -> Unit:
    """Coupons of one kind."""
    return Unit(f"coupon:{coupon}")


def pass_unit(pass_id: str) -> Unit:
    """Visits of one kind of pass; of a period pass one unit that is not used up."""
    return Unit(f"pass:{pass_id}")


def entitlement_unit(entitlement: str) -> Unit:
    """One entitlement."""
    return Unit(f"entitlement:{entitlement}")


def spin_unit(draw: str) -> Unit:
    """Spins (or raffle entries) of one draw."""
    return Unit(f"draw:{draw}")


def right_unit(offer: str, limit: Limit, day: str) -> Unit:
    """The counted right that one use of the offer takes, for the period in which `day` lies."""
    return Unit(f"right:{offer}:{limit.per}:{period_key(limit.per, day)}")


def budget_unit(offer: str) -> Unit:
    """What is left (minor units) of an offer's budget, in the programme's wallet."""
    return Unit(f"budget:{offer}")


def quota_unit(draw: str, prize: str) -> Unit:
    """What is left of a prize, in the programme's wallet."""
    return Unit(f"quota:{draw}:{prize}")


def programme_wallet(programme: str) -> WalletId:
    """The wallet in which limits for all, budgets and quotas of a programme lie."""
    return WalletId(f"programme:{programme}")
