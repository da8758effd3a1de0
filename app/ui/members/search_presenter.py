"""Finding members by whatever the cashier has: a card, a phone, four digits, a name or its initials."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.codes import MemberCard, MemberCode, StoredValueCard, decode
from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.services.look_up import Found
from app.services.use_cases import UseCases
from app.ui.elsewhere import Nowhere, Seeks
from app.ui.running import Runs


class MemberSearchView(Protocol):
    """The search field and its list."""

    def show_members(self, members: Sequence[Member]) -> None:
        """Who fits, best first; nobody leaves the list empty and says so."""

    def show_idle(self) -> None:
        """Nothing has been asked: say what can be."""

    def show_card(self, view: MemberView) -> None:
        """A card was read: its wallet, with or without a name."""

    def show_refusal(self, refused: Refused) -> None:
        """Say why nothing came of it."""


class MemberSearch:
    """Searches as one types; only the answer to the latest words is shown."""

    def __init__(self, view: MemberSearchView, tasks: Runs, use_cases: UseCases) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._latest = 0
        self._asked_for = ""
        self.elsewhere: Seeks = Nowhere()

    def search(self, text: str) -> None:
        """Look for `text`; a whole card number opens its wallet."""
        words = text.strip()
        self._latest += 1
        if not words:
            self._view.show_idle()
        elif self.takes(words):
            self.scan(words)
        else:
            ticket = self._latest
            self._tasks.run(lambda: self._use_cases.find_members(words), lambda found: self._show(ticket, found, words))

    def scan(self, text: str) -> None:
        """A card was swiped or scanned."""
        self._latest += 1
        ticket = self._latest
        self._tasks.run(lambda: self._use_cases.look_up(text), lambda found: self._show_scanned(ticket, found, text))

    def takes(self, text: str) -> bool:
        """Whether `text` is a whole card number of this shop."""
        return isinstance(decode(text, self._use_cases.look_up.rules), MemberCard | MemberCode | StoredValueCard)

    def _show(self, ticket: int, members: Sequence[Member], words: str) -> None:
        if ticket != self._latest:
            return
        self._view.show_members(members)
        if not members and words != self._asked_for:
            self.elsewhere.phone(words, lambda is_found: self._again(ticket, words, is_found=is_found))

    def _show_scanned(self, ticket: int, found: Found, text: str) -> None:
        if ticket != self._latest:
            return
        if isinstance(found, MemberView):
            self._view.show_card(found)
            return
        refused = found if isinstance(found, Refused) else Refused(Why.CARD_UNKNOWN)
        self._view.show_refusal(refused)
        if text != self._asked_for:
            self.elsewhere.card(refused, text, lambda is_found: self._again(ticket, text, is_found=is_found))

    def _again(self, ticket: int, text: str, *, is_found: bool) -> None:
        """Head office knew them: look once more, unless something else was asked for meanwhile."""
        if is_found and ticket == self._latest:
            self._asked_for = text
            self.search(text)
