"""Looks through all plans of later offers for a total below the best found, until none is left or the effort is spent.

A plan is closed when its lightest way comes to no less than the best. Where its needs are not met by that way, the ways
that could meet them are weighed with a price on each need (Lagrange) and, if that does not do, gone through.
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple

from app.domain.pricing.graph import Edge, Graph, Weights
from app.domain.pricing.levels import Level, levels_of
from app.domain.pricing.live import BASKET
from app.domain.pricing.patience import A_PLAN, A_STATE, A_WAY
from app.domain.pricing.plans import SCALE, Line, Need, Plan
from app.domain.pricing.settle import Settler
from app.domain.pricing.sums import SumOffer
from app.domain.pricing.walk import PRICE_STEPS, Price, State, Walk, Watched, edges_of

_MOST_PLANS = 1_500
_MOST_SWEPT = 300_000
_MOST_STATES = 30_000
_MOST_STATES_OF_ONE = 10_000
_MOST_TRIED = 400
_MOST_PIECES_TRIED = 24_000
"""A way of few pieces is quickly worked out, so more of them may be."""
_FEW, _SOON, _MANY = 6, 400, 1_500

Evaluate = Callable[[Sequence[Edge], Plan], int]
"""Works a way out under a plan, keeps it if it is the best so far, and says what the best now comes to."""


Instead = tuple[str, frozenset[int], bool, bool]
"""The group, the goods, and whether it keeps away from pieces that served others: of such offers one takes them all."""


class Ahead(NamedTuple):
    """An offer (by number) that can still be used: on which kinds, how, and the most that `each` way can bring.

    It is used `instead` of others that say the same there.
    """

    number: int
    free: frozenset[int]
    levels: tuple[Level, ...]
    each: tuple[int, ...]
    most: int
    instead: Instead


class Open(NamedTuple):
    """A plan that an outline has left open, below what it cannot come, the price (in steps) on a need that says so."""

    plan: Plan
    bound_minor: int
    need: int
    step: int


class Proof:
    """`run` says below what no allowed combination can come."""

    def __init__(
        self, graph: Graph, sums: Sequence[SumOffer], best_minor: int, evaluate: Evaluate, *, is_outline: bool = False
    ) -> None:
        self._graph, self._sums, self._evaluate = graph, sums, evaluate
        self._patience = graph.effort.patience
        self._best = self._floor = best_minor
        self._plans, self._states = _MOST_PLANS, _MOST_STATES
        self._tried = max(_MOST_TRIED, _MOST_PIECES_TRIED // max(1, len(graph.layers)))
        self._known: dict[tuple[Graph, frozenset[int], int], Ahead | None] = {}
        self._is_outline = is_outline
        self._settler = Settler(sums, self._try)
        self.open: list[Open] = []

    def run(self) -> int:
        """Go through all plans."""
        self._node(self._nothing)
        return min(self._floor, self._best)

    def close(self, plans: Sequence["Open"]) -> int:
        """Go through those plans only which an outline of the same basket has left open."""
        for each in sorted(plans, key=lambda each: each.bound_minor):
            if each.bound_minor >= self._best:
                break
            plan = self._nothing
            for use in each.plan.uses:
                offer = self._sums[use.number]
                plan = plan.after(use.number, offer, plan.free_for(use.number, offer), use.level, self._best)
            weights = plan.weights
            least = plan.graph.least(weights)
            can_be = all(map(self._can_be_met, plan.needs, repeat(plan.graph)))
            if can_be and plan.bound_minor(least[0][0]) < self._best:
                self._close(plan, weights, least, each)
        return min(self._floor, self._best)

    @property
    def _nothing(self) -> Plan:
        return Plan(self._graph, tuple(Line() for _ in self._graph.kinds))

    def _node(self, plan: Plan, known: Sequence[Need] = ()) -> None:
        """This plan and all that go on from it; `known` are needs that can be met."""
        if not all(each in known or self._can_be_met(each, plan.graph) for each in plan.needs):
            return
        weights = plan.weights
        least = plan.graph.least(weights)
        weight = least[0][0]
        more = self._next(plan)
        # Of offers of one group on the same goods one is used.
        best_of: dict[Instead, int] = {}
        for ahead in more:
            best_of[ahead.instead] = max(ahead.most, best_of.get(ahead.instead, 0))
        at_most = sum(best_of.values())
        if plan.bound_minor(weight - at_most * SCALE) >= self._best:
            return
        self._plans -= 1
        self._patience.spend(A_PLAN)
        if self._plans < 0 or self._graph.effort.edges > _MOST_SWEPT:
            self._floor = min(self._floor, plan.bound_minor(weight - at_most * SCALE))
            return
        if plan.bound_minor(weight) < self._best:
            self._close(plan, weights, least)
        for ahead in more:
            offer = self._sums[ahead.number]
            if self._came_sooner(offer, plan):
                continue
            for level, most in zip(ahead.levels, ahead.each, strict=True):
                if plan.bound_minor(weight - (at_most - best_of[ahead.instead] + most) * SCALE) < self._best:
                    self._node(plan.after(ahead.number, offer, ahead.free, level, self._best), plan.needs)

    def _next(self, plan: Plan) -> list["Ahead"]:
        """The offers that can still be used."""
        used = {use.number for use in plan.uses}
        last = plan.uses[-1] if plan.uses else None
        in_coupons = last is not None and self._sums[last.number].live.step != BASKET
        found: list[Ahead] = []
        for number, offer in enumerate(self._sums):
            if number in used or (in_coupons and offer.live.step == BASKET):
                continue
            ahead = self._ahead(plan.graph, plan.free_for(number, offer), number)
            if ahead:
                found.append(ahead)
        return found

    def _came_sooner(self, offer: SumOffer, plan: Plan) -> bool:
        """Two offers that share no goods come to the same in either order, so only one order is looked at."""
        if not plan.uses:
            return False
        last = self._sums[plan.uses[-1].number]
        return not offer.mask & last.mask and offer.live.order < last.live.order

    def _ahead(self, graph: Graph, free: frozenset[int], number: int) -> "Ahead | None":
        key = (graph, free, number)
        if key not in self._known:
            heights = [(height, one) for height, one, kinds in graph.heights if not kinds.isdisjoint(free)]
            reach, dearest = sum(height for height, _ in heights), max((one for _, one in heights), default=0)
            levels = tuple(levels_of(self._sums[number], reach, dearest))
            each = tuple(level.most(reach) for level in levels)
            offer = self._sums[number]
            instead = (offer.live.group, free, offer.wants_untouched, offer.live.offer.exclusive)
            self._known[key] = Ahead(number, free, levels, each, max(each), instead) if each else None
        return self._known[key]

    def _close(self, plan: Plan, weights: Weights, least: Sequence[Sequence[int]], left: "Open | None" = None) -> None:
        """Whatever this plan can make of any way that could beat the best is worked out, or its bound noted.

        `left`: how an outline has left it.
        """
        way = plan.graph.lightest(weights, least)
        unmet = [need for need in plan.needs if need.of(way) < need.at_least]
        if not unmet:
            self._try(way, plan)
        plan = plan.tightened(self._best)
        if plan.bound_minor(least[0][0]) >= self._best:
            return
        watched = [each for need in plan.needs if (each := self._watched(plan.graph, need))]
        far = max(unmet, key=lambda need: need.at_least - need.of(way), default=None)
        if left:
            price = self._priced(plan, plan.needs[left.need], left.step, weights) if left.step else None
        else:
            price = self._price_on(far, plan, weights) if far else None
        bound = plan.bound_minor(price.bound if price else least[0][0])
        if bound >= self._best:
            return
        if self._is_outline:
            self.open.append(Open(plan, bound, plan.needs.index(far) if far else 0, price.step if price else 0))
        elif not self._go_through(plan, weights, least, watched, price, far if left else None, bound):
            self._floor = min(self._floor, bound)

    def _try(self, way: Sequence[Edge], plan: Plan) -> int:
        self._tried -= 1
        self._patience.spend(A_WAY)
        self._best = self._evaluate(way, plan)
        return self._best

    def _can_be_met(self, need: Need, graph: Graph) -> bool:
        return -graph.least(need.weights.negative())[0][0] >= need.at_least

    def _watched(self, graph: Graph, need: Need) -> Watched | None:
        least = graph.least(need.weights)
        if least[0][0] >= need.at_least:
            return None
        return Watched(need, least, graph.least(need.weights.negative()))

    def _price_on(self, need: Need, plan: Plan, weights: Weights) -> Price:
        """The price on a need under which the lightest way says most of what meeting it costs."""
        step, best = PRICE_STEPS, Price(need, 0, weights, (), 0)
        low, high = 0, 4 * PRICE_STEPS
        for _ in range(6):
            price = self._priced(plan, need, step, weights)
            best = max(best, price, key=lambda each: each.bound)
            if plan.bound_minor(best.bound) >= self._best:
                break
            way = plan.graph.lightest(price.weights, price.least)
            if need.of(way) >= need.at_least:
                high = step
                if not self._is_outline:
                    self._try(way, plan)
            else:
                low = step
            step = (low + high) // 2 if high - low > 1 else 0
            if not step:
                break
        return best

    def _priced(self, plan: Plan, need: Need, step: int, weights: Weights) -> Price:
        priced = weights.times(PRICE_STEPS).plus(need.weights.times(-step))
        least = plan.graph.least(priced)
        return Price(need, step, priced, least, (least[0][0] + step * need.at_least) // PRICE_STEPS)

    def _go_through(
        self,
        plan: Plan,
        weights: Weights,
        least: Sequence[Sequence[int]],
        watched: Sequence[Watched],
        price: Price | None,
        far: Need | None,
        bound: int,
    ) -> bool:
        """Every way that could meet the needs and come to less than the best; False where these are too many.

        The most promising ones come first: the better they are, the fewer are left. A price that an outline has put on
        a need is only looked at again where many are.
        """
        walk, left = Walk(plan, weights, least, watched, price), max(self._states // 2, _MOST_STATES_OF_ONE)
        # A short walk takes less than to find all sums, a long one more.
        if self._is_through(walk, plan, left, _FEW) or self._is_through(walk, plan, _SOON):
            return True
        if self._settler.settle(plan, weights, self._best):
            return True
        if bound >= self._floor:
            # Another plan that was too much has left a lower bound: nothing would be told by more effort here.
            return False
        if self._is_through(walk, plan, _MANY if far else left):
            return True
        if far:
            better = self._price_on(far, plan, weights)
            price = better if price is None else max(price, better, key=lambda each: each.bound)
            return self._is_through(Walk(plan, weights, least, watched, price), plan, left)
        return False

    def _is_through(self, walk: Walk, plan: Plan, most: int, width: int = 0) -> bool:
        is_whole = True
        states: dict[int, list[State]] = {0: [walk.start()]}
        left = min(self._states, most)
        for number in range(len(plan.graph.layers)):
            states, made = walk.on(number, states, self._best, left)
            self._states, left = self._states - made, left - made
            self._patience.spend(A_STATE * made)
            if left < 0:
                return False
            if width and max(map(len, states.values()), default=0) > width:
                states, is_whole = walk.narrowed(states, width), False
        for state in sorted(states.get(0, ()), key=lambda each: (each.weight, each.uses)):
            if plan.bound_minor(state.weight) >= self._best:
                break
            if self._tried < 0:
                return False
            self._try(edges_of(state.path), plan)
        return is_whole
