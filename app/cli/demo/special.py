"""The people that the tour, the documents and the tests know by name; they come before all others."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.cli.demo.belongings import belongings, bought_tier, due, pets, shared_rights
from app.cli.demo.holders import Holder, OwnedLot
from app.cli.demo.lots import PRINCIPAL_LOT, bonus_lot, points_lots
from app.cli.demo.numbers import MEMBER_PREFIX, STORED_VALUE_PREFIX, card_number
from app.cli.demo.standing import standing_under
from app.domain.ids import CardNumber, MemberId, WalletId, uuid7
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import Card, CardState, DueFollowUp, Member, TierHeld
from app.domain.programme.model import Accrual, Programme

ZHANG_SAN = card_number(MEMBER_PREFIX, 1)
LI_SI = card_number(MEMBER_PREFIX, 2)
WANG_WU_FROZEN = card_number(MEMBER_PREFIX, 3)
ZHAO_LIU_REPLACED = card_number(MEMBER_PREFIX, 4)
ZHAO_LIU = card_number(MEMBER_PREFIX, 5)
SHAN_XIONG = card_number(MEMBER_PREFIX, 6)
SUN_YUE_BIRTHDAY = card_number(MEMBER_PREFIX, 7)
WU_JING_DORMANT = card_number(MEMBER_PREFIX, 8)
QIAN_QI_LOST = card_number(MEMBER_PREFIX, 9)
LONG_NAME = card_number(MEMBER_PREFIX, 10)
ANONYMOUS_100 = card_number(STORED_VALUE_PREFIX, 1)
ANONYMOUS_EMPTY = card_number(STORED_VALUE_PREFIX, 2)

SPECIAL_MEMBERS = 9
FIRST_ORDINARY_SERIAL = 101
_ID_EPOCH_MS = 1_546_300_800_000  # 2019-01-01, before anyone else joined


def special_phone(number: int) -> str:
    """The telephone number of the n-th special member: 13800001111, 13800002222, …"""
    return f"1380000{str(number % 10) * 4}"


def special_holders(today: str, programme: Programme) -> tuple[Holder, ...]:
    """All of them, as of the ISO date `today`, and the programme's own wallet."""
    return (*_special_members(today, programme), *_anonymous_cards(), *shared_rights(programme, today))


def _special_members(today: str, programme: Programme) -> Iterable[Holder]:
    day, points, member = date.fromisoformat(today), programme.points_rule, partial(_member, programme, today)
    yield member(
        1,
        "张三",
        {ZHANG_SAN: CardState.ACTIVE},
        spend_minor=386_000,
        birthday="1988-05-20",
        last_visit_on=_ago(day, 6),
        lots=(
            OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 50_000, 50_000),
            OwnedLot(BONUS, bonus_lot(day - timedelta(days=60)), 5_000, 5_000),
            *_points(points, day, 980, 300),
            *belongings(programme, day),
        ),
        follow_ups=due(programme, _ago(day, 1)),
        tags=frozenset({"常客"}),
    )
    # Most of what 李四 owns lies at head office or another till.
    yield member(
        2,
        "李四",
        {LI_SI: CardState.ACTIVE},
        spend_minor=72_050,
        birthday="1995-11-03",
        last_visit_on=_ago(day, 21),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 50_000, 12_000), *_points(points, day, 320, 0)),
    )
    yield member(
        3,
        "王五",
        {WANG_WU_FROZEN: CardState.FROZEN},
        spend_minor=45_800,
        birthday="1979-02-14",
        last_visit_on=_ago(day, 48),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 30_000, 30_000),),
    )
    yield member(
        4,
        "赵六",
        {ZHAO_LIU_REPLACED: CardState.REPLACED, ZHAO_LIU: CardState.ACTIVE},
        spend_minor=251_290,
        birthday="1984-09-09",
        last_visit_on=_ago(day, 2),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 18_660, 18_660), *_points(points, day, 640, 410)),
    )
    # Read shàn here, dān elsewhere: found as sx and as dx.
    yield member(
        5,
        "单雄",
        {SHAN_XIONG: CardState.ACTIVE},
        spend_minor=19_840,
        birthday="1991-07-01",
        last_visit_on=_ago(day, 12),
        lots=_points(points, day, 198, 0),
    )
    yield member(
        6,
        "孙悦",
        {SUN_YUE_BIRTHDAY: CardState.ACTIVE},
        spend_minor=188_000,
        birthday=f"1992-{today[5:]}",
        last_visit_on=_ago(day, 30),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 9_250, 9_250), *_points(points, day, 1_105, 0)),
    )
    yield member(
        7,
        "吴静",
        {WU_JING_DORMANT: CardState.ACTIVE},
        spend_minor=64_000,
        birthday="1969-12-30",
        last_visit_on=_ago(day, 430),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 86_000, 86_000),),
    )
    yield member(
        8,
        "钱七",
        {QIAN_QI_LOST: CardState.LOST},
        spend_minor=33_300,
        birthday="",
        last_visit_on=_ago(day, 75),
        lots=(OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 12_000, 12_000),),
    )
    yield member(
        9,
        "古丽娜尔·艾山",
        {LONG_NAME: CardState.ACTIVE},
        spend_minor=1_268_400,
        birthday="1986-03-21",
        last_visit_on=_ago(day, 1),
        lots=(
            OwnedLot(PRINCIPAL, PRINCIPAL_LOT, 238_800, 238_800),
            OwnedLot(BONUS, bonus_lot(day - timedelta(days=20)), 20_000, 20_000),
            *_points(points, day, 12_684, 2_350),
        ),
        more_tiers=bought_tier(programme, day),
    )


def _anonymous_cards() -> Iterable[Holder]:
    for number, card, amount in ((1, ANONYMOUS_100, 10_000), (2, ANONYMOUS_EMPTY, 0)):
        wallet = WalletId(_id(3, number))
        lots = (OwnedLot(PRINCIPAL, PRINCIPAL_LOT, amount, amount),) if amount else ()
        yield Holder(wallet, None, (Card(card, wallet, None),), lots)


def _member(
    programme: Programme,
    today: str,
    number: int,
    name: str,
    cards: dict[CardNumber, CardState],
    *,
    spend_minor: int,
    birthday: str,
    last_visit_on: str,
    lots: tuple[OwnedLot, ...],
    follow_ups: tuple[DueFollowUp, ...] = (),
    tags: frozenset[str] = frozenset(),
    more_tiers: tuple[TierHeld, ...] = (),
) -> Holder:
    member_id, wallet = MemberId(_id(1, number)), WalletId(_id(2, number))
    member = Member(
        id=member_id,
        wallet=wallet,
        name=name,
        phone=special_phone(number),
        tier=None,
        birthday=birthday,
        joined_on="2019-06-01",
        last_visit_on=last_visit_on,
        follow_ups=follow_ups,
        tags=tags,
        fields=pets(programme),
        more_tiers=more_tiers,
    )
    opened_by = tuple(Card(card, wallet, member_id, state) for card, state in cards.items())
    holder = Holder(wallet, member, opened_by, lots)
    return replace(holder, member=standing_under(programme, holder, spend_minor, today))


def _points(rule: Accrual | None, day: date, this_year: int, last_year: int) -> tuple[OwnedLot, ...]:
    amounts = ((year, amount) for year, amount in ((0, this_year), (1, last_year)) if amount)
    lots = points_lots(rule, day)
    return tuple(OwnedLot(POINTS, lots[year], amount, amount) for year, amount in amounts if year < len(lots))


def _ago(day: date, days: int) -> str:
    return (day - timedelta(days=days)).isoformat()


def _id(sort: int, number: int) -> str:
    return uuid7(_ID_EPOCH_MS + number, bytes([sort]) + bytes(9))
