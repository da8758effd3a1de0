"""A till's events as facts of members' lives, and what the till has posted for them already."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.domain.errors import BrokenPromiseError
from app.domain.journal import Json, Kind
from app.domain.ledger import BONUS, POINTS, POINTS_DEBT, PRINCIPAL
from app.domain.people.body import people_fact_from_body
from app.domain.people.care import CareStep, care_from_body
from app.domain.people.facts import ConsentChange, ProfileChange, Registration
from app.domain.programme.lifecycle.facts import (
    Bought,
    CardTaken,
    FollowedUp,
    Joined,
    Paid,
    PaidOut,
    Received,
    Returned,
    ReturnedLine,
    Spent,
    ToppedUp,
    Undone,
)
from app.domain.programme.lifecycle.standing import Change, Why
from app.domain.programme.scene import Moment
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.facts import Refund, Sale
from app.domain.sale.then import sold_lines
from app.domain.value.body import SERVICE_KINDS, card_change_from_body, deal_from_body
from app.domain.value.facts import CardStep, PrincipalRefund, ServiceDeal, TopUp, Transfer, ValueDeal
from sync.office.services.life.happening import Happening, moment_of, moves_of, rights_in
from sync.office.services.life.services_had import service_had
from sync.office.services.world import World

_PEOPLE = frozenset({Kind.MEMBER_REGISTERED, Kind.MEMBER_CHANGED, Kind.CONSENT_CHANGED})
_DEALS = frozenset({Kind.TOP_UP, Kind.PRINCIPAL_REFUND, Kind.TRANSFER, *SERVICE_KINDS.values()})
HAPPENINGS = frozenset({Kind.SALE, Kind.REFUND, Kind.CARD_CHANGED, Kind.CARE, *_DEALS, *_PEOPLE})


@dataclass(frozen=True, slots=True)
class _Event:
    """An event as it was read; `shop` is its till's."""

    world: World
    id: str
    kind: Kind
    body: Json
    shop: str
    recorded_at: int
    business_date: str

    @property
    def moment(self) -> Moment:
        """When it was recorded, by the shop's clock."""
        local = self.world.local_time(self.recorded_at)
        return Moment(local[:10], local[11:16], self.shop)


def happening_in(world: World, payload: bytes, shop: str) -> tuple[Happening, ...]:
    """What an event's bytes tell of members; empty where they tell nothing, or cannot be read."""
    try:
        envelope = json.loads(payload)
        event = _Event(
            world,
            envelope["id"],
            Kind(envelope["kind"]),
            envelope["body"],
            shop,
            int(envelope["recorded_at"]),
            envelope["business_date"],
        )
        return tuple(_reader_of(event.kind)(event))
    except (BrokenPromiseError, KeyError, TypeError, ValueError):
        return ()


def bought_of(sale: Sale, moment: Moment) -> Bought:
    """A sale as the programme hears of it."""
    return Bought(
        number=sale.id,
        moment=moment,
        lines=sold_lines(sale, sale.lines),
        paid=tuple(Paid(tender.kind, tender.amount_minor) for tender in sale.tenders),
        coupons=tuple(
            part.unit.removeprefix("coupon:")
            for part in sale.spent
            if part.unit.startswith("coupon:")
            for _ in range(part.amount)
        ),
        points=sum(part.amount for part in sale.spent if part.unit == POINTS),
        rights=rights_in(sale.spent),
    )


def _reader_of(kind: Kind) -> Callable[[_Event], Iterable[Happening]]:
    if kind in _PEOPLE:
        return _person
    return _deal if kind in _DEALS else _READERS.get(kind, _nothing)


def _nothing(_event: _Event) -> Iterable[Happening]:
    return ()


def _sale(event: _Event) -> Iterable[Happening]:
    sale = sale_from_body(event.body)
    if sale.member is not None and sale.member.member is not None:
        yield Happening(
            sale.member.wallet,
            bought_of(sale, moment_of(event.world, sale.origin, event.shop)),
            _moves_of_sale(sale),
            member=sale.member.member,
            tier=sale.member.tier or "",
            measures=sale.member.measures,
            programme=(sale.programme, sale.programme_version),
            rights=rights_in(sale.spent),
        )


def _refund(event: _Event) -> Iterable[Happening]:
    refund = refund_from_body(event.body)
    if refund.wallet is not None:
        lines = tuple(ReturnedLine(line.number - 1, line.amount_minor) for line in refund.lines)
        fact = Returned(refund.id, moment_of(event.world, refund.origin, event.shop), refund.sale, lines)
        yield Happening(refund.wallet, fact, _moves_of_refund(refund))


def _deal(event: _Event) -> Iterable[Happening]:
    deal = deal_from_body(event.kind, event.body)
    if isinstance(deal, ServiceDeal):
        return service_had(event.world, deal, event.shop)
    return _of_value(deal, moment_of(event.world, deal.origin, event.shop))


def _of_value(deal: ValueDeal, moment: Moment) -> Iterable[Happening]:
    match deal:
        case TopUp(holder=holder):
            yield Happening(
                holder.wallet,
                ToppedUp(deal.id, moment, deal.amount_minor),
                moves_of(deal.origin, deal.id, (deal.credits, 1, Why.TOPPED_UP, "top_up")),
                member=holder.member,
                tier=holder.tier or "",
                programme=(deal.programme, deal.programme_version),
                rights=rights_in(deal.rights),
            )
        case PrincipalRefund(holder=holder):
            bonus = sum(part.amount for part in deal.taken if part.unit == BONUS)
            paid = PaidOut(deal.id, moment, deal.amount_minor, bonus)
            yield Happening(
                holder.wallet,
                Undone(deal.id, moment, deal.undoes) if deal.undoes else paid,
                moves_of(deal.origin, deal.id, (deal.taken, -1, Why.RETURNED, "")),
                member=holder.member,
                tier=holder.tier or "",
                undoes=deal.undoes or "",
            )
        case Transfer(source=source, target=target):
            amount = deal.amount_minor
            spent, received = (kind(deal.id, moment, PRINCIPAL, amount) for kind in (Spent, Received))
            yield Happening(source.wallet, spent, member=source.member, tier=source.tier or "")
            yield Happening(target.wallet, received, member=target.member, tier=target.tier or "")


def _cards(event: _Event) -> Iterable[Happening]:
    change = card_change_from_body(event.body)
    for card in change.cards if change.step is CardStep.ISSUE else ():
        if card.member is not None:
            yield Happening(card.wallet, CardTaken(event.id, event.moment), member=card.member)


def _person(event: _Event) -> Iterable[Happening]:
    """A registration is a fact; a changed profile only asks to look at the calendar anew."""
    told = people_fact_from_body(event.kind, event.body)
    if isinstance(told, Registration):
        moment = Moment(event.business_date, event.moment.time, event.shop)
        yield Happening(told.wallet, Joined(event.id, moment), member=told.member)
    elif isinstance(told, ProfileChange | ConsentChange):
        yield Happening(told.wallet, None)


def _moves_of_sale(sale: Sale) -> tuple[Change, ...]:
    paid = [part for tender in sale.tenders for part in tender.takes]
    return moves_of(
        sale.origin,
        sale.id,
        (paid, -1, Why.SPENT, ""),
        (sale.spent, -1, Why.SPENT, ""),
        (sale.accrued, 1, Why.EARNED, ""),
        (sale.debt_paid, -1, Why.DEBT_PAID, ""),
    )


def _moves_of_refund(refund: Refund) -> tuple[Change, ...]:
    paid = [part for tender in refund.tenders for part in tender.takes]
    return moves_of(
        refund.origin,
        refund.id,
        (paid, 1, Why.SPENT, ""),
        (refund.spent_back, 1, Why.SPENT, ""),
        (refund.points_back, -1, Why.RETURNED, ""),
        ((part for part in refund.debt if part.unit == POINTS_DEBT), 1, Why.RETURNED, ""),
    )


def _care(event: _Event) -> Iterable[Happening]:
    """A follow-up ticked off is not asked again, at no till; complaints change nothing of the member."""
    noted = care_from_body(event.body)
    if noted.step is CareStep.FOLLOWED_UP:
        yield Happening(noted.wallet, FollowedUp(event.id, event.moment, noted.key), member=noted.member)


_READERS: Mapping[Kind, Callable[[_Event], Iterable[Happening]]] = {
    Kind.SALE: _sale,
    Kind.REFUND: _refund,
    Kind.CARD_CHANGED: _cards,
    Kind.CARE: _care,
}
