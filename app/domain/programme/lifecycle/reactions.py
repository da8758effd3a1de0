"""What follows for a member from what happens. The same function at the till, at head office and in a dry run.

Pure: the same programme, standing and fact give the same reaction; a number that was handled before gives nothing.
"""

from app.domain.programme.lifecycle.at_counter import at_counter
from app.domain.programme.lifecycle.at_office import at_office, gifts_of_tiers
from app.domain.programme.lifecycle.facts import Fact, Redeemed, Spun
from app.domain.programme.lifecycle.ladders import judged
from app.domain.programme.lifecycle.occasions import Shared
from app.domain.programme.lifecycle.privileges import privileges
from app.domain.programme.lifecycle.standing import NOTHING, Reaction, Standing
from app.domain.programme.model import Programme
from app.domain.programme.scene import Moment


def react(programme: Programme, standing: Standing, fact: Fact, shared: Shared = None) -> Reaction:
    """The whole reaction to a fact: the counter's part, head office's part, then tiers and what they bring."""
    if any(seen.number == fact.number for seen in standing.history):
        return NOTHING
    counter = at_counter(programme, standing, fact, shared)
    if counter.withheld and isinstance(fact, Redeemed | Spun):
        return counter
    return counter.then(office_reaction(programme, standing.after(counter), fact, shared))


def office_reaction(programme: Programme, standing: Standing, fact: Fact, shared: Shared = None) -> Reaction:
    """Head office's part, where the counter's entries are posted already (`standing` includes them, not the fact)."""
    own = at_office(programme, standing, fact, shared)
    reaction = own.then(gifts_of_tiers(programme, standing.after(own, fact), own.tiers, fact.moment, shared))
    return reaction.then(settled(programme, standing.after(reaction, fact), fact.moment, shared))


def settled(programme: Programme, standing: Standing, moment: Moment, shared: Shared = None) -> Reaction:
    """Tiers judged and what rising brings, until nothing changes any more; then what the tiers held entitle to."""
    reaction = NOTHING
    # A gift may lift a member once more (points of a welcome gift); each ladder has only so many rungs.
    for _ in range(len(programme.tiers) + 1):
        there = standing.after(reaction)
        changes = judged(programme, there, moment.day)
        if not changes:
            break
        more = Reaction(tiers=changes)
        more = more.then(gifts_of_tiers(programme, there.after(more), changes, moment, shared))
        reaction = reaction.then(more)
    return reaction.then(privileges(programme, standing.after(reaction), moment.day))
