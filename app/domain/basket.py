"""The basket: what is on the counter and not yet sold."""

from dataclasses import dataclass, replace

from app.domain.catalogue import Measure, Product
from app.domain.member import MemberView
from app.domain.money import MILLI
from app.domain.staff import Approval

MAX_QUANTITY_MILLI = 9_999 * MILLI


@dataclass(frozen=True, slots=True)
class ManualPrice:
    """A price a person has set: minor units a piece or kilogram, with who allowed it and why."""

    unit_price_minor: int
    approval: Approval


@dataclass(frozen=True, slots=True)
class BasketLine:
    """One line. `label_price_minor` is the price a scale printed for this very package."""

    id: int
    product: Product
    quantity_milli: int
    label_price_minor: int | None = None
    manual: ManualPrice | None = None
    note: str = ""

    def merges(self, note: str = "") -> bool:
        """Whether another scan of the same product, with this note, may be counted onto this line."""
        return (
            self.product.measure is Measure.PIECE
            and self.label_price_minor is None
            and self.manual is None
            and self.note == note
        )


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the customer wants besides goods. `points` to use (None = as many as possible); the rest by id.

    `coupons` are those asked for, where the programme takes them on request, `declined` those to be kept; `fees` the
    fee lines wanted. `plain`: no offer at all, because of a way to pay that does not combine with any.
    """

    points: int | None = 0
    coupons: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    fees: frozenset[str] = frozenset()
    plain: bool = False


NO_WISHES = Wishes()


@dataclass(frozen=True, slots=True)
class SaleException:
    """A sale rule of the programme (by id) that somebody let pass for this basket."""

    rule: str
    approval: Approval


@dataclass(frozen=True, slots=True)
class Basket:
    """Lines in the order of their first scan, and whose basket it is."""

    lines: tuple[BasketLine, ...] = ()
    member: MemberView | None = None
    next_line_id: int = 1
    wishes: Wishes = NO_WISHES
    exceptions: tuple[SaleException, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing lies in it."""
        return not self.lines

    def line(self, line_id: int) -> BasketLine | None:
        """The line with this id, or None."""
        return next((line for line in self.lines if line.id == line_id), None)

    def changed_since(self, before: "Basket") -> tuple[BasketLine, ...]:
        """The lines that are new, or other than they were in `before`."""
        known = {line.id: line for line in before.lines}
        return tuple(line for line in self.lines if (was := known.get(line.id)) is not line and was != line)

    def add(
        self, product: Product, quantity_milli: int = MILLI, label_price_minor: int | None = None, note: str = ""
    ) -> "Basket":
        """One more scan: onto the product's own line where it may be, else on a new line."""
        if label_price_minor is None and product.measure is Measure.PIECE:
            for line in self.lines:
                if line.product.id == product.id and line.merges(note):
                    return self._replaced(replace(line, quantity_milli=line.quantity_milli + quantity_milli))
        line = BasketLine(self.next_line_id, product, quantity_milli, label_price_minor, note=note)
        return replace(self, lines=(*self.lines, line), next_line_id=self.next_line_id + 1)

    def with_quantity(self, line_id: int, quantity_milli: int) -> "Basket":
        """The line with another quantity (0 < quantity <= MAX_QUANTITY_MILLI)."""
        if not 0 < quantity_milli <= MAX_QUANTITY_MILLI:
            raise ValueError("quantity out of range")
        line = self.line(line_id)
        return self._replaced(replace(line, quantity_milli=quantity_milli)) if line else self

    def with_manual_price(self, line_id: int, manual: ManualPrice | None) -> "Basket":
        """The line at a price a person has set, or back at its own."""
        line = self.line(line_id)
        return self._replaced(replace(line, manual=manual)) if line else self

    def with_note(self, line_id: int, note: str) -> "Basket":
        """The line with a note for the receipt."""
        line = self.line(line_id)
        return self._replaced(replace(line, note=note)) if line else self

    def without(self, line_id: int) -> "Basket":
        """The basket without that line."""
        return replace(self, lines=tuple(line for line in self.lines if line.id != line_id))

    def with_member(self, member: MemberView | None) -> "Basket":
        """The basket of this member, or of nobody."""
        return replace(self, member=member)

    def with_wishes(self, wishes: Wishes) -> "Basket":
        """The basket of a customer who wants this."""
        return replace(self, wishes=wishes)

    def with_exception(self, exception: SaleException) -> "Basket":
        """The basket with one more rule let pass; a later approval of the same rule takes the earlier one's place."""
        rest = tuple(each for each in self.exceptions if each.rule != exception.rule)
        return replace(self, exceptions=(*rest, exception))

    def _replaced(self, changed: BasketLine) -> "Basket":
        return replace(self, lines=tuple(changed if line.id == changed.id else line for line in self.lines))
