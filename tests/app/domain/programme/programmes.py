"""Small programmes for tests, with one thing set otherwise."""

from dataclasses import replace

from app.domain.programme.model import (
    Accrual,
    Coupon,
    CouponAmount,
    Measure,
    PointsOff,
    Policies,
    Programme,
    TenderKind,
    TenderType,
)

NAMES = {"en": "x"}


def plain(*, per_minor: int = 100, **policies: object) -> Programme:
    """One point for every `per_minor` paid, a coupon, points off at 1 : 1, and these policies."""
    return Programme(
        id="plain",
        version=1,
        names=NAMES,
        effective_from="2026-01-01",
        currency="CNY",
        policies=replace(Policies(), **policies),  # type: ignore[arg-type]
        accruals=(Accrual(id="spend", names=NAMES, per_minor=per_minor),),
        coupons=(Coupon(id="off", names=NAMES, effect=CouponAmount(off_minor=100)),),
        points_off=PointsOff(points=1, worth_minor=1),
        tender_kinds=(
            TenderKind(id="cash", names=NAMES, type=TenderType.CASH),
            TenderKind(id="stored_value", names=NAMES, type=TenderType.STORED_VALUE),
        ),
    )


def with_measures(programme: Programme, *measures: Measure, kinds: tuple[TenderKind, ...] = ()) -> Programme:
    """The programme with these measures (and tender kinds)."""
    return replace(programme, measures=measures, tender_kinds=kinds or programme.tender_kinds)
