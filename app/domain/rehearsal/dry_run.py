"""Real sales played again under a draft of the programme: what it would have cost, and moved. Nothing is written.

A sale is priced from the facts it carries: a member price stands in it only where it was given. It is paid the way that
paid most of it. Goods have no cost price there: a margin is known of those whose cost is told besides.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.basket import ManualPrice
from app.domain.catalogue import Measure, Product
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot, Unit
from app.domain.money import MILLI, extend
from app.domain.pricing import PricedBasket, price
from app.domain.programme.lifecycle.facts import Bought, Fact, Paid, Returned, ReturnedLine, ToppedUp
from app.domain.programme.lifecycle.nightly import nights
from app.domain.programme.lifecycle.standing import Reaction, Standing
from app.domain.programme.model import Programme
from app.domain.programme.reasons import ReasonCode
from app.domain.programme.scene import Moment
from app.domain.rehearsal.counter import basket_of
from app.domain.rehearsal.shop import Shop
from app.domain.sale.earned import lines_of
from app.domain.sale.facts import Refund, Sale, SaleLine

MOST_BASKETS = 10


@dataclass(frozen=True, slots=True)
class ChangedBasket:
    """A sale whose price would have been another one (minor units)."""

    sale: str
    was_minor: int
    would_be_minor: int


@dataclass(frozen=True, slots=True)
class Margin:
    """What goods of a known cost price sold for, would have sold for, and had cost; what all goods sold for besides.

    Minor units with tax.
    """

    was_minor: int = 0
    would_be_minor: int = 0
    cost_minor: int = 0
    of_all_minor: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What the draft would have changed. Money in minor units.

    `discount_minor` is what it would have given beyond what was given, `points` and `stored_value_minor` what members
    would have more of, `moved` how many members would be in another tier: (from, to), empty = none. `margin` is None
    where no cost price is known.
    """

    sales: int = 0
    members: int = 0
    discount_minor: int = 0
    points: int = 0
    stored_value_minor: int = 0
    moved: Mapping[tuple[str, str], int] = field(default_factory=dict)
    baskets: tuple[ChangedBasket, ...] = ()
    margin: Margin | None = None


class DryRun:
    """Hears what happened, in its order, and counts. `costs`: minor units a piece or kilogram by product, if known."""

    def __init__(self, draft: Programme, costs: Mapping[str, int] | None = None) -> None:
        self._draft, self._costs, self._margin = draft, costs or {}, Margin()
        self._people: dict[str, Standing] = {}
        self._used: Mapping[Unit, int] = {}
        self._changed: list[ChangedBasket] = []
        self._sales = self._discount_minor = self._points = self._value_minor = 0

    def knows(self, who: str) -> bool:
        """Whether this member has been heard of."""
        return who in self._people

    def meet(self, who: str, standing: Standing) -> None:
        """A member as they stood before the first of what happened."""
        self._people[who] = standing

    def standing(self, who: str) -> Standing:
        """The member under the draft."""
        return self._people.get(who, Standing())

    def sold(self, sale: Sale, moment: Moment) -> PricedBasket:
        """A sale, priced again."""
        who = sale.member.wallet if sale.member and sale.member.member else ""
        shop = self._shop(who, moment)
        basket = basket_of(shop, who, (), moment.day)
        for line in sale.lines:
            basket = basket.add(_product(line), line.quantity_milli)
            if line.approval is not None and line.quantity_milli:
                each = ManualPrice(line.net_minor * MILLI // line.quantity_milli, line.approval)
                basket = basket.with_manual_price(basket.lines[-1].id, each)
        priced = price(basket, self._draft, moment, shop.left(moment.day))
        self._sales += 1
        self._weigh(sale, priced)
        change = sale.total_minor - priced.goods_minor
        self._discount_minor += change
        if change:
            self._changed.append(ChangedBasket(sale.id, sale.total_minor, priced.goods_minor))
        if who:
            self._hear(shop, who, _bought(sale, priced, moment))
            self._points -= sale.points
        return priced

    def refunded(self, refund: Refund, moment: Moment) -> None:
        """Goods came back: the same share of what they would have cost."""
        who = refund.wallet or ""
        known = (fact for fact in self.standing(who).history if isinstance(fact, Bought) and fact.number == refund.sale)
        bought = next(known, None)
        if bought is None:
            return
        lines = tuple(
            ReturnedLine(line.number - 1, min(line.amount_minor, bought.lines[line.number - 1].net_minor))
            for line in refund.lines
            if line.number <= len(bought.lines)
        )
        self._hear(self._shop(who, moment), who, Returned(refund.id, moment, refund.sale, lines))
        self._points += refund.points

    def topped_up(self, who: str, fact: ToppedUp, credited_minor: int) -> None:
        """Stored value was bought; `credited_minor` is what was given for it."""
        self._hear(self._shop(who, fact.moment), who, fact)
        self._value_minor -= credited_minor

    def figures(self, tiers_now: Mapping[str, str]) -> Figures:
        """The outcome; `tiers_now` are the main tiers that the members hold in truth, by the names they are met by."""
        moved: Counter[tuple[str, str]] = Counter()
        for who, standing in self._people.items():
            held = standing.tiers.get("main")
            way = (tiers_now.get(who, ""), str(held.tier) if held else "")
            if way[0] != way[1]:
                moved[way] += 1
        largest = sorted(self._changed, key=lambda each: (-abs(each.was_minor - each.would_be_minor), each.sale))
        return Figures(
            sales=self._sales,
            members=len(self._people),
            discount_minor=self._discount_minor,
            points=self._points,
            stored_value_minor=self._value_minor,
            moved=dict(sorted(moved.items())),
            baskets=tuple(largest[:MOST_BASKETS]),
            margin=self._margin if self._costs else None,
        )

    def _weigh(self, sale: Sale, priced: PricedBasket) -> None:
        """What the goods had cost whose cost is known, beside what they sold for and would have."""
        costs, before = self._costs, self._margin
        known = [line for line in sale.lines if line.product in costs]
        would_be = (line.net_minor for line in priced.lines if line.line.product.id in costs)
        self._margin = Margin(
            before.was_minor + sum(line.net_minor for line in known),
            before.would_be_minor + sum(would_be),
            before.cost_minor + sum(extend(costs[line.product], line.quantity_milli) for line in known),
            before.of_all_minor + sale.total_minor,
        )

    def _shop(self, who: str, moment: Moment) -> Shop:
        """The shop with this one member in it, every night up to now worked."""
        shop = Shop(self._draft, {who: self._people[who]} if who in self._people else {}, self._used)
        if who in self._people:
            standing, reaction = nights(self._draft, self._people[who], moment.day, shop.left(moment.day))
            self._count(reaction)
            shop = replace(shop, people={who: standing}, used=_added(shop.used, reaction.shared))
        return shop

    def _hear(self, shop: Shop, who: str, fact: Fact) -> None:
        shop, reaction = shop.hears(who, fact)
        self._people[who], self._used = shop.standing(who), shop.used
        self._count(reaction)

    def _count(self, reaction: Reaction) -> None:
        for change in reaction.changes:
            if change.unit == POINTS:
                self._points += change.amount
            elif change.unit in (PRINCIPAL, BONUS):
                self._value_minor += change.amount


def standing_before(standing: Standing, day: str) -> Standing:
    """The member as they stood when `day` began, as far as history tells: points and growth, tiers, purchases."""
    moves = tuple(move for move in standing.moves if move.day < day)
    lots: Counter[tuple[Unit, Lot]] = Counter()
    for move in moves:
        lots[move.unit, move.lot] += move.amount
    tier_history = tuple(change for change in standing.tier_history if change.day < day)
    tiers = {change.ladder: change.after for change in tier_history}
    return replace(
        standing,
        lots={key: amount for key, amount in lots.items() if amount > 0},
        history=tuple(fact for fact in standing.history if fact.moment.day < day),
        moves=moves,
        tier_history=tier_history,
        tiers={ladder: held for ladder, held in tiers.items() if held is not None},
        nights_through=min(standing.nights_through, day),
    )


def _bought(sale: Sale, priced: PricedBasket, moment: Moment) -> Bought:
    """The purchase under the draft, with the coupons and rights that its price would have used up."""
    kinds, spent, shared = Counter[str](), Counter[Unit](), Counter[Unit]()
    for tender in sale.tenders:
        kinds[tender.kind] += tender.amount_minor
    for spend in priced.spends:
        spent[spend.unit] += spend.amount
    for spend in priced.shared_spends:
        shared[spend.unit] += spend.amount
    return Bought(
        sale.id,
        moment,
        lines_of(priced),
        tuple(Paid(kind, priced.total_minor) for kind, _ in kinds.most_common(1)),
        coupons=tuple(unit.removeprefix("coupon:") for unit in sorted(spent.elements()) if unit.startswith("coupon:")),
        rights={unit: count for unit, count in spent.items() if unit.startswith("right:")},
        shared=dict(shared),
    )


def _product(line: SaleLine) -> Product:
    """The article as the sale's line tells of it."""
    given = [reason for reason in line.reasons if reason.code is ReasonCode.MEMBER_PRICE]
    off = sum(reason.amount_minor for reason in given)
    member_price = line.unit_price_minor + off * MILLI // line.quantity_milli if given and line.quantity_milli else None
    return Product(
        line.product,
        line.name,
        line.unit_price_minor,
        Measure(line.measure),
        gtin=line.gtin,
        category=line.category,
        goods_class=line.goods_class,
        member_price_minor=member_price,
        tax_rate_basis_points=line.tax_rate_basis_points,
    )


def _added(used: Mapping[Unit, int], more: Mapping[Unit, int]) -> Mapping[Unit, int]:
    sums = Counter(used)
    sums.update(more)
    return sums
