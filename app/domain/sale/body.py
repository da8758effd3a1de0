"""Sale and refund as JSON bodies of their events, and back."""

from typing import Any

from app.domain.basket import SaleException
from app.domain.catalogue import Measure
from app.domain.errors import BrokenPromiseError
from app.domain.ids import CardNumber, MemberId, OperatorId, ProductId, SaleId, ShiftId, TierId, TillId, WalletId
from app.domain.journal import Json
from app.domain.lease import Take
from app.domain.ledger import Lot, Unit
from app.domain.money import MILLI
from app.domain.programme.model import TenderType
from app.domain.programme.reasons import Reason, ReasonCode
from app.domain.sale.basis import basis_from_json, basis_to_json
from app.domain.sale.facts import Origin, Refund, RefundLine, Sale, SaleLine, SaleMember, SaleTender
from app.domain.sale.unsaid import with_unsaid, without_unsaid, without_unsaid_end
from app.domain.staff import Approval, Permission

# What reading raises where a body holds something else than the deal wanted.
UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)

_UNSAID_OF_SALE: Json = {
    "member": None,
    "change": 0,
    "accrued": [],
    "debt_paid": [],
    "spent": [],
    "shared": [],
    "exceptions": [],
    "basis": None,
}
_UNSAID_OF_REFUND: Json = {
    "wallet": None,
    "points_back": [],
    "debt": [],
    "spent_back": [],
    "programme": "",
    "shared_back": [],
    "kept": [0, 0],
}
_UNSAID_OF_MEMBER: Json = {"member": None, "card": None, "tier": None, "measures": {}, "cursor": 0}
_UNSAID_OF_REASON = (0,)


def sale_to_body(sale: Sale) -> dict[str, Any]:
    """The sale's facts; the entries are added by `bookkeeping`."""
    facts = {
        "sale": sale.id,
        "origin": origin_to_json(sale.origin),
        "currency": sale.currency,
        "engine": sale.engine,
        "programme": [sale.programme, sale.programme_version],
        "catalogue": sale.catalogue_version,
        "member": _member_to_json(sale.member) if sale.member else None,
        "lines": [_line_to_json(place, line) for place, line in enumerate(sale.lines, start=1)],
        "tenders": [tender_to_json(tender) for tender in sale.tenders],
        "change": sale.change_minor,
        "accrued": takes_to_json(sale.accrued),
        "debt_paid": takes_to_json(sale.debt_paid),
        "spent": takes_to_json(sale.spent),
        "shared": takes_to_json(sale.shared),
        "exceptions": [[each.rule, approval_to_json(each.approval)] for each in sale.exceptions],
        "basis": basis_to_json(sale.basis) if sale.basis else None,
    }
    return without_unsaid(facts, _UNSAID_OF_SALE)


def sale_from_body(body: Json) -> Sale:
    """The sale that a body holds; BrokenPromiseError where it holds none."""
    try:
        return _sale_of(with_unsaid(body, _UNSAID_OF_SALE))
    except UNREADABLE as error:
        raise BrokenPromiseError("the body of a sale cannot be read") from error


def refund_to_body(refund: Refund) -> dict[str, Any]:
    """The refund's facts; the entries are added by `bookkeeping`."""
    facts = {
        "refund": refund.id,
        "sale": refund.sale,
        "sale_receipt_number": refund.sale_receipt_number,
        "origin": origin_to_json(refund.origin),
        "currency": refund.currency,
        "lines": [[line.number, line.quantity_milli, line.amount_minor] for line in refund.lines],
        "tenders": [tender_to_json(tender) for tender in refund.tenders],
        "approval": approval_to_json(refund.approval),
        "wallet": refund.wallet,
        "points_back": takes_to_json(refund.points_back),
        "debt": takes_to_json(refund.debt),
        "spent_back": takes_to_json(refund.spent_back),
        "programme": refund.programme,
        "shared_back": takes_to_json(refund.shared_back),
        "kept": [refund.kept_points, refund.kept_minor],
    }
    return without_unsaid(facts, _UNSAID_OF_REFUND)


def refund_from_body(body: Json) -> Refund:
    """The refund that a body holds; BrokenPromiseError where it holds none."""
    try:
        return _refund_of(with_unsaid(body, _UNSAID_OF_REFUND))
    except UNREADABLE as error:
        raise BrokenPromiseError("the body of a refund cannot be read") from error


def approval_to_json(approval: Approval) -> list[str]:
    """An approval as `[permission, operator, approved by, reason]`."""
    return [approval.permission.value, approval.operator, approval.approved_by, approval.reason]


def approval_from_json(row: Any) -> Approval:
    """The approval that such a row names."""
    permission, operator, approved_by, reason = row
    return Approval(Permission(permission), OperatorId(operator), OperatorId(approved_by), reason)


def _sale_of(body: Json) -> Sale:
    programme, programme_version = body["programme"]
    return Sale(
        id=SaleId(body["sale"]),
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        engine=body["engine"],
        programme=programme,
        programme_version=programme_version,
        catalogue_version=body["catalogue"],
        lines=tuple(_line_from_json(place, line) for place, line in enumerate(body["lines"], start=1)),
        tenders=tuple(tender_from_json(tender) for tender in body["tenders"]),
        change_minor=body["change"],
        member=_member_from_json(body["member"]) if body["member"] else None,
        accrued=takes_from_json(body["accrued"]),
        debt_paid=takes_from_json(body["debt_paid"]),
        spent=takes_from_json(body["spent"]),
        shared=takes_from_json(body["shared"]),
        exceptions=tuple(SaleException(rule, approval_from_json(approval)) for rule, approval in body["exceptions"]),
        basis=basis_from_json(body["basis"]) if body["basis"] else None,
    )


def _refund_of(body: Json) -> Refund:
    kept_points, kept_minor = body["kept"]
    return Refund(
        id=SaleId(body["refund"]),
        sale=SaleId(body["sale"]),
        sale_receipt_number=body["sale_receipt_number"],
        origin=origin_from_json(body["origin"]),
        currency=body["currency"],
        lines=tuple(RefundLine(*line) for line in body["lines"]),
        tenders=tuple(tender_from_json(tender) for tender in body["tenders"]),
        approval=approval_from_json(body["approval"]),
        wallet=WalletId(body["wallet"]) if body["wallet"] else None,
        points_back=takes_from_json(body["points_back"]),
        debt=takes_from_json(body["debt"]),
        spent_back=takes_from_json(body["spent_back"]),
        programme=body["programme"],
        shared_back=takes_from_json(body["shared_back"]),
        kept_points=kept_points,
        kept_minor=kept_minor,
    )


def origin_to_json(origin: Origin) -> dict[str, Any]:
    """Where and when, as it stands in a body."""
    facts = {
        "till": origin.till,
        "epoch": origin.epoch,
        "receipt": origin.receipt,
        "shift": origin.shift,
        "operator": origin.operator,
        "business_date": origin.business_date,
        "at": origin.at,
        "corrected_at": origin.corrected_at,
    }
    return without_unsaid(facts, _unsaid_of_origin(origin.at))


def origin_from_json(json: Any) -> Origin:
    """Where and when; KeyError or TypeError where it is none."""
    json = with_unsaid(json, _unsaid_of_origin(json["at"]))
    return Origin(
        till=TillId(json["till"]),
        epoch=json["epoch"],
        receipt=json["receipt"],
        shift=ShiftId(json["shift"]),
        operator=OperatorId(json["operator"]),
        business_date=json["business_date"],
        at=json["at"],
        corrected_at=json["corrected_at"],
    )


def _unsaid_of_origin(at: int) -> Json:
    return {"corrected_at": at}


def _member_to_json(member: SaleMember) -> dict[str, Any]:
    facts = {
        "wallet": member.wallet,
        "member": member.member,
        "card": member.card,
        "tier": member.tier,
        "measures": dict(member.measures),
        "cursor": member.cursor,
    }
    return without_unsaid(facts, _UNSAID_OF_MEMBER)


def _member_from_json(json: Any) -> SaleMember:
    json = with_unsaid(json, _UNSAID_OF_MEMBER)
    return SaleMember(
        wallet=WalletId(json["wallet"]),
        member=MemberId(json["member"]) if json["member"] else None,
        card=CardNumber(json["card"]) if json["card"] else None,
        tier=TierId(json["tier"]) if json["tier"] else None,
        measures=dict(json["measures"]),
        cursor=json["cursor"],
    )


def _line_to_json(place: int, line: SaleLine) -> dict[str, Any]:
    facts = {
        "n": line.number,
        "product": line.product,
        "name": line.name,
        "gtin": line.gtin,
        "category": line.category,
        "class": line.goods_class,
        "measure": line.measure,
        "quantity": line.quantity_milli,
        "unit_price": line.unit_price_minor,
        "list": line.list_minor,
        "net": line.net_minor,
        "tax_rate": line.tax_rate_basis_points,
        "reasons": [_reason_to_json(reason) for reason in line.reasons],
        "approval": approval_to_json(line.approval) if line.approval else None,
        "note": line.note,
    }
    return without_unsaid(facts, _unsaid_of_line(place, line.unit_price_minor))


def _line_from_json(place: int, json: Any) -> SaleLine:
    json = with_unsaid(json, _unsaid_of_line(place, json["unit_price"]))
    return SaleLine(
        number=json["n"],
        product=ProductId(json["product"]),
        name=json["name"],
        gtin=json["gtin"],
        category=json["category"],
        goods_class=json["class"],
        measure=json["measure"],
        quantity_milli=json["quantity"],
        unit_price_minor=json["unit_price"],
        list_minor=json["list"],
        net_minor=json["net"],
        tax_rate_basis_points=json["tax_rate"],
        reasons=tuple(Reason(ReasonCode(code), *rest) for code, *rest in json["reasons"]),
        approval=approval_from_json(json["approval"]) if json["approval"] else None,
        note=json["note"],
    )


def _unsaid_of_line(place: int, unit_price_minor: int) -> Json:
    """One piece of goods as most are, at its price; its number is its place among the lines."""
    return {
        "n": place,
        "gtin": "",
        "category": "",
        "class": "regular",
        "measure": Measure.PIECE.value,
        "quantity": MILLI,
        "list": unit_price_minor,
        "tax_rate": 0,
        "reasons": [],
        "approval": None,
        "note": "",
    }


def _reason_to_json(reason: Reason) -> list[str | int]:
    row = (reason.code.value, reason.offer, reason.offer_version, reason.amount_minor, reason.basis_points)
    return without_unsaid_end(row, _UNSAID_OF_REASON)


def tender_to_json(tender: SaleTender) -> dict[str, Any]:
    """A payment, as it stands in a body."""
    facts = {
        "kind": tender.kind,
        "type": tender.type.value,
        "amount": tender.amount_minor,
        "given": tender.given_minor,
        "reference": tender.reference,
        "takes": takes_to_json(tender.takes),
    }
    return without_unsaid(facts, _unsaid_of_tender(tender.kind, tender.amount_minor))


def tender_from_json(json: Any) -> SaleTender:
    """The payment; KeyError, TypeError or ValueError where it is none."""
    json = with_unsaid(json, _unsaid_of_tender(json["kind"], json["amount"]))
    return SaleTender(
        kind=json["kind"],
        type=TenderType(json["type"]),
        amount_minor=json["amount"],
        given_minor=json["given"],
        reference=json["reference"],
        takes=takes_from_json(json["takes"]),
    )


def _unsaid_of_tender(kind: str, amount_minor: int) -> Json:
    """A kind by the name of its type, nothing handed over beyond the amount."""
    return {"type": kind, "given": amount_minor, "reference": "", "takes": []}


def takes_to_json(takes: tuple[Take, ...]) -> list[list[str | int]]:
    """Lots as `[unit, lot, amount]`."""
    return [[take.unit, take.lot.key, take.amount] for take in takes]


def takes_from_json(rows: Any) -> tuple[Take, ...]:
    """The lots of such rows; TypeError or ValueError where they are none."""
    return tuple(Take(Unit(unit), Lot.from_key(lot), amount) for unit, lot, amount in rows)
