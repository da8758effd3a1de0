"""The top-up offers of a programme that run for this member now, ready to be quoted."""

from collections.abc import Iterable, Mapping

from app.domain.ledger import Unit
from app.domain.programme.conditions import holds
from app.domain.programme.model import Grant, Programme
from app.domain.programme.model import TopUpOffer as Declared
from app.domain.programme.rights import coupon_unit, entitlement_unit, pass_unit, right_unit, spin_unit
from app.domain.programme.scene import Scene
from app.domain.programme.top_up import CouponGift, TopUpOffer, TopUpStep


def running_offers(programme: Programme, scene: Scene) -> tuple[TopUpOffer, ...]:
    """Every declared offer whose condition holds in the scene."""
    visits = {each.id: each.visits or 1 for each in programme.passes}
    return tuple(
        _offer(declared, scene.moment.day, visits)
        for declared in programme.top_up_offers
        if holds(declared.when, scene, programme)
    )


def _offer(declared: Declared, day: str, passes: Mapping[str, int]) -> TopUpOffer:
    return TopUpOffer(
        id=declared.id,
        names=declared.names,
        steps=tuple(
            TopUpStep(
                from_minor=step.at_least_minor,
                bonus_minor=step.bonus_minor,
                bonus_basis_points=step.bonus_basis_points,
                points=sum(grant.points * grant.count for grant in step.gives),
                coupons=tuple(_counted(step.gives, passes)),
            )
            for step in declared.steps
        ),
        instalments=declared.instalments,
        lasts=declared.bonus_lasts,
        limits=_rights(declared, "member", day),
        shared_limits=_rights(declared, "all", day),
    )


def _counted(grants: tuple[Grant, ...], visits: Mapping[str, int]) -> Iterable[CouponGift]:
    """Coupons, entitlements, spins and passes; `visits` of each pass."""
    for grant in grants:
        for unit, name in (
            (coupon_unit, grant.coupon),
            (entitlement_unit, grant.entitlement),
            (spin_unit, grant.draw),
            (pass_unit, grant.pass_),
        ):
            if name:
                yield CouponGift(unit(name), grant.count * (visits.get(name, 1) if unit is pass_unit else 1))


def _rights(declared: Declared, whose: str, day: str) -> tuple[Unit, ...]:
    return tuple(right_unit(declared.id, limit, day) for limit in declared.limits if limit.of == whose)
