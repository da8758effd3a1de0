"""What a programme has at all, so that no screen shows what this shop does not know."""

from dataclasses import dataclass

from app.domain.programme.model import Programme, TenderType


@dataclass(frozen=True, slots=True)
class Features:
    """Whether members may hold stored value, points or coupons, take points off a bill, or have services."""

    value: bool = True
    points: bool = True
    coupons: bool = True
    points_off: bool = True
    services: bool = True


EVERYTHING = Features()


def features_of(programme: Programme) -> Features:
    """What this programme has."""
    services = (
        programme.redemptions,
        programme.points_for_tiers,
        programme.entitlements,
        programme.passes,
        programme.draws,
        programme.memberships,
        [action for action in programme.actions if action.by_hand],
    )
    costs_points = programme.redemptions or programme.points_for_tiers or any(draw.points for draw in programme.draws)
    return Features(
        value=takes_value(programme),
        points=bool(programme.points_rule or programme.points_off or costs_points),
        coupons=bool(programme.coupons),
        points_off=programme.points_off is not None,
        services=any(services),
    )


def takes_value(programme: Programme) -> bool:
    """Whether stored value is one of the ways to pay; where it is not, none is sold."""
    return any(kind.type is TenderType.STORED_VALUE for kind in programme.tender_kinds)
