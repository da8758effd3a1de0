"""What merchants who share their members' wallets owe each other.

Who takes value that another has issued is owed for it by the issuer, at the taker's stated rate. A lot remembers by
whom it was issued; where several have issued into one lot, they bear what is taken of it in proportion, to the last
unit (largest remainder). Every debt is somebody's claim, so the net positions sum to zero.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.ids import MerchantId, WalletId
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.money import BASIS_POINTS, allocate, divide_half_up
from app.domain.programme.model import Coupon, CouponAmount, Programme
from app.domain.programme.rights import coupon_unit


@dataclass(frozen=True, slots=True)
class Flow:
    """What one merchant did with a lot of a wallet: `issued` ever, up to the end of the period; `taken` within it.

    Both in the unit; taken is below 0 where more was given back than used.
    """

    wallet: WalletId
    unit: Unit
    lot: Lot
    merchant: MerchantId
    issued: int
    taken: int


@dataclass(frozen=True, slots=True)
class Carried:
    """So much of a lot went from one wallet into another, and its issuers with it."""

    source: WalletId
    target: WalletId
    unit: Unit
    lot: Lot
    amount: int


@dataclass(frozen=True, slots=True)
class Debt:
    """The issuer owes the taker: so much of a unit, worth `minor` at the taker's rate."""

    issuer: MerchantId
    taker: MerchantId
    unit: Unit
    amount: int
    minor: int


def settle(programme: Programme, flows: Iterable[Flow], carried: Sequence[Carried]) -> tuple[Debt, ...]:
    """The debts of a period; `carried` in the order in which it happened."""
    known = tuple(flows)
    issuers = _issuers(known, carried)
    owed: Counter[tuple[MerchantId, MerchantId, Unit]] = Counter()
    for flow in known:
        weights = issuers.get((flow.wallet, flow.unit, flow.lot), Counter())
        for issuer, part in _shares(flow.taken, weights).items():
            if issuer != flow.merchant:
                owed[issuer, flow.merchant, flow.unit] += part
    return tuple(
        Debt(issuer, taker, unit, amount, worth_minor(programme, unit, amount, taker))
        for (issuer, taker, unit), amount in sorted(owed.items())
        if amount
    )


def net_positions(debts: Iterable[Debt]) -> Mapping[MerchantId, int]:
    """What each merchant is to get (below 0: to pay), in minor units; together nothing. Who is even is left out."""
    net: Counter[MerchantId] = Counter()
    for debt in debts:
        net[debt.taker] += debt.minor
        net[debt.issuer] -= debt.minor
    return {merchant: minor for merchant, minor in sorted(net.items()) if minor}


def worth_minor(programme: Programme, unit: Unit, amount: int, taker: MerchantId) -> int:
    """What so much of a unit is settled at: money as it is, points at what they take off a bill, coupons at their sum.

    Other coupons and rights carry no price: they are counted, and settled as the merchants agree.
    """
    rate = next((each.settles_basis_points for each in programme.partners if each.id == taker), BASIS_POINTS)
    price, per = _price(programme, unit)
    return divide_half_up(amount * price * rate, per * BASIS_POINTS)


def _price(programme: Programme, unit: Unit) -> tuple[int, int]:
    if unit in (PRINCIPAL, BONUS):
        return 1, 1
    if unit == POINTS and programme.points_off is not None:
        return programme.points_off.worth_minor, programme.points_off.points
    return next((_sum_of(each) for each in programme.coupons if coupon_unit(each.id) == unit), 0), 1


def _sum_of(coupon: Coupon) -> int:
    return coupon.effect.off_minor if isinstance(coupon.effect, CouponAmount) else 0


_Issuers = dict[tuple[WalletId, Unit, Lot], Counter[MerchantId]]


def _issuers(flows: Iterable[Flow], carried: Iterable[Carried]) -> _Issuers:
    issuers: _Issuers = defaultdict(Counter)
    for flow in flows:
        if flow.issued > 0:
            issuers[flow.wallet, flow.unit, flow.lot][flow.merchant] += flow.issued
    for move in carried:
        weights = issuers.get((move.source, move.unit, move.lot), Counter())
        issuers[move.target, move.unit, move.lot].update(_shares(move.amount, weights))
    return issuers


def _shares(amount: int, weights: Mapping[MerchantId, int]) -> dict[MerchantId, int]:
    """An amount spread over issuers; nothing where nobody is known to have issued."""
    order = sorted(weights)
    return dict(zip(order, allocate(amount, [weights[each] for each in order]), strict=True)) if order else {}
