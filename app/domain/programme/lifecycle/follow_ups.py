"""What members are to be asked after goods or a service: from which day on, and what was ticked off."""

from collections.abc import Collection, Iterable

from app.domain.member import DueFollowUp
from app.domain.pets import pets_of
from app.domain.programme.conditions import holds
from app.domain.programme.lifecycle.facts import Bought, FollowedUp, SoldLine
from app.domain.programme.lifecycle.ladders import person_of
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.model import FollowUp, Programme
from app.domain.programme.scene import Moment, Scene
from app.domain.programme.spans import add_days


def follow_ups_ahead(programme: Programme, standing: Standing) -> tuple[DueFollowUp, ...]:
    """Everything the member is to be asked, due or still to come; `about` is the product.

    Of each rule the last purchase counts, for each pet its own: who came for the next grooming is not reminded of the
    one before.
    """
    asked = {fact.key for fact in standing.history if isinstance(fact, FollowedUp)}
    bought = [fact for fact in standing.history if isinstance(fact, Bought)]
    pets = {pet.name for pet in pets_of(standing.fields)}
    found = (each for rule in programme.follow_ups for each in _last(rule, bought, pets))
    return tuple(each for each in found if each.key not in asked)


def follow_ups_due(programme: Programme, standing: Standing, day: str) -> tuple[DueFollowUp, ...]:
    """Those whose day has come, for whom they are meant."""
    due = [each for each in follow_ups_ahead(programme, standing) if each.due_on <= day]
    if not due:
        return ()
    rules = {rule.id: rule for rule in programme.follow_ups}
    scene = Scene(Moment(day), person_of(standing, programme, day))
    return tuple(each for each in due if holds(rules[each.follow_up].when, scene, programme))


def _last(rule: FollowUp, bought: Iterable[Bought], pets: Collection[str]) -> Iterable[DueFollowUp]:
    last: dict[str, tuple[Bought, SoldLine]] = {}
    for fact in bought:
        for line in fact.lines:
            pet = line.note if line.note in pets else ""
            before = last.get(pet)
            # Of the lines of one purchase the first one counts.
            is_news = before is None or (before[0] is not fact and fact.moment.day >= before[0].moment.day)
            if rule.goods.include(line) and is_news:
                last[pet] = fact, line
    return (
        DueFollowUp(rule.id, add_days(fact.moment.day, rule.after_days), line.id, fact.number, pet)
        for pet, (fact, line) in last.items()
    )
