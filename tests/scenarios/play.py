"""Plays a scenario in a rehearsed shop and says where the story and the shop differ."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from app.domain.basket import Wishes
from app.domain.catalogue import Product
from app.domain.ids import ProductId
from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL, Unit
from app.domain.money import MILLI, format_minor
from app.domain.pets import Pet
from app.domain.programme.lifecycle.facts import (
    Acted,
    Adjusted,
    CardTaken,
    Fact,
    FollowedUp,
    FriendCame,
    Joined,
    MembershipBought,
    PassBought,
    PassUsed,
    RaffleWon,
    Redeemed,
    Spent,
    TierSet,
    ToppedUp,
)
from app.domain.programme.lifecycle.follow_ups import follow_ups_due
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.measuring import measured
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import Programme, name_in
from app.domain.programme.progress import IDENTIFIED, Missing, progress_of
from app.domain.programme.rights import GROWTH, coupon_unit, entitlement_unit, pass_unit, spin_unit
from app.domain.programme.scene import Moment, Scene
from app.domain.rehearsal.counter import REST, Outcome, Wanted, buy, give_back, spin_wheel
from app.domain.rehearsal.shop import Shop
from tests.scenarios.form import Goods, Scenario, Step, Then


@dataclass(slots=True)
class Play:
    """One scenario on its way: the shop, and the numbers of named purchases and actions."""

    shop: Shop
    numbers: dict[str, str] = field(default_factory=dict)


def differences(scenario: Scenario, programme: Programme) -> list[str]:
    """Where the story does not hold; empty for a good one."""
    play = Play(Shop(programme))
    wrong: list[str] = []
    for number, step in enumerate(scenario.step, start=1):
        moment = Moment(step.on, step.at, step.shop, step.channel)
        play.shop = play.shop.night_before(moment)
        outcome = Outcome()
        for _ in range(step.times):
            outcome = _DOES[step.does](play, step, moment)
        if step.name:
            play.numbers[step.name] = outcome.number
        standing = play.shop.standing(step.who)
        place = f"step {number} ({step.on}, {step.who} {step.does} {step.what})"
        wrong += [f"{place}: {words}" for words in _unlike(step.then, outcome, standing, programme, step.on)]
    return wrong


def _joins(play: Play, step: Step, moment: Moment) -> Outcome:
    person = Standing(
        birthday=step.birthday,
        kind=step.kind,
        gender=step.gender,
        identified=step.identified,
        tags=step.tags,
        fields={**step.fields, **_pets(step)},
    )
    play.shop = play.shop.with_standing(step.who, person)
    return _told(play, step, Joined(play.shop.next_number(), moment))


def _pets(step: Step) -> dict[str, str]:
    pets = (Pet(str(number), name) for number, name in enumerate(step.pets))
    return {key: text for pet in pets for key, text in pet.as_fields().items()}


def _buys(play: Play, step: Step, moment: Moment) -> Outcome:
    wanted = [Wanted(_product(goods), goods.pieces * MILLI, goods.note) for goods in step.goods]
    pays = {kind: REST if amount == "rest" else amount for kind, amount in step.pays.items()}
    wishes = Wishes(step.points, frozenset(step.uses), step.declines, step.fees)
    play.shop, outcome = buy(play.shop, step.who, wanted, pays, moment, wishes)
    return outcome


def _returns(play: Play, step: Step, moment: Moment) -> Outcome:
    lines = {step.line - 1: step.amount}
    play.shop, outcome = give_back(play.shop, step.who, play.numbers[step.of], lines, moment)
    return outcome


def _spins(play: Play, step: Step, moment: Moment) -> Outcome:
    draw = next(each for each in play.shop.programme.draws if each.id == step.what)
    before = sum(prize.weight for prize in draw.prizes[: [prize.id for prize in draw.prizes].index(step.prize)])
    play.shop, outcome = spin_wheel(play.shop, step.who, draw, before, moment)
    return outcome


def _brings(play: Play, step: Step, moment: Moment) -> Outcome:
    """Both sides hear of it: who brought, and, where they are named, the friend."""
    outcome = _told(play, step, FriendCame(play.shop.next_number(), moment, step.what, friend=step.friend))
    if step.friend:
        number = play.shop.next_number()
        play.shop, _ = play.shop.hears(step.friend, FriendCame(number, moment, step.what, as_friend=True))
    return outcome


def _fact(make: Callable[[Play, Step, str, Moment], Fact]) -> Callable[[Play, Step, Moment], Outcome]:
    return lambda play, step, moment: _told(play, step, make(play, step, play.shop.next_number(), moment))


def _told(play: Play, step: Step, fact: Fact) -> Outcome:
    play.shop, reaction = play.shop.hears(step.who, fact)
    return Outcome(fact.number, None, reaction)


def _nothing(_play: Play, _step: Step, _moment: Moment) -> Outcome:
    return Outcome()


_DOES: dict[str, Callable[[Play, Step, Moment], Outcome]] = {
    "joins": _joins,
    "takes a card": _fact(lambda _play, _step, number, at: CardTaken(number, at)),
    "buys": _buys,
    "returns": _returns,
    "tops up": _fact(lambda _play, step, number, at: ToppedUp(number, at, step.amount)),
    "buys membership": _fact(lambda _play, step, number, at: MembershipBought(number, at, step.what, step.trial)),
    "acts": _fact(
        lambda play, step, number, at: Acted(number, at, step.what, step.number, play.numbers.get(step.takes_back, ""))
    ),
    "buys a pass": _fact(lambda _play, step, number, at: PassBought(number, at, step.what)),
    "uses a pass": _fact(lambda _play, step, number, at: PassUsed(number, at, step.what)),
    "redeems": _fact(lambda _play, step, number, at: Redeemed(number, at, step.what)),
    "spins": _spins,
    "wins the raffle": _fact(lambda _play, step, number, at: RaffleWon(number, at, step.what, step.prize)),
    "ticks off": _fact(lambda _play, step, number, at: Spent(number, at, entitlement_unit(step.what), 1)),
    "is followed up": _fact(
        lambda play, step, number, at: FollowedUp(
            number, at, ":".join(filter(None, (step.what, play.numbers[step.of], *step.pets)))
        )
    ),
    "brings a friend": _brings,
    "is set to tier": _fact(
        lambda _play, step, number, at: TierSet(number, at, step.ladder, step.what, step.reason, step.approver)
    ),
    "is adjusted": _fact(
        lambda _play, step, number, at: Adjusted(number, at, step.what, step.number, step.reason, step.approver)
    ),
    "nothing": _nothing,
}


def _product(goods: Goods) -> Product:
    return Product(
        ProductId(goods.name),
        goods.name,
        goods.price,
        category=goods.category,
        goods_class=goods.class_,
        brand=goods.brand,
        member_price_minor=goods.member_price,
    )


def _unlike(then: Then, outcome: Outcome, standing: Standing, programme: Programme, day: str) -> Iterator[str]:
    expected = then.model_dump(exclude_unset=True)
    for name, should in expected.items():
        found = _LOOKS[name](outcome, standing, programme, day, should)
        if found != should:
            yield f"{name} should be {should}, is {found}"


def _held(unit_of: Callable[[str], Unit]) -> Callable[..., object]:
    def look(_outcome: Outcome, standing: Standing, _programme: Programme, day: str, should: object) -> object:
        assert isinstance(should, dict)
        return {name: standing.usable(unit_of(name), day) for name in should}

    return look


def _usable(unit: Unit) -> Callable[..., object]:
    return lambda _outcome, standing, _programme, day, _should: standing.usable(unit, day)


def _tier(_outcome: Outcome, standing: Standing, *_rest: object) -> object:
    held = standing.tiers.get("main")
    return held.tier if held else ""


def _tiers(_outcome: Outcome, standing: Standing, _programme: Programme, _day: str, should: dict[str, str]) -> object:
    return {ladder: standing.tiers[ladder].tier if ladder in standing.tiers else "" for ladder in should}


def _earned(outcome: Outcome, *_rest: object) -> object:
    return sum(change.amount for change in outcome.reaction.changes if change.unit == POINTS)


def _reasons(outcome: Outcome, *_rest: object) -> object:
    lines = outcome.priced.lines if outcome.priced else ()
    return tuple(sorted({reason.offer for line in lines for reason in line.reasons}))


def _progress(_outcome: Outcome, standing: Standing, programme: Programme, day: str, _should: object) -> object:
    """Each way to the next tier, such as `黑卡: 近12个月消费次数 3`."""
    ahead = progress_of(programme, Scene(Moment(day), person_of(standing, programme, day)))
    if ahead is None:
        return ()
    tier = name_in(ahead.tier.names, "zh_CN")
    return tuple(f"{tier}: " + " + ".join(_words(missing, programme) for missing in way) for way in ahead.ways)


def _words(missing: Missing, programme: Programme) -> str:
    if missing.measure == IDENTIFIED:
        return "实名认证"
    measure = next(each for each in programme.measures if each.id == missing.measure)
    amount = format_minor(missing.missing) if measure.is_money else str(missing.missing)
    return f"{name_in(measure.names, 'zh_CN')} {amount}"


def _gains(outcome: Outcome, _standing: object, _programme: object, _day: object, should: dict[str, int]) -> object:
    changes = outcome.reaction.changes
    return {unit: sum(change.amount for change in changes if change.unit == unit) for unit in should}


_LOOKS: dict[str, Callable[..., object]] = {
    "total": lambda outcome, *_: outcome.priced and outcome.priced.total_minor,
    "saving": lambda outcome, *_: outcome.priced and outcome.priced.saving_minor,
    "lines": lambda outcome, *_: outcome.priced and tuple(line.net_minor for line in outcome.priced.lines),
    "reasons": _reasons,
    "tier": _tier,
    "tiers": _tiers,
    "tier_until": lambda _outcome, standing, *_: standing.tiers["main"].until,
    "points": _usable(POINTS),
    "earned": _earned,
    "growth": _usable(GROWTH),
    "owed_points": _usable(POINTS_DEBT),
    "principal": _usable(PRINCIPAL),
    "bonus": lambda _outcome, standing, *_: standing.total(BONUS),
    "bonus_usable": _usable(BONUS),
    "coupons": _held(coupon_unit),
    "entitlements": _held(entitlement_unit),
    "spins": _held(spin_unit),
    "passes": _held(pass_unit),
    "measures": lambda _outcome, standing, programme, day, should: {
        name: measured(programme, standing, day)[name] for name in should
    },
    "messages": lambda outcome, *_: tuple(note.message for note in outcome.reaction.notes),
    "withheld": lambda outcome, *_: outcome.reaction.withheld,
    "fees": lambda outcome, *_: {fee.fee.id: fee.net_minor for fee in outcome.priced.fees},
    "gains": _gains,
    "changes": lambda outcome, *_: len(outcome.reaction.changes),
    "progress": _progress,
    "segments": lambda _outcome, standing, programme, day, _should: tuple(
        sorted(person_of(standing, programme, day).segments)
    ),
    "told": lambda _outcome, standing, *_: tuple(
        sorted({mark.split(":")[1] for mark in standing.done if mark.startswith("message:")})
    ),
    "follow_ups": lambda _outcome, standing, programme, day, _should: tuple(
        f"{due.pet}: {due.follow_up}" if due.pet else due.follow_up for due in follow_ups_due(programme, standing, day)
    ),
    "won": lambda outcome, *_: outcome.won,
    "refused": lambda outcome, *_: bool(outcome.reaction.withheld),
}
