"""Shifts, staff and goods in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.domain.catalogue import Product
from app.domain.ids import OperatorId, ProductId, ShiftId
from app.domain.journal import Event
from app.domain.shift import CashMovement, ClosedShift, Shift
from app.domain.staff import Operator, PinRecord


@dataclass
class MemoryShifts:
    """One open shift and those before."""

    opened: Shift | None = None
    ended: list[ClosedShift] = field(default_factory=list)
    moves: list[tuple[ShiftId, CashMovement]] = field(default_factory=list)
    openings: int = 0

    def current(self) -> Shift | None:
        """The open shift."""
        return self.opened

    def open(self, event: Event, shift: Shift) -> None:
        """Begin a shift."""
        self.opened, self.openings = shift, 0

    def close(self, event: Event, closed: ClosedShift) -> None:
        """End it."""
        self.opened = None
        self.ended.append(closed)

    def closed(self, shift: ShiftId) -> ClosedShift | None:
        """One that has ended."""
        return next((each for each in self.ended if each.shift.id == shift), None)

    def move_cash(self, event: Event, shift: ShiftId, movement: CashMovement) -> None:
        """Cash in or out."""
        self.moves.append((shift, movement))

    def movements(self, shift: ShiftId) -> Sequence[CashMovement]:
        """The shift's cash movements."""
        return [movement for whose, movement in self.moves if whose == shift]

    def advanced_on(self, receipt: str) -> int:
        """What was paid in advance."""
        return sum(movement.amount_minor for _, movement in self.moves if movement.receipt == receipt)

    def count_drawer_opening(self, shift: ShiftId) -> None:
        """One more."""
        self.openings += 1

    def drawer_openings(self, shift: ShiftId) -> int:
        """How often."""
        return self.openings


@dataclass
class MemoryStaff:
    """People by id."""

    records: dict[OperatorId, PinRecord] = field(default_factory=dict)

    def operators(self) -> Sequence[Operator]:
        """Everybody, by name."""
        return sorted((record.operator for record in self.records.values()), key=lambda person: person.name)

    def operator(self, operator_id: OperatorId) -> Operator | None:
        """One person."""
        record = self.records.get(operator_id)
        return record.operator if record else None

    def pin_record(self, operator_id: OperatorId) -> PinRecord | None:
        """One person with tries."""
        return self.records.get(operator_id)

    def put(self, record: PinRecord) -> None:
        """Add or replace."""
        self.records[record.operator.id] = record

    def remove(self, operator_id: OperatorId) -> None:
        """Gone."""
        self.records.pop(operator_id, None)

    def save_tries(self, operator_id: OperatorId, failures: int, locked_until: int) -> None:
        """Remember wrong PINs."""
        record = self.records[operator_id]
        self.records[operator_id] = replace(record, failures=failures, locked_until=locked_until)


@dataclass
class MemoryProducts:
    """The catalogue as a list."""

    products: list[Product] = field(default_factory=list)

    def by_gtin(self, gtin: str) -> Product | None:
        """By GTIN."""
        return next((product for product in self.products if product.gtin == gtin), None)

    def by_plu(self, plu: str) -> Product | None:
        """By PLU."""
        return next((product for product in self.products if product.plu == plu), None)

    def by_id(self, product_id: ProductId) -> Product | None:
        """By id."""
        return next((product for product in self.products if product.id == product_id), None)

    def search(self, text: str, limit: int) -> Sequence[Product]:
        """By part of the name, initials or code."""
        words = text.lower()
        fit = [p for p in self.products if words in p.name.lower() or p.initials.startswith(words)]
        return (fit or [p for p in self.products if p.gtin.startswith(text)])[:limit]

    def quick_keys(self) -> Sequence[Product]:
        """Those on quick keys."""
        return [product for product in self.products if product.quick_key]

    def version(self) -> int:
        """Always the first."""
        return 1

    def replace_all(self, products: Sequence[Product], version: int) -> None:
        """Another catalogue."""
        self.products = list(products)

    def put(self, items: Sequence[Product]) -> None:
        """Add or replace."""
        new = {item.id for item in items}
        self.products = [*(product for product in self.products if product.id not in new), *items]

    def remove(self, product_id: ProductId) -> None:
        """Gone."""
        self.products = [product for product in self.products if product.id != product_id]
