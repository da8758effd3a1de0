"""Top-up, principal refund, transfer and change of cards as JSON bodies of their events, and back."""

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.errors import BrokenPromiseError
from app.domain.ids import CardNumber, EventId, MemberId, TierId, WalletId
from app.domain.journal import Json, Kind
from app.domain.member import Card, CardState
from app.domain.sale.body import (
    UNREADABLE,
    approval_from_json,
    approval_to_json,
    origin_from_json,
    origin_to_json,
    takes_from_json,
    takes_to_json,
    tender_from_json,
    tender_to_json,
)
from app.domain.sale.unsaid import with_unsaid, without_unsaid
from app.domain.value.facts import (
    CardChange,
    CardStep,
    Holder,
    PrincipalRefund,
    Service,
    ServiceDeal,
    TopUp,
    Transfer,
    ValueDeal,
)

SERVICE_KINDS: Mapping[Service, Kind] = {
    Service.REDEMPTION: Kind.REDEMPTION,
    Service.ENTITLEMENT: Kind.REDEMPTION,
    Service.PASS_USE: Kind.PASS_USE,
    Service.PASS_SALE: Kind.PASS_SALE,
    Service.DRAW: Kind.DRAW,
    Service.MEMBERSHIP: Kind.MEMBERSHIP_SALE,
    Service.PASS_BACK: Kind.PASS_SALE,
    Service.MEMBERSHIP_BACK: Kind.MEMBERSHIP_SALE,
    Service.ACTION: Kind.MEMBER_ACTION,
}

# What has a receipt number: gapless in each epoch of a till, rising with its events.
WITH_RECEIPT = frozenset(
    {Kind.SALE, Kind.REFUND, Kind.TOP_UP, Kind.PRINCIPAL_REFUND, Kind.TRANSFER, *SERVICE_KINDS.values()}
)

_UNSAID_OF_TOP_UP: Json = {
    "change": 0,
    "rights": [],
    "returned": [],
    "offers": [],
    "shared": [],
    "programme": ["", 0],
}
_UNSAID_OF_PRINCIPAL_REFUND: Json = {"undoes": None, "rights_back": [], "shared_back": [], "programme": ""}
_UNSAID_OF_TRANSFER: Json = {"returned": [], "approval": None}
_UNSAID_OF_SERVICE: Json = {
    "tenders": [],
    "taken": [],
    "brought": [],
    "shared": [],
    "prize": "",
    "trial": False,
    "of": None,
    "undoes": None,
    "approval": None,
    "kept": 0,
}
_UNSAID_OF_HOLDER: Json = {"member": None, "card": None, "tier": None}


def kind_of_deal(deal: ValueDeal) -> Kind:
    """The kind of event that records it."""
    match deal:
        case TopUp():
            return Kind.TOP_UP
        case PrincipalRefund():
            return Kind.PRINCIPAL_REFUND
        case Transfer():
            return Kind.TRANSFER
        case ServiceDeal():
            return SERVICE_KINDS[deal.service]


def deal_to_body(deal: ValueDeal) -> dict[str, Any]:
    """The facts; the entries are added by `bookkeeping`."""
    own, unsaid = _own_facts(deal)
    return {
        "id": deal.id,
        "origin": origin_to_json(deal.origin),
        "currency": deal.currency,
        **without_unsaid(own, unsaid),
    }


def deal_from_body(kind: Kind, body: Json) -> ValueDeal:
    """The deal that an event of this kind holds; BrokenPromiseError where it holds none."""
    try:
        return _READERS[kind](body)
    except UNREADABLE as error:
        raise BrokenPromiseError(f"the body of a {kind} cannot be read") from error


def card_change_to_body(change: CardChange) -> dict[str, Any]:
    """What happened, and the cards as they are from now on."""
    return {
        "step": change.step.value,
        "cards": [[card.number, card.wallet, card.member, card.state.value] for card in change.cards],
        "approval": approval_to_json(change.approval),
    }


def card_change_from_body(body: Json) -> CardChange:
    """The change that a body holds; KeyError, TypeError or ValueError where it holds none."""
    cards = tuple(
        Card(CardNumber(number), WalletId(wallet), MemberId(member) if member else None, CardState(state))
        for number, wallet, member, state in body["cards"]
    )
    return CardChange(CardStep(body["step"]), cards, approval_from_json(body["approval"]))


def _top_up(body: Json) -> TopUp:
    body = with_unsaid(body, _UNSAID_OF_TOP_UP)
    programme, programme_version = body["programme"]
    return TopUp(
        id=EventId(body["id"]),
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        holder=_holder_from_json(body["holder"]),
        tenders=tuple(tender_from_json(tender) for tender in body["tenders"]),
        change_minor=body["change"],
        credits=takes_from_json(body["credits"]),
        rights=takes_from_json(body["rights"]),
        returned=takes_from_json(body["returned"]),
        offers=tuple(body["offers"]),
        shared=takes_from_json(body["shared"]),
        programme=programme,
        programme_version=programme_version,
    )


def _principal_refund(body: Json) -> PrincipalRefund:
    body = with_unsaid(body, _UNSAID_OF_PRINCIPAL_REFUND)
    return PrincipalRefund(
        id=EventId(body["id"]),
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        holder=_holder_from_json(body["holder"]),
        tender=tender_from_json(body["tender"]),
        taken=takes_from_json(body["taken"]),
        approval=approval_from_json(body["approval"]),
        undoes=EventId(body["undoes"]) if body["undoes"] else None,
        rights_back=takes_from_json(body["rights_back"]),
        shared_back=takes_from_json(body["shared_back"]),
        programme=body["programme"],
    )


def _transfer(body: Json) -> Transfer:
    body = with_unsaid(body, _UNSAID_OF_TRANSFER)
    return Transfer(
        id=EventId(body["id"]),
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        source=_holder_from_json(body["source"]),
        target=_holder_from_json(body["target"]),
        moved=takes_from_json(body["moved"]),
        returned=takes_from_json(body["returned"]),
        approval=approval_from_json(body["approval"]) if body["approval"] else None,
    )


def _service(body: Json) -> ServiceDeal:
    body = with_unsaid(body, _UNSAID_OF_SERVICE)
    programme, version = body["programme"]
    return ServiceDeal(
        id=EventId(body["id"]),
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        holder=_holder_from_json(body["holder"]),
        service=Service(body["service"]),
        about=body["about"],
        programme=programme,
        programme_version=version,
        tenders=tuple(tender_from_json(tender) for tender in body["tenders"]),
        taken=takes_from_json(body["taken"]),
        brought=takes_from_json(body["brought"]),
        shared=takes_from_json(body["shared"]),
        prize=body["prize"],
        is_trial=body["trial"],
        of=EventId(body["of"]) if body["of"] else None,
        undoes=EventId(body["undoes"]) if body["undoes"] else None,
        approval=approval_from_json(body["approval"]) if body["approval"] else None,
        kept_minor=body["kept"],
    )


def _own_facts(deal: ValueDeal) -> tuple[dict[str, Any], Json]:
    """What only such a deal says, and what of it goes without saying."""
    match deal:
        case TopUp():
            own = {
                "holder": _holder_to_json(deal.holder),
                "tenders": [tender_to_json(tender) for tender in deal.tenders],
                "change": deal.change_minor,
                "credits": takes_to_json(deal.credits),
                "rights": takes_to_json(deal.rights),
                "returned": takes_to_json(deal.returned),
                "offers": list(deal.offers),
                "shared": takes_to_json(deal.shared),
                "programme": [deal.programme, deal.programme_version],
            }
            return own, _UNSAID_OF_TOP_UP
        case PrincipalRefund():
            own = {
                "holder": _holder_to_json(deal.holder),
                "tender": tender_to_json(deal.tender),
                "taken": takes_to_json(deal.taken),
                "approval": approval_to_json(deal.approval),
                "undoes": deal.undoes,
                "rights_back": takes_to_json(deal.rights_back),
                "shared_back": takes_to_json(deal.shared_back),
                "programme": deal.programme,
            }
            return own, _UNSAID_OF_PRINCIPAL_REFUND
        case Transfer():
            own = {
                "source": _holder_to_json(deal.source),
                "target": _holder_to_json(deal.target),
                "moved": takes_to_json(deal.moved),
                "returned": takes_to_json(deal.returned),
                "approval": approval_to_json(deal.approval) if deal.approval else None,
            }
            return own, _UNSAID_OF_TRANSFER
        case ServiceDeal():
            own = {
                "holder": _holder_to_json(deal.holder),
                "service": deal.service.value,
                "about": deal.about,
                "programme": [deal.programme, deal.programme_version],
                "tenders": [tender_to_json(tender) for tender in deal.tenders],
                "taken": takes_to_json(deal.taken),
                "brought": takes_to_json(deal.brought),
                "shared": takes_to_json(deal.shared),
                "prize": deal.prize,
                "trial": deal.is_trial,
                "of": deal.of,
                "undoes": deal.undoes,
                "approval": approval_to_json(deal.approval) if deal.approval else None,
                "kept": deal.kept_minor,
            }
            return own, _UNSAID_OF_SERVICE


_READERS: dict[Kind, Callable[[Json], ValueDeal]] = {
    Kind.TOP_UP: _top_up,
    Kind.PRINCIPAL_REFUND: _principal_refund,
    Kind.TRANSFER: _transfer,
    **dict.fromkeys(SERVICE_KINDS.values(), _service),
}


def _holder_to_json(holder: Holder) -> dict[str, Any]:
    facts = {"wallet": holder.wallet, "member": holder.member, "card": holder.card, "tier": holder.tier}
    return without_unsaid(facts, _UNSAID_OF_HOLDER)


def _holder_from_json(json: Any) -> Holder:
    json = with_unsaid(json, _UNSAID_OF_HOLDER)
    return Holder(
        wallet=WalletId(json["wallet"]),
        member=MemberId(json["member"]) if json["member"] else None,
        card=CardNumber(json["card"]) if json["card"] else None,
        tier=TierId(json["tier"]) if json["tier"] else None,
    )
