"""Finding members by whatever the cashier has: a card, a phone, four digits, a name or its initials."""

from collections.abc import Sequence
from typing import Protocol

from app.domain.codes import MemberCard, MemberCode, StoredValueCard, decode
from app.domain.errors import Refused, Why
from app.domain.member import Member, MemberView
from app.services.look_up import Found
from app.services.use_cases import UseCases
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
            self._tasks.run(lambda: self._use_cases.find_members(words), lambda found: self._show(ticket, found))

    def scan(self, text: str) -> None:
        """A card was swiped or scanned."""
        self._latest += 1
        ticket = self._latest
        self._tasks.run(lambda: self._use_cases.look_up(text), lambda found: self._show_scanned(ticket, found))

    def takes(self, text: str) -> bool:
        """Whether `text` is a whole card number of this shop."""
        return isinstance(decode(text, self._use_cases.look_up.rules), MemberCard | MemberCode | StoredValueCard)

    def _show(self, ticket: int, members: Sequence[Member]) -> None:
        if ticket == self._latest:
            self._view.show_members(members)

    def _show_scanned(self, ticket: int, found: Found) -> None:
        if ticket != self._latest:
            return
        if isinstance(found, MemberView):
            self._view.show_card(found)
        else:
            self._view.show_refusal(found if isinstance(found, Refused) else Refused(Why.CARD_UNKNOWN))
