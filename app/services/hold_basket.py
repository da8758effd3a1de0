"""Set a basket aside and take it up again; or throw it away, on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.basket import Basket, BasketLine, ManualPrice
from app.domain.errors import Refused, Why
from app.domain.ids import CardNumber, MemberId, ProductId
from app.domain.journal import Json, Kind
from app.domain.sale.body import approval_from_json, approval_to_json
from app.domain.staff import Operator
from app.ports.store import HeldBasket, Store, UnitOfWork
from app.services.stamp import Recorder
from app.services.view_member import ViewMember


@dataclass(frozen=True, slots=True)
class HoldBasket:
    """Hold, list, recall and void baskets. Products are priced afresh when a basket comes back."""

    store: Store
    recorder: Recorder
    view_member: ViewMember

    def hold(self, basket: Basket, operator: Operator, label: str) -> int | Refused:
        """Set the basket aside; its number."""
        if basket.is_empty:
            return Refused(Why.BASKET_EMPTY)
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            held_id = uow.held.hold(label, stamp.at, operator.id, _to_json(basket))
            uow.commit()
            return held_id

    def waiting(self) -> Sequence[HeldBasket]:
        """All baskets set aside, oldest first."""
        with self.store.unit_of_work() as uow:
            return uow.held.all()

    def recall(self, held_id: int) -> Basket | Refused:
        """Take one up again."""
        with self.store.unit_of_work() as uow:
            held = uow.held.take(held_id)
            if held is None:
                return Refused(Why.HELD_UNKNOWN)
            basket = _from_json(held.content, uow)
            uow.commit()
        card, member = held.content["card"], held.content["member"]
        if card:
            view = self.view_member.by_card(CardNumber(card))
        elif member:
            view = self.view_member.by_member(MemberId(member))
        else:
            return basket
        return basket if isinstance(view, Refused) else basket.with_member(view)

    def void(self, basket: Basket, operator: Operator, total_minor: int) -> None:
        """The basket is given up before it became a sale: what lay in it stays on record."""
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            lines = [[line.product.id, line.quantity_milli] for line in basket.lines]
            body = {"operator": operator.id, "lines": lines, "total": total_minor}
            self.recorder.record(uow, Kind.BASKET_VOIDED, body, stamp)
            uow.commit()


def _to_json(basket: Basket) -> Json:
    view = basket.member
    return {
        "card": view.card.number if view and view.card else None,
        "member": view.member.id if view and view.member else None,
        "lines": [_line_to_json(line) for line in basket.lines],
    }


def _line_to_json(line: BasketLine) -> dict[str, Any]:
    manual = line.manual
    return {
        "product": line.product.id,
        "quantity": line.quantity_milli,
        "label_price": line.label_price_minor,
        "manual": [manual.unit_price_minor, approval_to_json(manual.approval)] if manual else None,
        "note": line.note,
    }


def _from_json(content: Json, uow: UnitOfWork) -> Basket:
    lines: list[BasketLine] = []
    for row in content["lines"]:
        product = uow.products.by_id(ProductId(row["product"]))
        if product is None:
            continue
        manual = ManualPrice(row["manual"][0], approval_from_json(row["manual"][1])) if row["manual"] else None
        lines.append(BasketLine(len(lines) + 1, product, row["quantity"], row["label_price"], manual, row["note"]))
    return Basket(tuple(lines), next_line_id=len(lines) + 1)
