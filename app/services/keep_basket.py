"""Keep the basket that is being made, so that a till that stops in the middle of a sale goes on where it was.

One slot, not a held basket: nobody has set it aside, and it must not stand in the way of closing the shift.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.basket import Basket
from app.domain.codes import is_swiped_card
from app.domain.journal import Json
from app.domain.programme.model import TenderType
from app.domain.tender import Tendered
from app.ports.store import Store, UnitOfWork
from app.services.basket_json import basket_to_json, lines_from_json, with_its_member
from app.services.view_member import ViewMember

CONFIG_NAME = "basket_in_progress"


@dataclass(frozen=True, slots=True)
class KeptBasket:
    """What lay on the counter, and what was taken for it already."""

    basket: Basket
    tendered: tuple[Tendered, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepBasket:
    """The one way to the slot. What makes the basket something else (a sale, a held or voided one) empties it."""

    store: Store
    view_member: ViewMember

    def __call__(self, basket: Basket, tendered: Sequence[Tendered] = ()) -> None:
        """Keep this; an empty basket empties the slot."""
        with self.store.unit_of_work() as uow:
            keep_basket(uow, basket, tendered)
            uow.commit()

    def kept(self) -> KeptBasket | None:
        """What was being made when the till stopped; it stays kept until the next change."""
        with self.store.unit_of_work() as uow:
            text = uow.config.get(CONFIG_NAME)
            if not text:
                return None
            content = json.loads(text)
            basket = lines_from_json(content, uow)
        tendered = tuple(Tendered(row[0], TenderType(row[1]), row[2], row[3]) for row in content["tendered"])
        if basket.is_empty:
            return None
        return KeptBasket(with_its_member(basket, content, self.view_member), tendered)


def keep_basket(uow: UnitOfWork, basket: Basket, tendered: Sequence[Tendered] = ()) -> None:
    """Keep the basket within a unit of work of the caller's."""
    if basket.is_empty:
        forget_basket(uow)
    else:
        keep_content(uow, basket_to_json(basket), tendered)


def keep_content(uow: UnitOfWork, content: Json, tendered: Sequence[Tendered] = ()) -> None:
    """Keep a basket that is JSON already."""
    taken = [
        [each.kind, each.type.value, each.given_minor, "" if is_swiped_card(each.reference) else each.reference]
        for each in tendered
    ]
    text = json.dumps({**content, "tendered": taken}, ensure_ascii=False, separators=(",", ":"))
    uow.config.put(CONFIG_NAME, text)


def forget_basket(uow: UnitOfWork) -> None:
    """Nothing is being made any more."""
    if uow.config.get(CONFIG_NAME):
        uow.config.put(CONFIG_NAME, "")
