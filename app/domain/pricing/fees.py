"""Fee lines: delivery and gift wrap, and who has them for nothing."""

from collections.abc import Sequence

from app.domain.basket import Basket
from app.domain.pricing.result import PricedFee
from app.domain.programme.model import Fee, Programme, Tier, Waiver
from app.domain.programme.reasons import NextStep, Reason, ReasonCode, StepKind
from app.domain.programme.scene import Moment


def fees_of(
    basket: Basket, programme: Programme, tiers: Sequence[Tier], moment: Moment, goods_minor: int
) -> tuple[PricedFee, ...]:
    """The fee lines of this basket; waived from a sum of goods on, as the best of the tiers held says."""
    priced: list[PricedFee] = []
    for fee in programme.fees:
        if fee.id in basket.wishes.fees or (fee.automatic and fee.automatic == moment.channel):
            by = next((tier for tier, waiver in _waivers(fee, tiers, moment) if goods_minor >= waiver), None)
            off = Reason(ReasonCode.FEE_WAIVED, by.id, programme.version, -fee.price_minor) if by else None
            priced.append(PricedFee(fee, (off,) if off and fee.price_minor else ()))
    return tuple(priced)


def fee_steps(fees: Sequence[PricedFee], tiers: Sequence[Tier], moment: Moment, goods_minor: int) -> list[NextStep]:
    """How much more makes a fee line cost nothing."""
    steps: list[NextStep] = []
    for priced in fees:
        least = min((waiver for _, waiver in _waivers(priced.fee, tiers, moment)), default=0)
        if priced.net_minor and least > goods_minor:
            steps.append(NextStep(priced.fee.id, least - goods_minor, priced.net_minor, StepKind.FEE))
    return steps


def _waivers(fee: Fee, tiers: Sequence[Tier], moment: Moment) -> list[tuple[Tier, int]]:
    return [
        (tier, waiver.at_least_minor)
        for tier in tiers
        for waiver in tier.benefits.waives
        if waiver.fee == fee.id and _is_open(waiver, moment)
    ]


def _is_open(waiver: Waiver, moment: Moment) -> bool:
    return not waiver.channels or moment.channel in waiver.channels
