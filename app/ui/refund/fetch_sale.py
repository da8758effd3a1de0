"""A receipt of another till: head office is asked for the sale and the right to refund it, until the till has heard."""

import re
from collections.abc import Callable
from typing import Protocol

from app.domain.errors import Refused, Why
from app.ports.head_office import Fetching, HeadOffice, Line
from app.ui.running import Follows

_RECEIPT = re.compile(r"[^-\s][^\s]*-\d{1,9}-\d{1,9}")
# A till that is switched on hears within a second or two; whoever does not is told apart by then.
TRIES = 8
_WHY = {
    Fetching.NOT_NOW: Why.VALUE_IN_RECOVERY,
    Fetching.TOO_OFTEN: Why.LOOKED_UP_TOO_OFTEN,
    Fetching.UNKNOWN: Why.SALE_UNKNOWN,
}


class FetchView(Protocol):
    """The refund screen while it waits."""

    def show_fetching(self, receipt_number: str, *, is_asked: bool) -> None:
        """It is being fetched; `is_asked`: the till that holds the right was asked. `again` is called in a moment."""

    def offer_risk(self) -> None:
        """Nobody says whether it was refunded: `take_the_risk` has that done without their word, if somebody may."""

    def offer_advance(self, receipt_number: str) -> None:
        """There is no line: nobody here knows the sale, and only an advance can be paid on it."""

    def hide_fetching(self) -> None:
        """It is here, or will not come."""

    def show_refusal(self, refused: Refused) -> None:
        """Why it does not come."""


class SaleFetcher:
    """One receipt at a time; `found` is told its number once it can be refunded here, and whether that is at risk."""

    def __init__(self, view: FetchView, office: HeadOffice, follows: Follows) -> None:
        self._view, self._office, self._follows = view, office, follows
        self._number, self._tries, self._is_known = "", 0, False
        self._found: Callable[[str, bool], None] = lambda _number, _at_risk: None

    def can_fetch(self, receipt_number: str, *, is_known: bool) -> bool:
        """Whether another till may have it: a receipt of this one is here if it is anywhere (`is_known`: it is)."""
        status = self._office.status
        in_a_chain = status.line is not Line.ALONE and not status.is_inside
        is_of_others = is_known or not receipt_number.startswith(f"{status.till}-")
        return in_a_chain and is_of_others and _RECEIPT.fullmatch(receipt_number) is not None

    def fetch(self, receipt_number: str, found: Callable[[str, bool], None], *, is_known: bool = False) -> None:
        """Begin. `is_known`: the sale is here, and the right to refund it is not."""
        self._number, self._tries, self._found, self._is_known = receipt_number, 0, found, is_known
        self._view.show_fetching(receipt_number, is_asked=False)
        self._ask()

    def again(self) -> None:
        """The till that was asked may have heard by now."""
        if self._number:
            self._ask()

    def take_the_risk(self) -> None:
        """Do without the other till's word: the sale is refunded as far as head office knows it."""
        if self._number:
            self._ask(at_risk=True)

    def stop(self) -> None:
        """Nobody waits for it any more; what was asked for may come all the same."""
        self._number = ""
        self._view.hide_fetching()

    def _ask(self, *, at_risk: bool = False) -> None:
        number = self._number
        self._tries += 1
        self._follows.follow(
            self._office.fetch_sale(number, at_risk=at_risk),
            lambda came: self._came(number, came, at_risk=at_risk),
            lambda _: self._came(number, Fetching.OFFLINE, at_risk=at_risk),
        )

    def _came(self, number: str, came: Fetching, *, at_risk: bool) -> None:
        if number != self._number:
            return
        if came is Fetching.OFFLINE and self._is_known:
            self._without_a_line(number, at_risk=at_risk)
            return
        if came is Fetching.ASKED:
            if self._tries < TRIES:
                self._view.show_fetching(number, is_asked=True)
            else:
                self._view.offer_risk()
            return
        self.stop()
        if came is Fetching.TAKEN:
            self._found(number, at_risk)
        elif came is Fetching.OFFLINE:
            self._view.offer_advance(number)
        else:
            self._view.show_refusal(Refused(_WHY[came]))

    def _without_a_line(self, number: str, *, at_risk: bool) -> None:
        """What was sold is known here: that can be refunded as far as this till knows it, and no advance is needed."""
        if at_risk:
            self.stop()
            self._found(number, True)
        else:
            self._view.offer_risk()
