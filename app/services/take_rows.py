"""What head office's rows mean to this till: goods and people, written in the transaction that keeps the rows."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.catalogue import Measure, Product
from app.domain.checkpoint import CopyRow, RowChange
from app.domain.ids import OperatorId, ProductId
from app.domain.staff import Operator, PinRecord, Role
from app.ports.store import Fed, FedRow, UnitOfWork

_UNREADABLE = "a row of %s cannot be read by this version: %s"
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FedRows:
    """The rows as they came, whatever they mean: a newer version of this till may read more out of them."""

    fed: Fed

    def change(self, stream: str, rows: Sequence[CopyRow]) -> Sequence[tuple[int, RowChange]]:
        """Keep rows or their end; of each its number of before (0: none, or in doubt) and what has changed."""
        before = self.fed.named(stream, [row.id for row in rows])
        self.fed.put(stream, {row.id: FedRow(row.n, _text(row.content)) for row in rows if row.content is not None})
        for row in rows:
            if row.content is None and row.id in before:
                self.fed.remove(stream, row.id)
        return [_changed(row, before.get(row.id)) for row in rows]

    def doubt(self, stream: str) -> None:
        """Every row is to be told anew."""
        self.fed.doubt(stream)

    def drop_doubted(self, stream: str) -> Sequence[RowChange]:
        """What was not told anew is gone."""
        gone = [CopyRow(row_id, 0, None) for row_id in self.fed.doubted(stream)]
        return [change for _, change in self.change(stream, gone)]


def _changed(row: CopyRow, before: FedRow | None) -> tuple[int, RowChange]:
    if before is None:
        return 0, RowChange(row.id, None, row.content)
    return before.n, RowChange(row.id, json.loads(before.content), row.content)


class TakeRows:
    """Writes goods and people. Programmes and settings take effect by services of their own."""

    def kept(self, uow: UnitOfWork) -> FedRows:
        """The rows as they came."""
        return FedRows(uow.fed)

    def take(self, uow: UnitOfWork, stream: str, changes: Sequence[RowChange]) -> None:
        """Write what these changes mean; one that this version cannot read leaves what there is."""
        if stream == "catalogue":
            _take_goods(uow, changes)
        elif stream == "staff":
            _take_people(uow, changes)


def _take_goods(uow: UnitOfWork, changes: Sequence[RowChange]) -> None:
    goods = list[Product]()
    for change in changes:
        if change.after is None:
            uow.products.remove(ProductId(change.id))
            continue
        try:
            goods.append(_product(ProductId(change.id), change.after))
        except (KeyError, TypeError, ValueError):
            _log.warning(_UNREADABLE, "catalogue", change.id)
    uow.products.put(goods)


def _product(product_id: ProductId, told: Mapping[str, Any]) -> Product:
    return Product(
        id=product_id,
        name=told["name"],
        price_minor=int(told["price_minor"]),
        measure=Measure(told.get("measure", "piece")),
        gtin=told.get("gtin", ""),
        plu=told.get("plu", ""),
        category=told.get("category", ""),
        brand=told.get("brand", ""),
        goods_class=told.get("goods_class", "regular"),
        member_price_minor=told.get("member_price_minor"),
        tax_rate_basis_points=told.get("tax_rate_basis_points", 0),
        initials=told.get("initials", ""),
        quick_key=told.get("quick_key", False),
        for_sale=told.get("for_sale", True),
    )


def _take_people(uow: UnitOfWork, changes: Sequence[RowChange]) -> None:
    for change in changes:
        try:
            _take_person(uow, change)
        except (KeyError, TypeError, ValueError):
            _log.warning(_UNREADABLE, "staff", change.id)


def _take_person(uow: UnitOfWork, change: RowChange) -> None:
    person = OperatorId(change.id)
    if change.after is None:
        uow.staff.remove(person)
        return
    operator = Operator(person, change.after["name"], Role(change.after["role"]))
    here, told = uow.staff.pin_record(person), change.after["pin_hash"]
    # A PIN changed here stays until head office gives another.
    if here and change.before and change.before.get("pin_hash") == told:
        uow.staff.put(PinRecord(operator, here.pin_hash, here.failures, here.locked_until))
    else:
        uow.staff.put(PinRecord(operator, told))
