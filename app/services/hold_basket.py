"""Set a basket aside and take it up again; or throw it away, on record."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.journal import Kind
from app.domain.staff import Operator
from app.ports.store import HeldBasket, Store
from app.services.basket_json import basket_to_json, lines_from_json, with_its_member
from app.services.keep_basket import forget_basket, keep_content
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
            held_id = uow.held.hold(label, stamp.at, operator.id, basket_to_json(basket))
            forget_basket(uow)
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
            basket = lines_from_json(held.content, uow)
            keep_content(uow, held.content)
            uow.commit()
        return with_its_member(basket, held.content, self.view_member)

    def void(self, basket: Basket, operator: Operator, total_minor: int) -> None:
        """The basket is given up before it became a sale: what lay in it stays on record."""
        with self.store.unit_of_work() as uow:
            stamp = self.recorder.stamp(uow)
            lines = [[line.product.id, line.quantity_milli] for line in basket.lines]
            body = {"operator": operator.id, "lines": lines, "total": total_minor}
            self.recorder.record(uow, Kind.BASKET_VOIDED, body, stamp)
            forget_basket(uow)
            uow.commit()
