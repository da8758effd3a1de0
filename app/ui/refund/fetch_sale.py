"""A receipt of another till: head office is asked for the sale and the right to refund it, until the till has heard."""

import re
from collections.abc import Callable
from typing import Protocol

from app.domain.errors import Refused, Why
from app.ports.head_office import Fetching, HeadOffice, Line
from app.ui.running import Follows

_RECEIPT = re.compile(r"[^-\s][^\s]*-\d{1,9}-\d{1,9}")
# A till that is switched on hears within a second or two; whoever does not is told apart by then.
TRIES = 12
_WHY = {
    Fetching.ASKED: Why.REFUND_ASKED,
    Fetching.OFFLINE: Why.REFUND_OFFLINE,
    Fetching.NOT_NOW: Why.VALUE_IN_RECOVERY,
    Fetching.UNKNOWN: Why.SALE_UNKNOWN,
}


class FetchView(Protocol):
    """The refund screen while it waits."""

    def show_fetching(self, receipt_number: str, *, is_asked: bool) -> None:
        """It is being fetched; `is_asked`: the till that holds the right was asked. `again` is called in a moment."""

    def hide_fetching(self) -> None:
        """It is here, or will not come."""

    def show_refusal(self, refused: Refused) -> None:
        """Why it does not come."""


class SaleFetcher:
    """One receipt at a time; `found` is told once it can be refunded here."""

    def __init__(self, view: FetchView, office: HeadOffice, follows: Follows) -> None:
        self._view, self._office, self._follows = view, office, follows
        self._number, self._tries = "", 0
        self._found: Callable[[str], None] = lambda _: None

    def can_fetch(self, receipt_number: str, *, is_known: bool) -> bool:
        """Whether another till may have it: a receipt of this one is here if it is anywhere (`is_known`: it is)."""
        status = self._office.status
        in_a_chain = status.line is not Line.ALONE and not status.is_inside
        is_of_others = is_known or not receipt_number.startswith(f"{status.till}-")
        return in_a_chain and is_of_others and _RECEIPT.fullmatch(receipt_number) is not None

    def fetch(self, receipt_number: str, found: Callable[[str], None]) -> None:
        """Begin."""
        self._number, self._tries, self._found = receipt_number, 0, found
        self._view.show_fetching(receipt_number, is_asked=False)
        self._ask()

    def again(self) -> None:
        """The till that was asked may have heard by now."""
        if self._number:
            self._ask()

    def stop(self) -> None:
        """Nobody waits for it any more; what was asked for may come all the same."""
        self._number = ""
        self._view.hide_fetching()

    def _ask(self) -> None:
        number = self._number
        self._tries += 1
        self._follows.follow(
            self._office.fetch_sale(number),
            lambda came: self._came(number, came),
            lambda _: self._came(number, Fetching.OFFLINE),
        )

    def _came(self, number: str, came: Fetching) -> None:
        if number != self._number:
            return
        if came is Fetching.ASKED and self._tries < TRIES:
            self._view.show_fetching(number, is_asked=True)
            return
        self.stop()
        if came is Fetching.TAKEN:
            self._found(number)
        else:
            self._view.show_refusal(Refused(_WHY[came]))
