"""Joining a chain, page by page: the code that was compared, the way there, and how it ended."""

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from app.ports.hand_over import HandsOver, Progress, Snag
from app.ports.set_up import Hitch, OfficeAddress, Ready, Stuck
from app.ui.running import Runs


class Page(Enum):
    """What is on the screen."""

    CODE = "code"
    UNDER_WAY = "under_way"
    JOINED = "joined"


class Lack(Enum):
    """What is missing before it can begin."""

    CODE_UNREADABLE = "code_unreadable"
    NOT_COMPARED = "not_compared"


class JoiningView(Protocol):
    """The window."""

    def show_page(self, page: Page) -> None:
        """This page comes to the front."""

    def show_office(self, office: OfficeAddress | None) -> None:
        """What the code says."""

    def show_lack(self, lack: Lack) -> None:
        """Something is missing here."""

    def show_stopping(self) -> None:
        """It is broken off as soon as what is under way is through."""

    def show_stuck(self, stuck: Stuck | Snag) -> None:
        """It did not work, and nothing was changed."""

    def show_joined(self, ready: Ready) -> None:
        """The shop belongs to the chain."""

    def leave(self) -> None:
        """The till opens again."""


class JoiningPresenter:
    """`tell` is given to whoever hands over, and is called on its thread."""

    def __init__(self, view: JoiningView, tasks: Runs, shop: HandsOver, tell: Callable[[Progress], None]) -> None:
        self._view, self._tasks, self._shop, self._tell = view, tasks, shop, tell
        self._code, self._is_compared = "", False
        self.page = Page.CODE

    def change(self, code: str, *, is_compared: bool) -> None:
        """What stands in the fields; another code has not been compared."""
        code = code.strip()
        if code != self._code:
            self._code, is_compared = code, False
            self._view.show_office(self._shop.read_code(code))
        self._is_compared = is_compared

    def go_on(self) -> None:
        """Enter: begin, or open the till when it is done."""
        if self.page is Page.JOINED:
            self._view.leave()
        elif self.page is Page.CODE:
            self._begin()

    def go_back(self) -> None:
        """Esc: break it off, or open the till with nothing changed."""
        if self.page is Page.UNDER_WAY:
            self._shop.give_up()
            self._view.show_stopping()
        else:
            self._view.leave()

    def _begin(self) -> None:
        if self._shop.read_code(self._code) is None:
            self._view.show_lack(Lack.CODE_UNREADABLE)
        elif not self._is_compared:
            self._view.show_lack(Lack.NOT_COMPARED)
        else:
            code = self._code
            self._turn_to(Page.UNDER_WAY)
            self._tasks.run(lambda: self._shop.hand_over(code, self._tell), self._ended, self._failed)

    def _ended(self, outcome: Ready | Stuck | Snag) -> None:
        if isinstance(outcome, Ready):
            self._turn_to(Page.JOINED)
            self._view.show_joined(outcome)
        else:
            self._turn_to(Page.CODE)
            self._view.show_stuck(outcome)

    def _failed(self, error: BaseException) -> None:
        self._ended(Stuck(Hitch.STORE, str(error)))

    def _turn_to(self, page: Page) -> None:
        self.page = page
        self._view.show_page(page)
