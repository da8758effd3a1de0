"""Figures about members and what is owed to them: counts and rates of a window, liabilities of today."""

import json
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Kind
from app.domain.ledger import Place, is_members
from app.domain.sale.body import sale_from_body
from app.domain.sale.facts import Sale
from sync.office.services.world import World
from sync.office.storage.schema import accounts, journal, members

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """Since an ISO day: `active` members bought, `repeating` of them more than once. Money in minor units."""

    since: str
    members: int
    joined: int
    active: int
    repeating: int
    sales: int
    member_sales: int
    member_sales_minor: int

    @property
    def conversion_percent(self) -> int:
        """The share of sales that were a member's."""
        return _share(self.member_sales, self.sales)

    @property
    def repeat_percent(self) -> int:
        """The share of active members who came again."""
        return _share(self.repeating, self.active)

    @property
    def average_order_minor(self) -> int:
        """What a member's sale came to."""
        return self.member_sales_minor // self.member_sales if self.member_sales else 0


@dataclass(frozen=True, slots=True)
class Liability:
    """What is owed of a unit, and to how many wallets; at the tills and at head office together."""

    unit: str
    amount: int
    wallets: int


@dataclass(frozen=True, slots=True)
class MemberReport:
    """Read, nothing changed."""

    world: World

    def members(self, since: str) -> MemberFigures:
        """Counts and rates from the ISO day `since` on."""
        return self.world.database.read(lambda connection: _figures(connection, since))

    def liabilities(self) -> tuple[Liability, ...]:
        """By unit: stored value, points, coupons, passes, entitlements, tickets; counted rights are no debt."""
        return self.world.database.read(_liabilities)


def _figures(connection: Connection, since: str) -> MemberFigures:
    query = select(journal.c.payload).where(journal.c.kind == Kind.SALE.value, journal.c.business_date >= since)
    bought, sales, member_minor = Counter[str](), 0, 0
    for row in connection.execute(query.execution_options(yield_per=_AT_ONCE)):
        sale = _sale(row.payload)
        if sale is None:
            continue
        sales += 1
        if sale.member is not None and sale.member.member is not None:
            bought[sale.member.wallet] += 1
            member_minor += sale.total_minor
    count = select(func.count()).select_from(members)
    return MemberFigures(
        since=since,
        members=connection.execute(count).scalar_one(),
        joined=connection.execute(count.where(members.c.joined_on >= since)).scalar_one(),
        active=len(bought),
        repeating=sum(times > 1 for times in bought.values()),
        sales=sales,
        member_sales=bought.total(),
        member_sales_minor=member_minor,
    )


def _liabilities(connection: Connection) -> tuple[Liability, ...]:
    query = (
        select(accounts.c.unit, accounts.c.wallet, accounts.c.place, accounts.c.balance)
        .where(accounts.c.balance > 0, accounts.c.wallet.not_like("programme:%"), accounts.c.unit.not_like("right:%"))
        .execution_options(yield_per=_AT_ONCE)
    )
    amounts, wallets = Counter[str](), dict[str, set[str]]()
    for row in connection.execute(query):
        if is_members(Place(row.place)):
            amounts[row.unit] += int(row.balance)
            wallets.setdefault(row.unit, set()).add(row.wallet)
    return tuple(Liability(unit, amounts[unit], len(wallets[unit])) for unit in sorted(amounts))


def _sale(payload: bytes) -> Sale | None:
    try:
        return sale_from_body(json.loads(payload)["body"])
    except (BrokenPromiseError, KeyError, ValueError):
        return None


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0
