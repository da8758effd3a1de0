"""A basket as JSON, to be set aside or kept while it is made; products are named, not copied."""

from typing import Any

from app.domain.basket import NO_WISHES, Basket, BasketLine, ManualPrice, SaleException, Wishes
from app.domain.errors import Refused
from app.domain.ids import CardNumber, MemberId, ProductId
from app.domain.journal import Json
from app.domain.sale.body import approval_from_json, approval_to_json
from app.ports.store import UnitOfWork
from app.services.view_member import ViewMember


def basket_to_json(basket: Basket) -> Json:
    """The lines, and whose basket it is."""
    view = basket.member
    return {
        "card": view.card.number if view and view.card else None,
        "member": view.member.id if view and view.member else None,
        "lines": [_line_to_json(line) for line in basket.lines],
        "wishes": _wishes_to_json(basket.wishes),
        "exceptions": [[each.rule, approval_to_json(each.approval)] for each in basket.exceptions],
    }


def lines_from_json(content: Json, uow: UnitOfWork) -> Basket:
    """The lines at today's prices; a product that is no longer there is left out."""
    lines: list[BasketLine] = []
    for row in content["lines"]:
        product = uow.products.by_id(ProductId(row["product"]))
        if product is None:
            continue
        manual = ManualPrice(row["manual"][0], approval_from_json(row["manual"][1])) if row["manual"] else None
        lines.append(BasketLine(len(lines) + 1, product, row["quantity"], row["label_price"], manual, row["note"]))
    return Basket(
        tuple(lines),
        next_line_id=len(lines) + 1,
        wishes=_wishes_from_json(content.get("wishes")),
        exceptions=tuple(
            SaleException(rule, approval_from_json(approval)) for rule, approval in content.get("exceptions", ())
        ),
    )


def with_its_member(basket: Basket, content: Json, view_member: ViewMember) -> Basket:
    """The basket of whom it was, if the card or the member is still good."""
    card, member = content["card"], content["member"]
    if card:
        view = view_member.by_card(CardNumber(card))
    elif member:
        view = view_member.by_member(MemberId(member))
    else:
        return basket
    return basket if isinstance(view, Refused) else basket.with_member(view)


def _wishes_to_json(wishes: Wishes) -> dict[str, Any]:
    return {
        "points": wishes.points,
        "coupons": sorted(wishes.coupons),
        "declined": sorted(wishes.declined),
        "fees": sorted(wishes.fees),
        "plain": wishes.plain,
    }


def _wishes_from_json(row: Any) -> Wishes:
    if not row:
        return NO_WISHES
    coupons, declined, fees = (frozenset(row[name]) for name in ("coupons", "declined", "fees"))
    return Wishes(row["points"], coupons, declined, fees, row["plain"])


def _line_to_json(line: BasketLine) -> dict[str, Any]:
    manual = line.manual
    return {
        "product": line.product.id,
        "quantity": line.quantity_milli,
        "label_price": line.label_price_minor,
        "manual": [manual.unit_price_minor, approval_to_json(manual.approval)] if manual else None,
        "note": line.note,
    }
