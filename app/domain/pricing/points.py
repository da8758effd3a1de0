"""Points: what they take off the bill."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.basket import Basket
from app.domain.ledger import POINTS
from app.domain.money import BASIS_POINTS, allocate
from app.domain.pricing.result import PricedLine
from app.domain.programme.conditions import holds
from app.domain.programme.model import PointsOff, Programme
from app.domain.programme.reasons import Reason, ReasonCode
from app.domain.programme.scene import Scene
from app.domain.spend import Spend


def points_off(
    lines: Sequence[PricedLine], basket: Basket, programme: Programme, scene: Scene
) -> tuple[tuple[PricedLine, ...], tuple[Spend, ...]]:
    """The lines less the points that the customer wants to use, and those points; shares go by what lines cost."""
    rule = programme.points_off
    if rule is None or basket.member is None or basket.wishes.points == 0 or not _runs(rule, scene, programme):
        return tuple(lines), ()
    taking = [index for index, line in enumerate(lines) if line.net_minor > 0 and _is_for(rule, line)]
    taking.sort(key=lambda index: (lines[index].line.product.id, lines[index].net_minor, lines[index].line.note, index))
    due = sum(lines[index].net_minor for index in taking)
    usable = basket.member.usable(POINTS)
    wanted = usable if basket.wishes.points is None else min(usable, basket.wishes.points)
    times = min(wanted // rule.points, _most_minor(rule, due) // rule.worth_minor if rule.worth_minor else 0)
    if times <= 0 or times * rule.points < rule.at_least_points:
        return tuple(lines), ()
    parts = allocate(times * rule.worth_minor, [lines[index].net_minor for index in taking])
    off = {index: part for index, part in zip(taking, parts, strict=True) if part}
    less = (
        replace(line, reasons=(*line.reasons, Reason(ReasonCode.POINTS, "", programme.version, -off[index])))
        if index in off
        else line
        for index, line in enumerate(lines)
    )
    return tuple(less), (Spend(POINTS, times * rule.points),)


def _runs(rule: PointsOff, scene: Scene, programme: Programme) -> bool:
    return holds(rule.when, scene, programme) and (not rule.channels or scene.moment.channel in rule.channels)


def _is_for(rule: PointsOff, line: PricedLine) -> bool:
    return rule.goods.include(line.line.product)


def _most_minor(rule: PointsOff, due_minor: int) -> int:
    return min(due_minor, due_minor * rule.at_most_basis_points // BASIS_POINTS)
