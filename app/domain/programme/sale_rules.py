"""Who may buy which goods and how many: what the programme's sale rules stop, and what they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.ledger import Unit
from app.domain.money import MILLI
from app.domain.programme.conditions import holds
from app.domain.programme.model import Limit, Programme, SaleRule
from app.domain.programme.people import person_on
from app.domain.programme.rights import right_unit
from app.domain.programme.scene import Moment, Scene
from app.domain.spend import Spend


class Stop(StrEnum):
    """Why a sale rule stops goods."""

    NOT_FOR_THEM = "not_for_them"
    NEEDS_CARD = "needs_card"
    TOO_MANY = "too_many"
    NEEDS_LEASE = "needs_lease"


@dataclass(frozen=True, slots=True)
class Stopped:
    """A rule that the basket breaks: why, by which lines, and how many pieces it would allow."""

    rule: SaleRule
    why: Stop
    lines: tuple[int, ...]
    allowed: int = 0


_WHY = {
    Stop.NOT_FOR_THEM: Why.GOODS_NOT_FOR_THEM,
    Stop.NEEDS_CARD: Why.GOODS_NEED_CARD,
    Stop.TOO_MANY: Why.GOODS_TOO_MANY,
    Stop.NEEDS_LEASE: Why.GOODS_NEED_LEASE,
}


def refusal_of(stop: Stopped, name: str) -> Refused:
    """The refusal; `name` is what the rule is called in the language of who reads it."""
    return Refused(_WHY[stop.why], {"name": name, "allowed": stop.allowed})


def stopped(basket: Basket, programme: Programme, moment: Moment, shared: Mapping[Unit, int]) -> tuple[Stopped, ...]:
    """Every rule that the basket breaks and nobody has let pass; `shared` is what this till holds of limits for all."""
    passed = {exception.rule for exception in basket.exceptions}
    asked = (rule for rule in programme.sale_rules if not (rule.override and rule.id in passed))
    found = (_stopped(rule, basket, programme, moment, shared) for rule in asked)
    return tuple(each for each in found if each)


def counted(
    basket: Basket, programme: Programme, moment: Moment, shared: Mapping[Unit, int]
) -> tuple[tuple[Spend, ...], tuple[Spend, ...]]:
    """What the basket uses up of the rules' limits: of the member's own, and of those for all.

    Of a rule that was let pass only what there is.
    """
    own: list[Spend] = []
    of_all: list[Spend] = []
    for rule in programme.sale_rules:
        pieces = _pieces(rule, basket)[1]
        for limit in rule.limits if pieces else ():
            unit = right_unit(rule.id, limit, moment.day)
            count = min(pieces, _usable(limit, unit, basket, shared))
            if count:
                (of_all if limit.of == "all" else own).append(Spend(unit, count))
    return tuple(own), tuple(of_all)


def _stopped(
    rule: SaleRule, basket: Basket, programme: Programme, moment: Moment, shared: Mapping[Unit, int]
) -> Stopped | None:
    lines, pieces = _pieces(rule, basket)
    if not pieces:
        return None
    member = basket.member.member if basket.member else None
    if not holds(rule.when, Scene(moment, person_on(basket.member, programme, moment.day)), programme):
        return Stopped(rule, Stop.NOT_FOR_THEM if member else Stop.NEEDS_CARD, lines)
    if rule.at_most and pieces > rule.at_most:
        return Stopped(rule, Stop.TOO_MANY, lines, rule.at_most)
    for limit in rule.limits:
        unit = right_unit(rule.id, limit, moment.day)
        usable = _usable(limit, unit, basket, shared)
        if pieces > usable:
            return Stopped(rule, _why_short(limit, unit, basket, shared), lines, usable)
    return None


def _why_short(limit: Limit, unit: Unit, basket: Basket, shared: Mapping[Unit, int]) -> Stop:
    """Used up where the till knows the right; else it only lies elsewhere."""
    if limit.of == "all":
        return Stop.TOO_MANY if unit in shared else Stop.NEEDS_LEASE
    if basket.member is None or basket.member.member is None:
        return Stop.NEEDS_CARD
    return Stop.TOO_MANY if unit in basket.member.holdings else Stop.NEEDS_LEASE


def _usable(limit: Limit, unit: Unit, basket: Basket, shared: Mapping[Unit, int]) -> int:
    if limit.of == "all":
        return shared.get(unit, 0)
    return basket.member.usable(unit) if basket.member else 0


def _pieces(rule: SaleRule, basket: Basket) -> tuple[tuple[int, ...], int]:
    """The lines with goods of the rule, and how many pieces they are; a begun kilogram is one."""
    lines = [line for line in basket.lines if rule.goods.include(line.product)]
    return tuple(line.id for line in lines), sum(-(-line.quantity_milli // MILLI) for line in lines)
