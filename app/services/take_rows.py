"""What head office's rows mean to this till: goods and people, written in the transaction that keeps the rows."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.catalogue import Measure, Product
from app.domain.checkpoint import RowChange
from app.domain.ids import OperatorId, ProductId
from app.domain.staff import Operator, PinRecord, Role
from app.ports.store import Fed, FedRow, UnitOfWork

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FedRows:
    """The rows as they came, whatever they mean: a newer version of this till may read more out of them."""

    fed: Fed

    def change(self, stream: str, row_id: str, n: int, content: Mapping[str, Any] | None) -> tuple[int, RowChange]:
        """Keep a row or its end; its number of before (0: none, or in doubt) and what has changed."""
        before = self.fed.row(stream, row_id)
        if content is None:
            self.fed.remove(stream, row_id)
        else:
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            self.fed.put(stream, row_id, FedRow(n, text))
        was = json.loads(before.content) if before else None
        return before.n if before else 0, RowChange(row_id, was, content)

    def doubt(self, stream: str) -> None:
        """Every row is to be told anew."""
        self.fed.doubt(stream)

    def drop_doubted(self, stream: str) -> Sequence[RowChange]:
        """What was not told anew is gone."""
        return [self.change(stream, row_id, 0, None)[1] for row_id in self.fed.doubted(stream)]


class TakeRows:
    """Writes goods and people. Programmes and settings take effect by services of their own."""

    def kept(self, uow: UnitOfWork) -> FedRows:
        """The rows as they came."""
        return FedRows(uow.fed)

    def take(self, uow: UnitOfWork, stream: str, changes: Sequence[RowChange]) -> None:
        """Write what these changes mean; one that this version cannot read leaves what there is."""
        write = {"catalogue": _take_product, "staff": _take_person}.get(stream)
        if write is None:
            return
        for change in changes:
            try:
                write(uow, change)
            except (KeyError, TypeError, ValueError):
                _log.warning("a row of %s cannot be read by this version: %s", stream, change.id)


def _take_product(uow: UnitOfWork, change: RowChange) -> None:
    if change.after is None:
        uow.products.remove(ProductId(change.id))
        return
    told = change.after
    product = Product(
        id=ProductId(change.id),
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
    uow.products.put(product)


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
