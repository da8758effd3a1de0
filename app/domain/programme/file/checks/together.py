"""What belongs together: a key that needs another one, and keys that shut each other out."""

from collections.abc import Iterable

from app.domain.programme.file.checks.finding import Finding, Source
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path
from app.domain.programme.model import (
    FOR_EVER,
    Action,
    AmountOff,
    Gift,
    Grant,
    Measure,
    Membership,
    Pass,
    Redemption,
    TenderType,
)


def _gifts_of_actions(source: Source) -> Iterable[Finding]:
    for path, gift in source.parts(Gift):
        if gift.on == "action" and not gift.action:
            yield _missing((*path, "action"))
        elif gift.action and gift.on != "action":
            yield Finding((*path, "action"), FaultCode.NOT_TOGETHER, gift.on, 'on = "action"')


def _measures_say_enough(source: Source) -> Iterable[Finding]:
    for path, measure in source.parts(Measure):
        window = measure.window
        if window.over == "rolling" and not (window.months or window.days):
            yield _missing((*path, "window", "months"))
        if measure.of == "rfm_score" and measure.rfm is None:
            yield _missing((*path, "rfm"))
        for key, subject, is_said in (
            ("rfm", "rfm_score", measure.rfm is not None),
            ("actions", "actions", bool(measure.actions)),
            ("from_actions_at_most", "growth", measure.from_actions_at_most is not None),
        ):
            if is_said and measure.of != subject:
                yield Finding((*path, key), FaultCode.NOT_TOGETHER, measure.of, f'of = "{subject}"')


def _memberships_bring_bought_tiers(source: Source) -> Iterable[Finding]:
    bought = {tier.id for tier in source.programme.tiers if tier.bought}
    known = {tier.id for tier in source.programme.tiers}
    for path, membership in source.parts(Membership):
        if membership.tier in known - bought:
            yield Finding((*path, "tier"), FaultCode.NOT_TOGETHER, membership.tier, "bought = true")


def _something_is_given(source: Source) -> Iterable[Finding]:
    for path, grant in source.parts(Grant):
        named = grant.coupon or grant.entitlement or grant.draw or grant.pass_ or grant.tier
        if not (named or grant.points or grant.growth or grant.bonus_minor):
            yield _missing(path, "coupon, entitlement, draw, pass, tier, points, growth, bonus")
    for path, redemption in source.parts(Redemption):
        if not (redemption.gives or redemption.product or redemption.tier):
            yield _missing((*path, "gives"))
    for path, sold in source.parts(Pass):
        if not sold.visits and sold.lasts == FOR_EVER:
            yield _missing((*path, "visits"), "visits, lasts")


def _amounts_of_actions(source: Source) -> Iterable[Finding]:
    for path, action in source.parts(Action):
        if action.at_most and action.at_least > action.at_most:
            yield Finding((*path, "at_most"), FaultCode.NEVER, str(action.at_most))
        elif action.at_least and not action.at_most:
            yield _missing((*path, "at_most"))


def _one_step_repeats(source: Source) -> Iterable[Finding]:
    for path, offer in source.parts(AmountOff):
        if offer.repeats and len(offer.steps) > 1:
            yield Finding((*path, "repeats"), FaultCode.NOT_TOGETHER, "true", "steps = [ … ]")


def _value_can_be_spent(source: Source) -> Iterable[Finding]:
    kinds = source.programme.tender_kinds
    if source.programme.top_up_offers and not any(kind.type is TenderType.STORED_VALUE for kind in kinds):
        yield _missing(("tender_kinds",), 'type = "stored_value"')


def _missing(path: Path, expected: str = "") -> Finding:
    return Finding(path, FaultCode.MISSING, "", expected or str(path[-1]))


TOGETHER = (
    _gifts_of_actions,
    _measures_say_enough,
    _memberships_bring_bought_tiers,
    _something_is_given,
    _amounts_of_actions,
    _one_step_repeats,
    _value_can_be_spent,
)
