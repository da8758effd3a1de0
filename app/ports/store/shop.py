"""The shop itself: shifts of the drawer, who may sign on, what is sold."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.catalogue import Product
from app.domain.ids import OperatorId, ProductId, ShiftId
from app.domain.journal import Event
from app.domain.shift import CashMovement, ClosedShift, Shift
from app.domain.staff import Operator, PinRecord


class Shifts(Protocol):
    """The drawer's shifts."""

    def current(self) -> Shift | None:
        """The open shift."""

    def open(self, event: Event, shift: Shift) -> None:
        """Begin a shift."""

    def close(self, event: Event, closed: ClosedShift) -> None:
        """End it."""

    def closed(self, shift: ShiftId) -> ClosedShift | None:
        """A shift that has ended."""

    def move_cash(self, event: Event, shift: ShiftId, movement: CashMovement) -> None:
        """Cash in or out."""

    def movements(self, shift: ShiftId) -> Sequence[CashMovement]:
        """The shift's cash movements."""

    def advanced_on(self, receipt: str) -> int:
        """What was paid here in advance on the refund of another till's sale (minor units)."""

    def count_drawer_opening(self, shift: ShiftId) -> None:
        """The drawer was opened without a sale."""

    def drawer_openings(self, shift: ShiftId) -> int:
        """How often that was."""


class Staff(Protocol):
    """Who may sign on."""

    def operators(self) -> Sequence[Operator]:
        """Everybody, by name."""

    def operator(self, operator_id: OperatorId) -> Operator | None:
        """One person."""

    def pin_record(self, operator_id: OperatorId) -> PinRecord | None:
        """One person with PIN hash and tries."""

    def put(self, record: PinRecord) -> None:
        """Add or replace a person."""

    def remove(self, operator_id: OperatorId) -> None:
        """This person signs on no more."""

    def save_tries(self, operator_id: OperatorId, failures: int, locked_until: int) -> None:
        """Remember wrong PINs; it must survive a restart."""


class Products(Protocol):
    """The catalogue as this till has it."""

    def by_gtin(self, gtin: str) -> Product | None:
        """The product with this normalised GTIN."""

    def by_plu(self, plu: str) -> Product | None:
        """The weighed product with this PLU."""

    def by_id(self, product_id: ProductId) -> Product | None:
        """One product."""

    def search(self, text: str, limit: int) -> Sequence[Product]:
        """By part of the name, by pinyin initials, or by the beginning of the code."""

    def quick_keys(self) -> Sequence[Product]:
        """The products on quick keys, in their order."""

    def version(self) -> int:
        """The catalogue's version."""

    def replace_all(self, products: Sequence[Product], version: int) -> None:
        """Put this catalogue in place of the old one."""

    def put(self, items: Sequence[Product]) -> None:
        """Add or replace them; a code that another product had, an earlier one of these too, is the later one's now."""

    def remove(self, product_id: ProductId) -> None:
        """There is no such product any more."""
