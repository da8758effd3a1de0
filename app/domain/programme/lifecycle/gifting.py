"""Gifts: what the programme gives on an occasion, once for each occasion."""

from collections.abc import Iterable, Mapping, Sequence

from app.domain.ledger import BONUS, POINTS, Lot, Unit
from app.domain.programme.conditions import holds, is_birthday
from app.domain.programme.lifecycle.facts import Bought
from app.domain.programme.lifecycle.growth import GROWTH_LOT
from app.domain.programme.lifecycle.limits import marks, runs_short, used_up
from app.domain.programme.lifecycle.standing import Change, HeldTier, Reaction, TierCause, TierChange, Why
from app.domain.programme.model import CashBack, Gift, Grant, Lasting, Limit, Programme
from app.domain.programme.rights import (
    GROWTH,
    coupon_unit,
    entitlement_unit,
    pass_unit,
    right_unit,
    spin_unit,
)
from app.domain.programme.scene import Person, Scene
from app.domain.programme.spans import last_day, period_key

CALENDAR_OCCASIONS = ("birthday_day", "birthday_month", "week", "month", "quarter", "year", "dates")


def gifts_on(
    occasion: str,
    key: str,
    scene: Scene,
    programme: Programme,
    *,
    done: frozenset[str],
    paid_minor: int = 0,
    action: str = "",
    shared: Mapping[Unit, int] | None = None,
) -> Reaction:
    """What is given on an occasion. `key` names this very occasion (a sale's number, a year): never given twice.

    `shared`: how much of each limit for all is left, by unit of the programme's wallet; None where nobody counts.
    """
    reaction = Reaction()
    for gift in programme.gifts:
        if gift.on != occasion or (gift.action and gift.action != action):
            continue
        if holds(gift.when, scene, programme):
            times = _times(gift, paid_minor)
            reaction = reaction.then(_given(gift, key, times, scene, programme, done | reaction.done, shared))
    return reaction


def calendar_gifts(
    scene: Scene, programme: Programme, done: frozenset[str], shared: Mapping[Unit, int] | None
) -> Reaction:
    """What the day itself brings: birthdays, the beginning of periods, named dates."""
    reaction = Reaction()
    for occasion in CALENDAR_OCCASIONS:
        key = _calendar_key(occasion, scene)
        if key is not None:
            reaction = reaction.then(
                gifts_on(occasion, key, scene, programme, done=done | reaction.done, shared=shared)
            )
    return reaction


def cash_back(
    bought: Bought, scene: Scene, programme: Programme, done: frozenset[str], shared: Mapping[Unit, int] | None
) -> Reaction:
    """满额返现: what comes back after a purchase, from a sum paid for the offer's goods on."""
    reaction, day = Reaction(), scene.moment.day
    for offer in programme.promotions:
        if not isinstance(offer, CashBack) or not holds(offer.when, scene, programme):
            continue
        paid = sum(line.net_minor for line in bought.lines if offer.goods.include(line))
        wanted = uses(offer.limits, offer.id, day)
        if paid < offer.at_least_minor or used_up(offer.id, offer.limits, day, done):
            continue
        if runs_short(wanted, shared):
            reaction = reaction.then(Reaction(withheld=(offer.id,)))
            continue
        times = paid // offer.at_least_minor if offer.repeats and offer.at_least_minor else 1
        changes = granted(offer.gives, day, offer.id, bought.number, programme, times)
        tiers = tiers_granted(offer.gives, scene, programme)
        given = Reaction(changes, tiers, done=marks(offer.id, offer.limits, day, bought.number), shared=wanted)
        reaction = reaction.then(given)
    return reaction


def granted(
    grants: Iterable[Grant], day: str, rule: str, number: str, programme: Programme, times: int = 1
) -> tuple[Change, ...]:
    """The value that these grants put into the wallet on `day`, in lots named by their rule and occasion."""
    changes: list[Change] = []
    for grant in grants:
        origin = f"{rule}:{number}" if number else rule
        for unit, lasting, amount in _parts(grant, programme):
            lot = GROWTH_LOT if unit == GROWTH else Lot(origin, lasting.starts, last_day(lasting, day))
            changes.append(Change(unit, lot, amount * times, Why.GIFT, day, rule, number))
    return tuple(changes)


def tiers_granted(grants: Iterable[Grant], scene: Scene, programme: Programme) -> tuple[TierChange, ...]:
    """The tiers among these grants that are above what the member holds on their ladder."""
    day, held = scene.moment.day, scene.person.tiers if scene.person else frozenset()
    changes: list[TierChange] = []
    for grant in (each for each in grants if each.tier):
        tier = next(tier for tier in programme.tiers if tier.id == grant.tier)
        ladder = [each for each in programme.tiers if each.ladder == tier.ladder]
        before = next((each for each in reversed(ladder) if each.tier_id in held), None)
        if before is None or ladder.index(before) < ladder.index(tier):
            after = HeldTier(tier.tier_id, day, last_day(_or(grant.lasts, tier.lasts), day))
            changes.append(TierChange(tier.ladder, before.tier_id if before else None, after, day, TierCause.GIVEN))
    return tuple(changes)


def given_at_office(grants: Sequence[Grant], scene: Scene, rule: str, number: str, programme: Programme) -> Reaction:
    """What of these grants is head office's alone to give, wherever they were won or paid for: growth and tiers."""
    changes = granted(grants, scene.moment.day, rule, number, programme)
    growth = tuple(change for change in changes if change.unit == GROWTH)
    return Reaction(growth, tiers_granted(grants, scene, programme))


def given_at_counter(
    grants: Iterable[Grant], day: str, rule: str, number: str, programme: Programme
) -> tuple[Change, ...]:
    """What of these grants a till gives itself."""
    return tuple(change for change in granted(grants, day, rule, number, programme) if change.unit != GROWTH)


def uses(limits: Sequence[Limit], offer: str, day: str) -> dict[Unit, int]:
    """The counted rights for all that one use of an offer takes."""
    return {right_unit(offer, limit, day): 1 for limit in limits if limit.of == "all"}


def _given(
    gift: Gift,
    key: str,
    times: int,
    scene: Scene,
    programme: Programme,
    done: frozenset[str],
    shared: Mapping[Unit, int] | None,
) -> Reaction:
    day = scene.moment.day
    mark = f"{gift.id}:{key}"
    if times == 0 or mark in done or used_up(gift.id, gift.limits, day, done):
        return Reaction()
    wanted = uses(gift.limits, gift.id, day)
    if runs_short(wanted, shared):
        return Reaction(withheld=(gift.id,))
    changes = granted(gift.gives, day, gift.id, key, programme, times)
    tiers = tiers_granted(gift.gives, scene, programme)
    return Reaction(changes, tiers, done=marks(gift.id, gift.limits, day, key) | {mark}, shared=wanted)


def _times(gift: Gift, paid_minor: int) -> int:
    if paid_minor < gift.at_least_minor:
        return 0
    return paid_minor // gift.at_least_minor if gift.repeats and gift.at_least_minor else 1


def _calendar_key(occasion: str, scene: Scene) -> str | None:
    """The name of this day's occasion, or None where the day is none."""
    day, person = scene.moment.day, scene.person or Person()
    if occasion == "birthday_day":
        return day[:4] if is_birthday(person.birthday, day, "day") else None
    if occasion == "birthday_month":
        return day[:4] if is_birthday(person.birthday, day, "month") else None
    if occasion == "dates":
        return day[:4]
    if occasion == "week":
        return period_key("week", day)
    return {"month": day[:7], "quarter": period_key("quarter", day), "year": day[:4]}[occasion]


def _parts(grant: Grant, programme: Programme) -> list[tuple[Unit, Lasting, int]]:
    parts: list[tuple[Unit, Lasting, int]] = []
    if grant.coupon:
        declared = next(coupon for coupon in programme.coupons if coupon.id == grant.coupon)
        parts.append((coupon_unit(grant.coupon), _or(grant.lasts, declared.lasts), grant.count))
    if grant.entitlement:
        named = next(entitlement for entitlement in programme.entitlements if entitlement.id == grant.entitlement)
        parts.append((entitlement_unit(grant.entitlement), _or(grant.lasts, named.lasts), grant.count))
    if grant.draw:
        parts.append((spin_unit(grant.draw), grant.lasts, grant.count))
    if grant.pass_:
        sold = next(each for each in programme.passes if each.id == grant.pass_)
        parts.append((pass_unit(grant.pass_), _or(grant.lasts, sold.lasts), (sold.visits or 1) * grant.count))
    for unit, amount in ((POINTS, grant.points), (GROWTH, grant.growth), (BONUS, grant.bonus_minor)):
        if amount:
            parts.append((unit, _or(grant.lasts, _usual(unit, programme)), amount * grant.count))
    return parts


def _usual(unit: Unit, programme: Programme) -> Lasting:
    """How long points live when nothing else is said: as those earned by spending."""
    rule = programme.points_rule
    return rule.lasts if unit == POINTS and rule else Lasting()


def _or(said: Lasting, usual: Lasting) -> Lasting:
    return said if said != Lasting() else usual
