"""Members without end, deterministic by seed: names, phones, birthdays, cards, tiers and balances that look real.

The same seed, count, day and programme give the same people, byte for byte. A million take a few seconds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from math import exp
from random import Random

from app.cli.demo.holders import Holder, OwnedLot
from app.cli.demo.lots import PRINCIPAL_LOT, bonus_lot, points_lots
from app.cli.demo.names import given_name, surnames
from app.cli.demo.numbers import MEMBER_PREFIX, STORED_VALUE_PREFIX, card_number, phone_number
from app.cli.demo.special import FIRST_ORDINARY_SERIAL, SPECIAL_MEMBERS, special_holders, special_phone
from app.domain.ids import MemberId, TierId, WalletId, uuid7
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.member import Card, CardState, Member
from app.domain.programme.features import takes_value
from app.domain.programme.model import MeasureLine, Programme, Tier

MEASURE = "spend"

_DAYS_IN_TRADE = 7 * 365
_BATCH = 1_000
_DAY_MS = 86_400_000
_ANONYMOUS_EVERY = 50
_YOUNGEST, _USUAL_AGE, _OLDEST = 16, 36, 76
_BIRTHDAY_KNOWN = 0.86
_ELSEWHERE_SHARE = 0.04
_TOP_UPS_MINOR = (20_000, 20_000, 30_000, 50_000, 50_000, 100_000, 200_000)
_PREPAID_BY_RANK = (0.22, 0.55, 0.8)
_SECOND_CARD = 0.03
_NOT_ACTIVE = ((0.992, CardState.LOST), (0.986, CardState.FROZEN))


@dataclass(frozen=True, slots=True)
class _Times:
    """Everything that depends on the day, worked out once. `iso` are dates, the last one today."""

    today: date
    first_ms: int
    iso: tuple[str, ...]
    bonus: tuple[Lot, ...]
    points: tuple[Lot, ...]


def people(count: int, *, seed: int, today: str, programme: Programme) -> Iterator[Holder]:
    """`count` members as of the ISO date `today`, and an anonymous card for every fifty; the special ones first."""
    everyone = _everyone(count, seed, today, programme)
    return everyone if takes_value(programme) else map(_without_value, everyone)


def _without_value(holder: Holder) -> Holder:
    return replace(holder, lots=tuple(owned for owned in holder.lots if owned.unit not in {PRINCIPAL, BONUS}))


def _everyone(count: int, seed: int, today: str, programme: Programme) -> Iterator[Holder]:
    yield from special_holders(today, programme)
    chance = Random(seed)
    times = _times(date.fromisoformat(today), programme)
    tiers = _tier_lines(programme)
    ordinary = max(0, count - SPECIAL_MEMBERS)
    for start in range(0, ordinary, _BATCH):
        family_names = surnames(chance, min(_BATCH, ordinary - start))
        for index, family_name in enumerate(family_names, start):
            # In the order of joining, ever more of them as the shop grew.
            joined = int(_DAYS_IN_TRADE * (index / ordinary) ** 0.7)
            yield _person(chance, index, family_name, joined, times, tiers)
            if index % _ANONYMOUS_EVERY == 0:
                yield _anonymous(chance, index // _ANONYMOUS_EVERY, joined, times)


def _times(today: date, programme: Programme) -> _Times:
    first = today - timedelta(days=_DAYS_IN_TRADE)
    return _Times(
        today=today,
        first_ms=int(datetime(first.year, first.month, first.day, 4, tzinfo=UTC).timestamp() * 1000),
        iso=tuple((first + timedelta(days=day)).isoformat() for day in range(_DAYS_IN_TRADE + 1)),
        bonus=tuple(bonus_lot(today - timedelta(days=30 * month)) for month in range(11)),
        points=points_lots(programme.points_rule, today),
    )


def _tier_lines(programme: Programme) -> Sequence[tuple[int, TierId]]:
    """By rank: the spend that reaches a tier; tiers that spend does not reach are nobody's."""
    lines = [
        (min((line.at_least or 0 for line in _enter_lines(tier) if line.measure == MEASURE), default=0), tier.tier_id)
        for tier in programme.tiers
        if not tier.enter or any(line.measure == MEASURE for line in _enter_lines(tier))
    ]
    return sorted(lines, key=lambda line: line[0])


def _enter_lines(tier: Tier) -> Sequence[MeasureLine]:
    return tier.enter.measures if tier.enter else ()


def _person(
    chance: Random,
    index: int,
    family_name: str,
    joined: int,
    times: _Times,
    tiers: Sequence[tuple[int, TierId]],
) -> Holder:
    made_at = times.first_ms + joined * _DAY_MS + index % _DAY_MS // 4
    member_id = MemberId(uuid7(made_at, chance.randbytes(10)))
    wallet = WalletId(uuid7(made_at, chance.randbytes(10)))
    visited = _last_visit(chance, joined)
    spend = _spend(chance, visited - joined)
    rank, tier = _tier(tiers, spend)
    phone = phone_number(FIRST_ORDINARY_SERIAL + index, chance.random())
    member = Member(
        id=member_id,
        wallet=wallet,
        name=family_name + given_name(chance),
        phone=phone if phone not in _SPECIAL_PHONES else f"139{phone[3:]}",
        tier=tier,
        birthday=_birthday(chance, times.today.year),
        joined_on=times.iso[joined],
        last_visit_on=times.iso[visited],
        measures={MEASURE: spend},
    )
    return Holder(wallet, member, _cards(chance, index, wallet, member_id), _lots(chance, rank, spend, visited, times))


_SPECIAL_PHONES = frozenset(special_phone(number) for number in range(1, SPECIAL_MEMBERS + 1))


def _last_visit(chance: Random, joined: int) -> int:
    """The day of the last visit: most were here within weeks, some have stayed away for years."""
    since = chance.expovariate(1 / 40) if chance.random() < 0.72 else chance.expovariate(1 / 420)
    return max(joined, _DAYS_IN_TRADE - int(since))


def _spend(chance: Random, days: int) -> int:
    """Twelve months' spend in minor units, a multiple of 10: median about 900 yuan, a few above 8 000."""
    full_year = exp(chance.gauss(6.8, 1.05)) * 100
    return int(full_year * min(1.0, 0.1 + days / 365)) // 10 * 10


def _tier(tiers: Sequence[tuple[int, TierId]], spend: int) -> tuple[int, TierId | None]:
    rank, tier = 0, None
    for number, (at_least, tier_id) in enumerate(tiers):
        if spend >= at_least:
            rank, tier = number, tier_id
    return rank, tier


def _birthday(chance: Random, year: int) -> str:
    """An ISO date, or empty where the member has not told it; most are around forty."""
    if chance.random() >= _BIRTHDAY_KNOWN:
        return ""
    age = int(chance.triangular(_YOUNGEST, _OLDEST, _USUAL_AGE))
    return date.fromordinal(date(year - age, 1, 1).toordinal() + int(chance.random() * 365)).isoformat()


def _cards(chance: Random, index: int, wallet: WalletId, member: MemberId) -> tuple[Card, ...]:
    first = card_number(MEMBER_PREFIX, 2 * index + FIRST_ORDINARY_SERIAL)
    roll = chance.random()
    if roll < _SECOND_CARD:
        second = card_number(MEMBER_PREFIX, 2 * index + 1 + FIRST_ORDINARY_SERIAL)
        state = CardState.REPLACED if roll < _SECOND_CARD / 2 else CardState.ACTIVE
        return (Card(first, wallet, member, state), Card(second, wallet, member))
    state = next((state for above, state in _NOT_ACTIVE if roll >= above), CardState.ACTIVE)
    return (Card(first, wallet, member, state),)


def _lots(chance: Random, rank: int, spend: int, visited: int, times: _Times) -> tuple[OwnedLot, ...]:
    lots: list[OwnedLot] = []
    part = chance.random() if chance.random() < _ELSEWHERE_SHARE else 1.0
    if chance.random() < _PREPAID_BY_RANK[min(rank, len(_PREPAID_BY_RANK) - 1)]:
        topped_up = _TOP_UPS_MINOR[int(chance.random() * len(_TOP_UPS_MINOR))]
        left = chance.random()
        lots.append(_owned(PRINCIPAL, PRINCIPAL_LOT, int(topped_up * left) // 10 * 10, part))
        if topped_up >= 50_000 and visited > _DAYS_IN_TRADE - 300:
            lot = times.bonus[int(chance.random() * len(times.bonus))]
            lots.append(_owned(BONUS, lot, int(topped_up * left) // 1_000 * 100, part))
    lots.extend(_points(chance, spend, visited, times, part))
    return tuple(owned for owned in lots if owned.total)


def _points(chance: Random, spend: int, visited: int, times: _Times, part: float) -> Iterator[OwnedLot]:
    """A point a yuan, some of them spent again; who has not been here this year has none of this year's."""
    left = spend // 100
    for lot in times.points:
        if times.iso[visited] >= lot.available_on:
            amount = int(left * chance.random())
            left -= amount
            yield _owned(POINTS, lot, amount, part)


def _owned(unit: Unit, lot: Lot, total: int, part: float) -> OwnedLot:
    return OwnedLot(unit, lot, total, total if part == 1.0 else int(total * part))


def _anonymous(chance: Random, index: int, joined: int, times: _Times) -> Holder:
    wallet = WalletId(uuid7(times.first_ms + joined * _DAY_MS, chance.randbytes(10)))
    card = Card(card_number(STORED_VALUE_PREFIX, FIRST_ORDINARY_SERIAL + index), wallet, None)
    value = (10_000, 20_000, 50_000)[int(chance.random() * 3)]
    left = int(value * chance.random()) // 100 * 100
    return Holder(wallet, None, (card,), (OwnedLot(PRINCIPAL, PRINCIPAL_LOT, left, left),) if left else ())
