"""Two members are one person: what one person is given once, and these two were each given, goes back of the second.

It goes back as far as it is there; what was used was the member's to use.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.domain.programme.lifecycle.facts import FriendCame, Joined
from app.domain.programme.lifecycle.standing import Change, Reaction, Standing, Why
from app.domain.programme.model import Action, CashBack, Gift, Limit, Programme, Referral, Tier
from app.domain.programme.rights import entitlement_unit

# What gave something, and the fact or occasion it was given for.
Given = tuple[str, str]

_GIVEN = (Why.GIFT, Why.ACTION)
_NO_GIFTS = frozenset({"message", "privilege", "brought", "friend", "trial"})


def given_twice(programme: Programme | None, mine: Standing, theirs: Standing, day: str) -> Reaction:
    """What `theirs` loses when it ends in `mine`, on `day`.

    Gifts of the same occasion (welcome, birthday of a year, first purchase, a tier both hold, a friend's arrival),
    entitlements of a tier for the same period, and what is beyond a member's limits.
    """
    twice = {*_of_one_occasion(mine, theirs), *_as_friends(mine, theirs)}
    if programme is not None:
        twice |= {*_of_gifts(programme, mine, theirs), *_of_tiers(programme, mine, theirs)}
        twice |= set(_beyond_limits(programme, mine, theirs, twice))
    taken = (*_taken(theirs, twice, day), *_privileges(mine, theirs, day))
    return Reaction(taken, undone=frozenset(mark for mark in theirs.done if _is_of(mark, twice)))


def friends_rewarded(standing: Standing, friend: str) -> frozenset[str]:
    """The referrals for which a member was rewarded for this friend (wallet)."""
    marks = (mark.split(":", 2) for mark in standing.done if mark.startswith("friend:"))
    return frozenset(referral for _, referral, whom in marks if whom == friend)


def _of_one_occasion(mine: Standing, theirs: Standing) -> Iterable[Given]:
    """The same gift for the same occasion: a welcome, the birthday of a year, a month."""
    for mark in mine.done & theirs.done:
        rule, _, key = mark.partition(":")
        if "@" not in rule and rule not in _NO_GIFTS:
            yield rule, key


def _as_friends(mine: Standing, theirs: Standing) -> Iterable[Given]:
    for fact in theirs.history:
        if isinstance(fact, FriendCame) and fact.as_friend and f"brought:{fact.referral}" in mine.done & theirs.done:
            yield fact.referral, fact.number


def _of_gifts(programme: Programme, mine: Standing, theirs: Standing) -> Iterable[Given]:
    """Whoever was welcomed is welcomed no more; and there is one first purchase, whichever gifts it brought."""
    is_welcomed = any(isinstance(fact, Joined) for fact in mine.history)
    has_first = any(_keys(mine, gift) for gift in programme.gifts if gift.on == "first_purchase")
    for gift in programme.gifts:
        if (gift.on == "join" and is_welcomed) or (gift.on == "first_purchase" and has_first):
            yield from ((gift.id, key) for key in _keys(theirs, gift))


def _of_tiers(programme: Programme, mine: Standing, theirs: Standing) -> Iterable[Given]:
    """Both rose into a tier and are there or above: one of them has risen."""
    for gift in (each for each in programme.gifts if each.on == "tier"):
        for tier in programme.tiers:
            keys = [key for key in _keys(theirs, gift) if key.startswith(f"{tier.id}:")]
            had = any(key.startswith(f"{tier.id}:") for key in _keys(mine, gift))
            if had and keys and _holds(programme, mine, tier) and _holds(programme, theirs, tier):
                yield gift.id, max(keys)


def _holds(programme: Programme, standing: Standing, tier: Tier) -> bool:
    """This tier, or a higher one of its ladder."""
    ladder = [each.tier_id for each in programme.tiers if each.ladder == tier.ladder]
    held = standing.tiers.get(tier.ladder)
    return held is not None and held.tier in ladder[ladder.index(tier.tier_id) :]


def _beyond_limits(programme: Programme, mine: Standing, theirs: Standing, twice: set[Given]) -> Iterable[Given]:
    """The last of what `theirs` was given, as many as both together are beyond what a member may have."""
    order = {fact.number: place for place, fact in enumerate(theirs.history)}
    for rule, limits in _limited(programme):
        for limit in (each for each in limits if each.of == "member"):
            for before in {_period(mark) for mark in theirs.done if mark.startswith(f"{rule}@{limit.per}:")}:
                first = _numbers(mine, before)
                more = {each for each in _numbers(theirs, before) - first if (rule, each) not in twice}
                surplus = len(first) + len(more) - limit.count
                last = sorted(more, key=lambda each: order.get(each, 0))[-surplus:] if surplus > 0 else ()
                yield from ((rule, each) for each in last)


def _limited(programme: Programme) -> Iterable[tuple[str, Sequence[Limit]]]:
    """What gives by itself and says how often."""
    backs = (each for each in programme.promotions if isinstance(each, CashBack))
    rules: tuple[Gift | Referral | Action | CashBack, ...] = (
        *programme.gifts,
        *programme.referrals,
        *programme.actions,
        *backs,
    )
    yield from ((rule.id, rule.limits) for rule in rules)


def _period(mark: str) -> str:
    """`gift@year:2026:` of `gift@year:2026:s1`."""
    rule, period, _ = mark.split(":", 2)
    return f"{rule}:{period}:"


def _numbers(standing: Standing, before: str) -> set[str]:
    return {mark.removeprefix(before) for mark in standing.done if mark.startswith(before)}


def _keys(standing: Standing, gift: Gift) -> list[str]:
    """The occasions on which it was given."""
    return [mark.partition(":")[2] for mark in standing.done if mark.startswith(f"{gift.id}:")]


def _is_of(mark: str, given: set[Given]) -> bool:
    rule, _, rest = mark.partition(":")
    if "@" not in rule:
        return (rule, rest) in given
    return (rule.partition("@")[0], rest.partition(":")[2]) in given


def _taken(theirs: Standing, twice: set[Given], day: str) -> Iterable[Change]:
    """What these gave: by the origin of its lots; what lies in lots with others by its moves.

    Each is named like the gift it takes away, so that who undoes that fact later finds nothing left of it.
    """
    left = dict(theirs.lots)
    for rule, key in sorted(twice):
        origin = f"{rule}:{key}" if key else rule
        gave = [move for move in theirs.moves if (move.rule, move.number) == (rule, key) and move.why in _GIVEN]
        moved = [(move.unit, move.lot, move.amount, move.why, move.day) for move in gave if move.lot.origin != origin]
        made = [(unit, lot, n, Why.GIFT, day) for (unit, lot), n in theirs.lots.items() if lot.origin == origin]
        for unit, lot, amount, why, when in (*made, *moved):
            part = min(amount, left.get((unit, lot), 0))
            if part > 0:
                left[unit, lot] -= part
                yield Change(unit, lot, -part, why, when, rule, key)


def _privileges(mine: Standing, theirs: Standing, day: str) -> Iterable[Change]:
    """Entitlements that a tier brought both for the same period."""
    both: defaultdict[tuple[str, str], int] = defaultdict(int)
    for mark in mine.done & theirs.done:
        kind, _, rest = mark.partition(":")
        if kind == "privilege":
            name, key, _ = rest.split(":")
            both[name, key] += 1
    for (unit, lot), amount in theirs.lots.items():
        for (name, key), count in both.items():
            if unit == entitlement_unit(name) and lot.origin == f"tier:{name}:{key}" and amount > 0:
                yield Change(unit, lot, -min(amount, count), Why.GIFT, day, name, key)
