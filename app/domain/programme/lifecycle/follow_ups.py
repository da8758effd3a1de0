"""What members are to be asked after goods or a service: from which day on, and what was ticked off."""

from collections.abc import Iterable

from app.domain.member import DueFollowUp
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import Bought, FollowedUp, SoldLine
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import FollowUp, Programme
from app.domain.programme.scene import Moment, Scene
from app.domain.programme.spans import add_days


def follow_ups_ahead(programme: Programme, standing: Standing) -> tuple[DueFollowUp, ...]:
    """Everything the member is to be asked, due or still to come; `about` is the product.

    Of each rule the last purchase counts: who came for the next grooming is not reminded of the one before.
    """
    asked = {fact.key for fact in standing.history if isinstance(fact, FollowedUp)}
    bought = [fact for fact in standing.history if isinstance(fact, Bought)]
    found = (_last(rule, bought) for rule in programme.follow_ups)
    return tuple(each for each in found if each and each.key not in asked)


def follow_ups_due(programme: Programme, standing: Standing, day: str) -> tuple[DueFollowUp, ...]:
    """Those whose day has come, for whom they are meant."""
    due = [each for each in follow_ups_ahead(programme, standing) if each.due_on <= day]
    if not due:
        return ()
    rules = {rule.id: rule for rule in programme.follow_ups}
    scene = Scene(Moment(day), person_of(standing, programme, day))
    return tuple(each for each in due if holds(rules[each.follow_up].when, scene, programme))


def _last(rule: FollowUp, bought: Iterable[Bought]) -> DueFollowUp | None:
    last: tuple[Bought, SoldLine] | None = None
    for fact in bought:
        line = next((line for line in fact.lines if rule.goods.include(line)), None)
        if line is not None and (last is None or fact.moment.day >= last[0].moment.day):
            last = fact, line
    if last is None:
        return None
    fact, line = last
    return DueFollowUp(rule.id, add_days(fact.moment.day, rule.after_days), line.id, fact.number)
