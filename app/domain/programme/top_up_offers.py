"""The top-up offers of a programme that run for this member now, ready to be quoted."""

from app.domain.programme.conditions import holds
from app.domain.programme.model import Grant, Lasting, Programme
from app.domain.programme.model import TopUpOffer as Declared
from app.domain.programme.rights import coupon_unit, right_unit
from app.domain.programme.scene import Scene
from app.domain.programme.top_up import CouponGift, TopUpOffer, TopUpStep


def running_offers(programme: Programme, scene: Scene) -> tuple[TopUpOffer, ...]:
    """Every declared offer whose condition holds in the scene."""
    return tuple(
        _offer(declared, scene.moment.day)
        for declared in programme.top_up_offers
        if holds(declared.when, scene, programme)
    )


def _offer(declared: Declared, day: str) -> TopUpOffer:
    return TopUpOffer(
        id=declared.id,
        names=declared.names,
        steps=tuple(
            TopUpStep(
                from_minor=step.at_least_minor,
                bonus_minor=step.bonus_minor,
                bonus_basis_points=step.bonus_basis_points,
                points=sum(grant.points * grant.count for grant in step.gives),
                coupons=tuple(_coupons(step.gives)),
            )
            for step in declared.steps
        ),
        instalments=declared.instalments,
        valid_months=_months(declared.bonus_lasts),
        limit=right_unit(declared.id, declared.limits[0], day) if declared.limits else None,
    )


def _coupons(grants: tuple[Grant, ...]) -> list[CouponGift]:
    return [CouponGift(coupon_unit(grant.coupon), grant.count) for grant in grants if grant.coupon]


def _months(lasting: Lasting) -> int:
    return lasting.years * 12 + lasting.months
