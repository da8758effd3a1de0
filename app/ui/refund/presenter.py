"""Refund: find the sale, pick what comes back, see what goes out, have it allowed, post it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.codes import RECEIPT_PREFIX
from app.domain.errors import Refused, Why
from app.domain.ids import OperatorId, SaleId
from app.domain.ledger import POINTS
from app.domain.money import MILLI
from app.domain.sale.facts import Refund, RefundLine, SaleLine
from app.domain.sale.refund import Refundable, build_refund, sold_line
from app.domain.staff import Approval, Permission
from app.services.refund_sale import RecentSale
from app.services.use_cases import UseCases
from app.ui.refund.fetch_sale import SaleFetcher
from app.ui.running import Runs
from app.ui.tender.value_desk import ValueDesk

# A preview goes through the same engine as the refund itself; only who, when and which number are not known yet.
_PREVIEW_ID = SaleId("")
_NOBODY = Approval(Permission.REFUND, OperatorId(""), OperatorId(""))


class RefundView(Protocol):
    """The refund screen."""

    def show_recent(self, sales: Sequence[RecentSale]) -> None:
        """The last sales of this till."""

    def show_sale(self, left: Refundable) -> None:
        """What may still go back of one sale."""

    def show_advanced(self, amount_minor: int) -> None:
        """So much was paid here in advance on this receipt."""

    def show_no_sale(self) -> None:
        """No sale is chosen."""

    def show_picked(self, quantities: dict[int, int], preview: Refund | None) -> None:
        """What is picked, and the refund it would make."""

    def ask_approval(self, preview: Refund, permission: Permission, then: Callable[[Approval], None]) -> None:
        """Have it allowed, with a reason."""

    def show_done(self, refund: Refund) -> None:
        """The money may go out; what a provider gives back begins to."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why not."""


class RefundDesk:
    """The refund of one sale at a time."""

    def __init__(
        self,
        view: RefundView,
        tasks: Runs,
        use_cases: UseCases,
        goes_to_provider: Callable[[str], bool],
        fetcher: SaleFetcher | None = None,
        desk: ValueDesk | None = None,
    ) -> None:
        self._view, self._goes_to_provider, self._fetcher = view, goes_to_provider, fetcher
        self._tasks, self._use_cases, self._desk = tasks, use_cases, desk
        self._left: Refundable | None = None
        self._quantities: dict[int, int] = {}
        self._posting = False
        # Another till may have refunded it meanwhile: a manager answers for that.
        self._at_risk = False

    def load(self) -> None:
        """List the last sales, nothing chosen."""
        self._left, self._quantities = None, {}
        self._view.show_no_sale()
        self._tasks.run(self._use_cases.refund_sale.recent, self._view.show_recent)

    def find(self, receipt_number: str) -> None:
        """Open the sale with this number, typed, chosen or from its QR code."""
        number = receipt_number.strip().upper().removeprefix(RECEIPT_PREFIX)
        if number:
            self._tasks.run(lambda: self._look(number), lambda looked: self._show_or_fetch(number, *looked))

    def pick(self, number: int, quantity_milli: int) -> None:
        """So much of a line comes back; never more than is left of it, never less than nothing."""
        left = next((line for line in self._lines() if line.number == number), None)
        if left is None:
            return
        self._quantities[number] = max(0, min(quantity_milli, left.quantity_milli))
        self._show_picked()

    def step(self, number: int, pieces: int) -> None:
        """One piece more or less; what is sold by weight comes back whole or not at all."""
        line = next((line for line in self._lines() if line.number == number), None)
        if line is None or self._left is None:
            return
        picked = self._quantities.get(number, 0)
        if is_whole(sold_line(self._left.sale, number)):
            self.pick(number, picked + pieces * MILLI)
        else:
            self.pick(number, line.quantity_milli if pieces > 0 else 0)

    def toggle(self, number: int) -> None:
        """All that is left of a line, or nothing of it."""
        line = next((line for line in self._lines() if line.number == number), None)
        if line:
            self.pick(number, 0 if self._quantities.get(number) == line.quantity_milli else line.quantity_milli)

    def pick_all(self) -> None:
        """Everything that is left comes back."""
        self._quantities = {line.number: line.quantity_milli for line in self._lines()}
        self._show_picked()

    def pick_nothing(self) -> None:
        """Start picking again."""
        self._quantities = {}
        self._show_picked()

    def refund(self) -> None:
        """Have the picked lines allowed, then post. Points that should go back and are not here are asked for first."""
        preview = self._preview()
        if isinstance(preview, Refused) or preview.wallet is None:
            self._have_allowed()
            return
        missing = preview.kept_points + sum(part.amount for part in preview.debt)
        if missing and self._desk and self._desk.can_ask() and not self._posting:
            self._desk.ask(preview.wallet, missing, lambda _: self._look_again(), (POINTS,))
        else:
            self._have_allowed()

    def _look_again(self) -> None:
        """What of the sale may go back, with the points that have come."""
        if self._left is None:
            return
        sale, at_risk = self._left.sale, self._at_risk

        def found(left: Refundable | Refused) -> None:
            if isinstance(left, Refused):
                self._view.show_refusal(left)
            elif self._left and self._left.sale.id == sale.id:
                self._left = left
                self._show_picked()
                self._have_allowed()

        number = sale.origin.receipt_number
        self._tasks.run(lambda: self._use_cases.refund_sale.find(number, at_risk=at_risk), found)

    def _have_allowed(self) -> None:
        preview = self._preview()
        if isinstance(preview, Refused):
            self._view.show_refusal(preview)
        elif not self._posting:
            permission = Permission.REFUND_AT_RISK if self._at_risk else Permission.REFUND
            self._view.ask_approval(preview, permission, self._post)

    def _lines(self) -> Sequence[RefundLine]:
        return self._left.lines if self._left else ()

    def _look(self, number: str, *, at_risk: bool = False) -> tuple[Refundable | Refused, int]:
        """What may still go back, and what was paid here in advance on it."""
        outcome = self._use_cases.refund_sale.find(number, at_risk=at_risk)
        return outcome, self._use_cases.advance_refund.paid_on(number)

    def _show_or_fetch(self, number: str, outcome: Refundable | Refused, advanced_minor: int) -> None:
        """What is not here may be at another till."""
        why = outcome.why if isinstance(outcome, Refused) else None
        is_elsewhere = why in {Why.SALE_UNKNOWN, Why.REFUND_ELSEWHERE}
        is_known = why is Why.REFUND_ELSEWHERE
        if is_elsewhere and self._fetcher and self._fetcher.can_fetch(number, is_known=is_known):
            self._fetcher.fetch(number, self._open_fetched, is_known=is_known)
        else:
            self._show(outcome, advanced_minor)

    def _open_fetched(self, number: str, at_risk: bool) -> None:  # as the fetcher tells it
        self._tasks.run(
            lambda: self._look(number, at_risk=at_risk), lambda looked: self._show(*looked, at_risk=at_risk)
        )

    def _show(self, outcome: Refundable | Refused, advanced_minor: int, *, at_risk: bool = False) -> None:
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._left, self._quantities, self._at_risk = outcome, {}, at_risk
        self._view.show_sale(outcome)
        self._show_picked()
        if advanced_minor:
            self._view.show_advanced(advanced_minor)

    def _show_picked(self) -> None:
        preview = self._preview()
        self._view.show_picked(dict(self._quantities), None if isinstance(preview, Refused) else preview)

    def _preview(self) -> Refund | Refused:
        if self._left is None:
            return Refused(Why.REFUND_NOTHING)
        origin = self._left.sale.origin
        return build_refund(self._left, self._quantities, refund_id=_PREVIEW_ID, origin=origin, approval=_NOBODY)

    def _post(self, approval: Approval) -> None:
        if self._left is None or self._posting:
            return
        self._posting = True
        sale_id, quantities = self._left.sale.id, dict(self._quantities)
        by_provider = {each.kind for each in self._left.tenders if self._goes_to_provider(each.kind)}
        self._tasks.run(
            lambda: self._use_cases.refund_sale(sale_id, quantities, approval, by_provider),
            self._posted,
            self._stop_posting,
        )

    def _posted(self, outcome: Refund | Refused) -> None:
        self._posting = False
        if isinstance(outcome, Refused):
            self._view.show_refusal(outcome)
            return
        self._left, self._quantities = None, {}
        self._view.show_done(outcome)

    def _stop_posting(self, _error: BaseException) -> None:
        self._posting = False


def is_whole(line: SaleLine) -> bool:
    """Whether the line is counted in pieces."""
    return line.measure == "piece"
