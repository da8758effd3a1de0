"""Services that members had at a till, as facts of their lives."""

from collections.abc import Iterable

from app.domain.ids import EventId
from app.domain.programme.lifecycle.facts import (
    Acted,
    Fact,
    MembershipBought,
    MembershipEnded,
    PassBought,
    PassUsed,
    Redeemed,
    Spent,
    Spun,
    Undone,
)
from app.domain.programme.lifecycle.standing import Why
from app.domain.programme.rights import entitlement_unit, pass_unit
from app.domain.programme.scene import Moment
from app.domain.value.facts import Service, ServiceDeal
from sync.office.services.life.happening import Happening, moment_of, moves_of, rights_in
from sync.office.services.world import World

_WHY_GONE = {Service.PASS_BACK: Why.RETURNED}
_WHY_MADE = {Service.PASS_SALE: Why.BOUGHT}


def service_had(world: World, deal: ServiceDeal, shop: str) -> Iterable[Happening]:
    """What a service tells; nothing where nobody is named."""
    if deal.holder.member is None:
        return
    if deal.undoes:
        yield _undone(world, deal, shop, deal.undoes)
        return
    made, gone = _WHY_MADE.get(deal.service, Why.GIFT), _WHY_GONE.get(deal.service, Why.SPENT)
    rule = f"{deal.about}-{deal.prize}" if deal.service is Service.DRAW else deal.about
    # What an action brings, and its limits with it, is head office's to post.
    rights = {} if deal.service is Service.ACTION else rights_in(deal.taken)
    yield Happening(
        deal.holder.wallet,
        _fact(deal, moment_of(world, deal.origin, shop)),
        moves_of(deal.origin, deal.id, (deal.taken, -1, gone, ""), (deal.brought, 1, made, rule)),
        member=deal.holder.member,
        tier=deal.holder.tier or "",
        programme=(deal.programme, deal.programme_version),
        rights=rights,
    )


def _undone(world: World, deal: ServiceDeal, shop: str, what: EventId) -> Happening:
    """The service was a mistake: what it had used up is back, what it had brought is gone."""
    return Happening(
        deal.holder.wallet,
        Undone(deal.id, moment_of(world, deal.origin, shop), what),
        moves_of(deal.origin, deal.id, (deal.taken, -1, Why.RETURNED, ""), (deal.brought, 1, Why.SPENT, "")),
        member=deal.holder.member,
        tier=deal.holder.tier or "",
        programme=(deal.programme, deal.programme_version),
        undoes=what,
    )


def _fact(deal: ServiceDeal, moment: Moment) -> Fact:
    match deal.service:
        case Service.REDEMPTION:
            return Redeemed(deal.id, moment, deal.about)
        case Service.ENTITLEMENT:
            return Spent(deal.id, moment, entitlement_unit(deal.about), 1)
        case Service.PASS_USE:
            return PassUsed(deal.id, moment, deal.about)
        case Service.PASS_SALE:
            return PassBought(deal.id, moment, deal.about)
        case Service.DRAW:
            return Spun(deal.id, moment, deal.about, deal.prize)
        case Service.MEMBERSHIP:
            return MembershipBought(deal.id, moment, deal.about, deal.is_trial)
        case Service.ACTION:
            return Acted(deal.id, moment, deal.about)
        case Service.PASS_BACK:
            return Spent(deal.id, moment, pass_unit(deal.about), sum(part.amount for part in deal.taken))
        case Service.MEMBERSHIP_BACK:
            return MembershipEnded(deal.id, moment, deal.about, *_allowed(deal))


def _allowed(deal: ServiceDeal) -> tuple[str, str]:
    """Why it was paid back, and who allowed it."""
    return (deal.approval.reason, deal.approval.approved_by) if deal.approval else ("", "")
