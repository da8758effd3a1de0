"""What coupons that came with a paid membership have taken off bills: it is kept of what is paid back."""

from collections.abc import Iterable, Sequence

from app.domain.ids import EventId
from app.domain.lease import Take
from app.domain.money import divide_half_up
from app.domain.programme.lifecycle.undoing import came_with
from app.domain.programme.reasons import ReasonCode
from app.domain.programme.rights import coupon_unit
from app.domain.sale.facts import Refund, Sale, SaleLine
from app.domain.spend import less

_COUPON = coupon_unit("")


def saved_with(deal: EventId, sales: Iterable[tuple[Sale, Sequence[Refund]]]) -> int:
    """Minor units that the coupons given for `deal` saved on goods that the customer has kept, over these sales."""
    return sum(_saved(deal, sale, refunds) for sale, refunds in sales)


def _saved(deal: EventId, sale: Sale, refunds: Sequence[Refund]) -> int:
    spent: tuple[Take, ...] = sale.spent
    for refund in refunds:
        spent = less(spent, refund.spent_back)
    came_with_it = [take for take in spent if came_with(take.lot, deal)]
    saved = 0
    for coupon in {take.unit.removeprefix(_COUPON) for take in came_with_it if take.unit.startswith(_COUPON)}:
        ours, all_used = (
            sum(take.amount for take in takes if take.unit == coupon_unit(coupon)) for takes in (came_with_it, spent)
        )
        off = sum(_off(line, coupon, refunds) for line in sale.lines)
        saved += divide_half_up(off * ours, all_used)
    return saved


def _off(line: SaleLine, coupon: str, refunds: Sequence[Refund]) -> int:
    """What the coupon took off of the part of a line that has not come back."""
    back = sum(part.quantity_milli for refund in refunds for part in refund.lines if part.number == line.number)
    off = -sum(
        reason.amount_minor for reason in line.reasons if reason.code is ReasonCode.COUPON and reason.offer == coupon
    )
    return divide_half_up(off * (line.quantity_milli - back), line.quantity_milli)
