"""A plan: which later offers are used, in which order and at which step. Under a plan the total is a weighted sum.

Every piece weighs what is left of its price after the plan's shares; amounts off are constants; what has to be reached
for them is a need. So a plan's bound is the lightest way through the graph, and no other way under the plan is cheaper.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.money import BASIS_POINTS
from app.domain.pricing.graph import Edge, Graph, Weights, weight_of
from app.domain.pricing.levels import Level
from app.domain.pricing.live import COUPON
from app.domain.pricing.sums import SumOffer

SCALE = 10**8
"""What a cent weighs: two shares one after the other are still whole numbers."""
_TIGHTENED = 3
"""So often is a constant looked at again: each time it is known better which ways matter."""


class Need(NamedTuple):
    """What a way must weigh at least for an offer's step."""

    weights: Weights
    at_least: int

    def of(self, way: Sequence[Edge]) -> int:
        """What this way weighs for it."""
        return sum(weight_of(edge, self.weights) for edge in way)


class Constant(NamedTuple):
    """What a plan takes off whatever the way: the amount, and of which kinds.

    `bears`: what its goods cost when it was taken off, by which it is shared over them.
    """

    off_minor: int
    kinds: frozenset[int]
    is_sure: bool
    bears: Weights


class Line(NamedTuple):
    """What has happened to the pieces of one kind: who took them, and what a cent of price, of undo, of sums weighs."""

    price: int = SCALE
    undo: int = 0
    besides: int = SCALE
    is_at_list: bool = False
    taken: tuple[int, ...] = ()
    groups: frozenset[str] = frozenset()
    is_promoted: bool = False
    is_couponed: bool = False
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """An offer (by number) of the plan at a level, on pieces of these kinds."""

    number: int
    level: Level
    kinds: frozenset[int]

    @property
    def is_even(self) -> bool:
        """Whether it treats all its pieces alike."""
        return self.level.piece_minor is None


class Plan(NamedTuple):
    """The uses so far and what they make of each kind. `is_regular`: the total depends on sums by kind alone.

    `constant` is what is taken off whatever the way, at most, rounding included.
    """

    graph: Graph
    lines: tuple[Line, ...]
    uses: tuple[Use, ...] = ()
    constants: tuple[Constant, ...] = ()
    needs: tuple[Need, ...] = ()
    shares: int = 0
    is_regular: bool = True
    constant: int = 0

    def free_for(self, number: int, offer: SumOffer) -> frozenset[int]:
        """The kinds that the offer would take now."""
        kinds = self.graph.kinds
        group, exclusive, untouched = offer.live.group, offer.live.offer.exclusive, offer.wants_untouched
        return frozenset(
            kind
            for kind, line in enumerate(self.lines)
            if kinds[kind] >> number & 1
            and not line.is_barred
            and group not in line.groups
            and not (untouched and line.is_promoted)
            and not (exclusive and line.is_couponed)
        )

    def after(self, number: int, offer: SumOffer, free: frozenset[int], level: Level, best_minor: int) -> "Plan":
        """The plan with one more use; only what comes to less than `best_minor` is of interest."""
        lines = list(self.lines)
        at_list = not offer.live.offer.on_tier_price
        for kind in free if at_list else ():
            if not lines[kind].is_at_list:
                lines[kind] = lines[kind]._replace(undo=SCALE, is_at_list=True)
        needs = self.needs
        if level.at_least_minor:
            needs = (*needs, self._need(lines, free, level.at_least_minor))
        if level.up_to_minor is not None:
            needs = (*needs, self._limit(lines, free, level.up_to_minor))
        is_share = level.pay_basis_points != BASIS_POINTS
        constants = self.constants
        if level.off_minor:
            bears = self._weights_of(lines, free, least=True)
            constants = (*constants, Constant(level.off_minor, free, level.is_sure, bears))
        for kind in free:
            lines[kind] = _taken(lines[kind], number, offer, level.pay_basis_points)
        overlaps = any(use.kinds & free and not (use.is_even and use.kinds <= free) for use in self.uses)
        plan = self._replace(
            lines=tuple(lines),
            uses=(*self.uses, Use(number, level, free)),
            constants=constants,
            needs=needs,
            shares=self.shares + is_share,
            is_regular=self.is_regular and level.is_sure and not overlaps,
        )
        if level.piece_minor is not None:
            plan = plan._with_targets(level.piece_minor, level.times, best_minor)
        return plan._replace(constant=plan._taken_off(None))

    def tightened(self, best_minor: int) -> "Plan":
        """The plan with less of a constant, as far as ways are concerned that come to less than the best."""
        plan = self
        for _ in range(_TIGHTENED):
            constant = plan._taken_off((best_minor - 1) * SCALE + plan.constant)
            if constant >= plan.constant:
                break
            plan = plan._replace(constant=constant)
        return plan

    def _with_targets(self, piece_minor: int, times: int, best_minor: int) -> "Plan":
        """The last use sets some pieces to a price: any pieces of its goods, for the dearest bring no less."""
        free = self.uses[-1].kinds
        before = [use for use in self.uses[:-1] if use.kinds & free]
        targets = self.graph.with_targets(free, piece_minor, times)
        height = sum(height for height, _, _ in self.graph.heights)
        # Whoever pays less than the best has goods that cost no more than this before amounts off.
        high = (
            best_minor
            + sum(each.off_minor for each in self.constants)
            + times * max((one for _, one, _ in self.graph.heights), default=0)
        )
        base = max(1, min(height, height if self.shares else high))
        lines = list(self.lines)
        for kind in sorted(free):
            line = self.lines[kind]
            # An amount off that the piece has borne is not taken off again.
            mine = [each for each in self.constants if kind in each.kinds and each.is_sure]
            price = sum(each.off_minor * line.price // base for each in mine)
            undo = sum(each.off_minor * line.undo // base for each in mine if each.bears.undo[kind])
            lines.append(line._replace(price=price, undo=undo, besides=SCALE))
        slack = Constant(times * len(before), frozenset(), False, self.weights)
        constants = (*self.constants, slack) if before else self.constants
        return self._replace(
            graph=targets,
            lines=tuple(lines),
            constants=tuple(each._replace(bears=_with_targets(each.bears, free, targets)) for each in constants),
            needs=tuple(each._replace(weights=_with_targets(each.weights, free, targets)) for each in self.needs),
            is_regular=self.is_regular and not before and not self.graph.shares_among(free),
        )

    def _need(self, lines: Sequence[Line], free: frozenset[int], at_least_minor: int) -> Need:
        before = sum(self._borne(each, free) for each in self.constants if each.is_sure and each.kinds & free)
        # Each share before it was rounded, by half a cent at most.
        at_least = at_least_minor * SCALE + before - self.shares * SCALE // 2
        return Need(self._weights_of(lines, free, least=False), at_least)

    def _limit(self, lines: Sequence[Line], free: frozenset[int], up_to_minor: int) -> Need:
        """The same the other way round: what is not above a limit is not below its negative."""
        before = sum(each.off_minor * SCALE for each in self.constants if each.kinds & free)
        at_least = -up_to_minor * SCALE - before - self.shares * SCALE // 2
        return Need(self._weights_of(lines, free, least=True).negative(), at_least)

    def _weights_of(self, lines: Sequence[Line], kinds: frozenset[int], *, least: bool) -> Weights:
        """What the pieces of these kinds cost now; of what is shared with other kinds the least or the most."""
        price = tuple([line.price if kind in kinds else 0 for kind, line in enumerate(lines)])
        undo = tuple([line.undo if kind in kinds else 0 for kind, line in enumerate(lines)])
        besides = [line.besides if kind in kinds else 0 for kind, line in enumerate(lines)]
        return Weights(price, undo, tuple([each.of(besides, least=least) for each in self.graph.shared]))

    def _taken_off(self, room: int | None) -> int:
        """What the constants take off at most of ways that weigh no more than `room`, rounding included."""
        if not self.shares:
            return sum([each.off_minor for each in self.constants]) * SCALE
        return sum([each.off_minor * self._factor(each, room) for each in self.constants]) + self.shares * SCALE // 2

    def _factor(self, constant: Constant, room: int | None) -> int:
        """What a cent of it still counts at most: a share of goods is a share of what these bear of it as well."""
        left = {kind: self._left_of(constant, kind) for kind in constant.kinds}
        most, least = max(left.values(), default=SCALE), min(left.values(), default=SCALE)
        if most == least:
            return most
        inside, outside = self._parts(constant, frozenset(kind for kind in left if left[kind] == least), room)
        return -(-(least * inside + most * outside) // (inside + outside))

    def _left_of(self, constant: Constant, kind: int) -> int:
        """What later shares have left of a cent that goods of the kind cost then."""
        then = constant.bears.price[kind]
        return min(SCALE, -(-SCALE * self.lines[kind].price // then)) if then else SCALE

    def _borne(self, constant: Constant, free: frozenset[int]) -> int:
        """What goods of these kinds bear of it at least, rounding included."""
        mine = constant.kinds & free
        whole = constant.off_minor * min(self._left_of(constant, kind) for kind in mine)
        if mine == constant.kinds:
            return whole
        inside, outside = self._parts(constant, mine, None)
        return whole * inside // (inside + outside) - SCALE

    def _parts(self, constant: Constant, kinds: frozenset[int], room: int | None) -> tuple[int, int]:
        """What goods of these kinds bear of it at least, and the others at most, in proportion."""
        graph, bears = self.graph, constant.bears
        least = graph.least(bears.only(kinds, graph.shared, least=True))[0][0]
        others = bears.only(constant.kinds - kinds, graph.shared, least=False).negative()
        most = -graph.least(others)[0][0]
        if room is not None:
            most = min(most, room - graph.least(self.weights.plus(others))[0][0])
        return (least, most) if least + most > 0 else (0, 1)

    @property
    def weights(self) -> Weights:
        """What a cent of each kind comes to under the plan; of what is shared at least."""
        lines = self.lines
        each = [line.besides for line in lines]
        besides = tuple(shared.of(each, least=True) for shared in self.graph.shared)
        return Weights(tuple(line.price for line in lines), tuple(line.undo for line in lines), besides, SCALE)

    def bound_minor(self, weight: int) -> int:
        """No way that weighs at least `weight` comes to less under the plan."""
        return max(0, -(-(weight - self.constant) // SCALE))

    @property
    def is_exact(self) -> bool:
        """Whether ways of the same sums by section come to the same total."""
        return self.is_regular and all(
            len({self.lines[kind].taken for kind in shared.kinds}) <= 1 for shared in self.graph.shared
        )


def _taken(line: Line, number: int, offer: SumOffer, pay: int) -> Line:
    is_coupon = offer.live.step == COUPON
    return Line(
        line.price * pay // BASIS_POINTS,
        line.undo * pay // BASIS_POINTS,
        line.besides * pay // BASIS_POINTS,
        line.is_at_list,
        (*line.taken, number),
        line.groups | {offer.live.group},
        line.is_promoted or not is_coupon,
        line.is_couponed or is_coupon,
        line.is_barred or offer.live.offer.exclusive,
    )


def _with_targets(weights: Weights, free: Iterable[int], graph: Graph) -> Weights:
    """The same where pieces of the kinds `free` may be targets: they still counted at their own price then."""
    price, undo, besides, _ = weights
    targets = sorted(free)
    return Weights(
        (*price, *(price[kind] for kind in targets)),
        (*undo, *(undo[kind] for kind in targets)),
        (*besides, *(0 for _ in graph.shared[len(besides) :])),
    )
