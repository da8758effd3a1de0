"""What a member may have besides goods, and what it takes and brings: worked out from what this till holds.

The programme's own rules decide (`programme.lifecycle`); the till only uses up what it holds a lease of, counted rights
included. What head office alone decides (tiers, what an action brings) is not posted here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.errors import Refused, Why
from app.domain.lease import Lease, Take, held, take
from app.domain.ledger import POINTS, Unit
from app.domain.member import MemberView
from app.domain.money import BASIS_POINTS, divide_half_up
from app.domain.programme.conditions import holds
from app.domain.programme.drawing import spin
from app.domain.programme.lifecycle.at_counter import at_counter
from app.domain.programme.lifecycle.facts import Fact, PassBought, PassUsed, Redeemed, Spent, Spun
from app.domain.programme.lifecycle.limits import marks_of_rights
from app.domain.programme.lifecycle.standing import HeldTier, Reaction, Standing
from app.domain.programme.model import ALWAYS, Condition, Draw, Limit, Membership, Names, Programme
from app.domain.programme.people import person_on, tiers_held
from app.domain.programme.rights import GROWTH, entitlement_unit, pass_unit, quota_unit, right_unit, spin_unit
from app.domain.programme.scene import Moment, Scene
from app.domain.value.facts import Service


@dataclass(frozen=True, slots=True)
class AtTill:
    """Who stands here, when, and what this till holds of their wallet and (`shared`) of the programme's own."""

    view: MemberView
    programme: Programme
    moment: Moment
    leases: tuple[Lease, ...]
    shared: tuple[Lease, ...] = ()

    def held(self, unit: Unit) -> int:
        """What may be used of a unit of the member's here today."""
        return held(self.leases, unit, self.moment.day)


@dataclass(frozen=True, slots=True)
class Offered:
    """One service: what it costs (points, minor units), how many the member has left, and why it may not be had now."""

    service: Service
    about: str
    names: Names
    points: int = 0
    price_minor: int = 0
    left: int | None = None
    is_trial: bool = False
    refused: Refused | None = None

    @property
    def key(self) -> tuple[Service, str, bool]:
        """What names it."""
        return self.service, self.about, self.is_trial


@dataclass(frozen=True, slots=True)
class Outcome:
    """What having it does to the wallets; `prize` is what a spin won."""

    taken: tuple[Take, ...] = ()
    brought: tuple[Take, ...] = ()
    shared: tuple[Take, ...] = ()
    prize: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """What every kind of service says of itself in the programme."""

    offered: Offered
    when: Condition = ALWAYS
    limits: tuple[tuple[str, Limit], ...] = ()
    unit: Unit | None = None


def services_of(at: AtTill) -> tuple[Offered, ...]:
    """Everything the programme offers a member besides goods, what can be had now in front."""
    offered = [_judged(rule, at) for rule in _rules(at)]
    return tuple(sorted(offered, key=lambda each: each.refused is not None))


def have(
    at: AtTill, service: Service, about: str, number: str, dice: int, *, is_trial: bool = False
) -> Outcome | Refused:
    """What having the service takes and brings, or why it may not be had; `dice` decides a spin."""
    wanted = (service, about, is_trial)
    rule = next((each for each in _rules(at) if each.offered.key == wanted), None)
    if rule is None:
        return Refused(Why.SERVICE_UNKNOWN)
    judged = _judged(rule, at)
    if judged.refused:
        return judged.refused
    prize = _prize(at, about, dice) if service is Service.DRAW else ""
    fact = _fact(rule, at.moment, number, prize)
    reaction = Reaction()
    if fact:
        reaction = at_counter(_open(at.programme), _standing(at), fact, _left(at.shared, at.moment.day))
    if reaction.withheld:
        return Refused(Why.SERVICE_NOT_NOW)
    return _outcome(rule, at, reaction, prize)


def _rules(at: AtTill) -> Iterable[_Rule]:
    programme = at.programme
    for thing in programme.redemptions:
        offered = Offered(Service.REDEMPTION, thing.id, thing.names, thing.points, thing.price_minor)
        yield _Rule(offered, thing.when, tuple((thing.id, limit) for limit in thing.limits))
    for bought in programme.points_for_tiers:
        tier = next(tier for tier in programme.tiers if tier.id == bought.tier)
        yield _Rule(Offered(Service.REDEMPTION, tier.id, tier.names, bought.points), bought.when)
    for entitlement in programme.entitlements:
        unit = entitlement_unit(entitlement.id)
        if at.view.total(unit):
            left = None if entitlement.unlimited else at.held(unit)
            offered = Offered(Service.ENTITLEMENT, entitlement.id, entitlement.names, left=left)
            yield _Rule(offered, entitlement.when, unit=unit)
    yield from _passes(at)
    for draw in programme.draws:
        if draw.kind == "raffle":
            yield from _tickets(draw, at)
        else:
            yield _draw(draw, at)
    for membership in programme.memberships:
        yield from _membership(membership, at)
    for action in programme.actions:
        if action.by_hand:
            limits = tuple((action.id, limit) for limit in action.limits)
            yield _Rule(Offered(Service.ACTION, action.id, action.names), action.when, limits)


def _passes(at: AtTill) -> Iterable[_Rule]:
    for each in at.programme.passes:
        unit = pass_unit(each.id)
        if at.view.total(unit):
            a_day = ((each.id, Limit(count=each.per_day, per="day")),) if each.per_day else ()
            left = at.held(unit) if each.visits else None
            yield _Rule(Offered(Service.PASS_USE, each.id, each.names, left=left), limits=a_day, unit=unit)
        yield _Rule(Offered(Service.PASS_SALE, each.id, each.names, price_minor=each.price_minor))


def _draw(draw: Draw, at: AtTill) -> _Rule:
    """A spin by right, else a free one of the period, else for points."""
    spins = at.held(spin_unit(draw.id))
    own = tuple((draw.id, limit) for limit in draw.limits)
    free = Limit(count=draw.free or 1, per=draw.free_per or "life")
    free_left = at.held(right_unit(f"{draw.id}-free", free, at.moment.day)) if draw.free else 0
    by_right = draw.kind == "entitlement"
    points = 0 if spins or free_left or by_right else draw.points
    unit = spin_unit(draw.id) if by_right else None
    left = spins + free_left if spins or free_left or by_right else None
    return _Rule(Offered(Service.DRAW, draw.id, draw.names, points, left=left), draw.when, own, unit)


def _tickets(draw: Draw, at: AtTill) -> Iterable[_Rule]:
    """A member's raffle tickets: to be seen here, drawn at head office."""
    if count := at.view.total(spin_unit(draw.id)):
        later = Refused(Why.SERVICE_DRAWN_LATER, {"day": draw.drawn_on})
        yield _Rule(Offered(Service.DRAW, draw.id, draw.names, left=count, refused=later))


def _membership(membership: Membership, at: AtTill) -> Iterable[_Rule]:
    held_ids = {tier.id for tier in tiers_held(at.view, at.programme)}
    shares = [each.pay_basis_points for each in membership.buyer_discounts if each.tier in held_ids]
    price = divide_half_up(membership.price_minor * min(shares, default=BASIS_POINTS), BASIS_POINTS)
    yield _Rule(Offered(Service.MEMBERSHIP, membership.id, membership.names, price_minor=price))
    if membership.trial and membership.tier not in held_ids:
        once = ((f"{membership.id}-trial", Limit(count=1)),)
        trial = Offered(
            Service.MEMBERSHIP, membership.id, membership.names, price_minor=membership.trial.price_minor, is_trial=True
        )
        yield _Rule(trial, limits=once)


def _judged(rule: _Rule, at: AtTill) -> Offered:
    return replace(rule.offered, refused=rule.offered.refused or _why_not(rule, at))


def _why_not(rule: _Rule, at: AtTill) -> Refused | None:
    scene = Scene(at.moment, person_on(at.view, at.programme, at.moment.day))
    if not holds(rule.when, scene, at.programme):
        return Refused(Why.SERVICE_NOT_NOW)
    for name, limit in rule.limits:
        leases = at.shared if limit.of == "all" else at.leases
        unit = right_unit(name, limit, at.moment.day)
        if not held(leases, unit, at.moment.day):
            known = any(lease.unit == unit for lease in leases)
            return Refused(Why.SERVICE_USED_UP if known else Why.SERVICE_NEEDS_LEASE)
    if rule.unit and not at.held(rule.unit):
        return _elsewhere(rule.unit, 1) if at.view.total(rule.unit) else Refused(Why.SERVICE_NONE_LEFT)
    missing = rule.offered.points - at.held(POINTS)
    if missing > 0:
        elsewhere = at.view.total(POINTS) >= rule.offered.points
        return _elsewhere(POINTS, missing) if elsewhere else Refused(Why.POINTS_SHORT, {"missing": missing})
    return None


def _elsewhere(unit: Unit, missing: int) -> Refused:
    """So much of a unit would have to come here first."""
    return Refused(Why.SERVICE_ELSEWHERE, {"unit": unit, "missing": missing})


def _fact(rule: _Rule, moment: Moment, number: str, prize: str) -> Fact | None:
    """What the programme's rules hear of it; None for what head office alone decides."""
    about = rule.offered.about
    match rule.offered.service:
        case Service.REDEMPTION:
            return Redeemed(number, moment, about)
        case Service.ENTITLEMENT:
            return Spent(number, moment, entitlement_unit(about), 1)
        case Service.PASS_USE:
            return PassUsed(number, moment, about)
        case Service.PASS_SALE:
            return PassBought(number, moment, about)
        case Service.DRAW:
            return Spun(number, moment, about, prize)
        case _:
            return None


def _prize(at: AtTill, about: str, dice: int) -> str:
    draw = next(each for each in at.programme.draws if each.id == about)
    left = {prize.id: held(at.shared, quota_unit(draw.id, prize.id), at.moment.day) for prize in draw.prizes}
    won = spin(draw, left, dice)
    return won.id if won else ""


def _standing(at: AtTill) -> Standing:
    """The member as the rules see them: what this till holds, and of every limit only what it may use."""
    member, day = at.view.member, at.moment.day
    counts = {right_unit(name, limit, day): limit.count for rule in _rules(at) for name, limit in rule.limits}
    counts |= {unit: limit.count for unit, limit in _free_spins(at)}
    gone = {unit: max(0, count - at.held(unit)) for unit, count in counts.items()}
    return Standing(
        joined_on=member.joined_on if member else "",
        birthday=member.birthday if member else "",
        tiers={tier.ladder: HeldTier(tier.tier_id, "") for tier in tiers_held(at.view, at.programme)},
        lots={(lease.unit, lease.lot): lease.held for lease in at.leases if lease.held > 0},
        done=marks_of_rights(gone, "elsewhere"),
    )


def _free_spins(at: AtTill) -> Iterable[tuple[Unit, Limit]]:
    for draw in at.programme.draws:
        if draw.free:
            limit = Limit(count=draw.free, per=draw.free_per or "life")
            yield right_unit(f"{draw.id}-free", limit, at.moment.day), limit


def _open(programme: Programme) -> Programme:
    """The programme without the conditions of services: they were judged by what the till knows of the person."""
    return replace(
        programme,
        redemptions=tuple(replace(each, when=ALWAYS) for each in programme.redemptions),
        points_for_tiers=tuple(replace(each, when=ALWAYS) for each in programme.points_for_tiers),
        draws=tuple(replace(each, when=ALWAYS) for each in programme.draws),
    )


def _left(leases: Sequence[Lease], day: str) -> Mapping[Unit, int]:
    return {lease.unit: held(leases, lease.unit, day) for lease in leases}


def _outcome(rule: _Rule, at: AtTill, reaction: Reaction, prize: str) -> Outcome:
    day = at.moment.day
    taken = [Take(each.unit, each.lot, -each.amount) for each in reaction.changes if each.amount < 0]
    brought = [Take(each.unit, each.lot, each.amount) for each in reaction.changes if each.amount > 0]
    for unit in _rights_used(rule, at, reaction):
        taken += take(at.leases, unit, 1, day)
    wanted = dict(reaction.shared)
    if not reaction.shared:
        wanted = {right_unit(name, limit, day): 1 for name, limit in rule.limits if limit.of == "all"}
    shared = [part for unit, count in wanted.items() for part in take(at.shared, unit, count, day)]
    # Growth is never leased: head office posts it with the tier.
    return Outcome(tuple(taken), tuple(part for part in brought if part.unit != GROWTH), tuple(shared), prize)


def _rights_used(rule: _Rule, at: AtTill, reaction: Reaction) -> Iterable[Unit]:
    day = at.moment.day
    yield from (right_unit(name, limit, day) for name, limit in rule.limits if limit.of == "member")
    for unit, _ in _free_spins(at):
        before = f"{unit.removeprefix('right:').replace(':', '@', 1)}:"
        if any(mark.startswith(before) for mark in reaction.done):
            yield unit
