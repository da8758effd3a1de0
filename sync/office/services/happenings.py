"""A till's events as facts of members' lives, and what the till has posted for them already."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import BrokenPromiseError
from app.domain.ids import WalletId
from app.domain.journal import Json, Kind
from app.domain.lease import Take
from app.domain.ledger import POINTS, POINTS_DEBT
from app.domain.programme.lifecycle.facts import (
    Bought,
    CardTaken,
    Fact,
    Paid,
    Returned,
    ReturnedLine,
    SoldLine,
    ToppedUp,
)
from app.domain.programme.lifecycle.standing import Change, Why
from app.domain.programme.scene import Moment
from app.domain.sale.body import refund_from_body, sale_from_body
from app.domain.sale.facts import Origin, Refund, Sale
from app.domain.value.body import card_change_from_body, deal_from_body
from app.domain.value.facts import CardStep, TopUp
from sync.office.services.world import World

HAPPENINGS = frozenset({Kind.SALE, Kind.REFUND, Kind.TOP_UP, Kind.CARD_CHANGED})


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that befell a wallet. `moves` were posted by the till; `programme` names the version it was made under.

    `member` and `tier` are what the till knew of the person; a refund knows neither.
    """

    wallet: WalletId
    fact: Fact
    moves: tuple[Change, ...] = ()
    member: str = ""
    tier: str = ""
    programme: tuple[str, int] = ("", 0)


def happening_in(world: World, payload: bytes, shop: str) -> tuple[Happening, ...]:
    """What an event's bytes tell of members; empty where they tell nothing, or cannot be read."""
    try:
        envelope = json.loads(payload)
        kind = Kind(envelope["kind"])
        return tuple(_told(world, kind, envelope["id"], envelope["body"], shop, int(envelope["recorded_at"])))
    except (BrokenPromiseError, KeyError, TypeError, ValueError):
        return ()


def bought_of(sale: Sale, moment: Moment) -> Bought:
    """A sale as the programme hears of it."""
    rights = {part.unit: part.amount for part in sale.spent if part.unit.startswith("right:")}
    return Bought(
        number=sale.id,
        moment=moment,
        lines=tuple(
            SoldLine(
                line.product, line.list_minor, line.net_minor, category=line.category, goods_class=line.goods_class
            )
            for line in sale.lines
        ),
        paid=tuple(Paid(tender.kind, tender.amount_minor) for tender in sale.tenders),
        coupons=tuple(
            part.unit.removeprefix("coupon:")
            for part in sale.spent
            if part.unit.startswith("coupon:")
            for _ in range(part.amount)
        ),
        points=sum(part.amount for part in sale.spent if part.unit == POINTS),
        rights=rights,
    )


def moment_of(world: World, origin: Origin, shop: str) -> Moment:
    """When and where something was done: the business day, and the shop's clock as corrected."""
    return Moment(origin.business_date, world.local_time(origin.corrected_at)[11:16], shop)


def _told(world: World, kind: Kind, event: str, body: Json, shop: str, at_ms: int) -> Iterable[Happening]:
    if kind is Kind.SALE:
        sale = sale_from_body(body)
        if sale.member is not None and sale.member.member is not None:
            yield Happening(
                sale.member.wallet,
                bought_of(sale, moment_of(world, sale.origin, shop)),
                _moves_of_sale(sale),
                sale.member.member,
                sale.member.tier or "",
                (sale.programme, sale.programme_version),
            )
    elif kind is Kind.REFUND:
        refund = refund_from_body(body)
        if refund.wallet is not None:
            fact = Returned(refund.id, moment_of(world, refund.origin, shop), refund.sale, _lines_back(refund))
            yield Happening(refund.wallet, fact, _moves_of_refund(refund))
    elif kind is Kind.TOP_UP:
        deal = deal_from_body(kind, body)
        if isinstance(deal, TopUp) and deal.holder.member is not None:
            topped_up = ToppedUp(deal.id, moment_of(world, deal.origin, shop), deal.amount_minor)
            yield Happening(deal.holder.wallet, topped_up, member=deal.holder.member)
    elif kind is Kind.CARD_CHANGED:
        yield from _cards(world, event, body, shop, at_ms)


def _cards(world: World, event: str, body: Json, shop: str, at_ms: int) -> Iterable[Happening]:
    change = card_change_from_body(body)
    local = world.local_time(at_ms)
    for card in change.cards if change.step is CardStep.ISSUE else ():
        if card.member is not None:
            yield Happening(card.wallet, CardTaken(event, Moment(local[:10], local[11:16], shop)), member=card.member)


def _lines_back(refund: Refund) -> tuple[ReturnedLine, ...]:
    return tuple(ReturnedLine(line.number - 1, line.amount_minor) for line in refund.lines)


def _moves_of_sale(sale: Sale) -> tuple[Change, ...]:
    def moves(takes: Iterable[Take], sign: int, why: Why) -> Iterable[Change]:
        day = sale.origin.business_date
        return (Change(part.unit, part.lot, sign * part.amount, why, day, "", sale.id) for part in takes if part.amount)

    return (
        *moves((part for tender in sale.tenders for part in tender.takes), -1, Why.SPENT),
        *moves(sale.spent, -1, Why.SPENT),
        *moves(sale.accrued, 1, Why.EARNED),
        *moves(sale.debt_paid, -1, Why.DEBT_PAID),
    )


def _moves_of_refund(refund: Refund) -> tuple[Change, ...]:
    def moves(takes: Iterable[Take], sign: int, why: Why) -> Iterable[Change]:
        day = refund.origin.business_date
        return (
            Change(part.unit, part.lot, sign * part.amount, why, day, "", refund.id) for part in takes if part.amount
        )

    return (
        *moves((part for tender in refund.tenders for part in tender.takes), 1, Why.SPENT),
        *moves(refund.spent_back, 1, Why.SPENT),
        *moves(refund.points_back, -1, Why.RETURNED),
        *moves((part for part in refund.debt if part.unit == POINTS_DEBT), 1, Why.RETURNED),
    )
