"""Slips that were not printed: look at them, try again, or let them go."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.receipt.page import Page
from app.ports.store import Slip, SlipKind
from app.services.name_slips import SlipName
from app.services.use_cases import UseCases
from app.ui.running import Runs

# More than anybody looks through; what waits behind them comes up as they print.
MOST = 200


class SlipsView(Protocol):
    """The dialog of waiting slips."""

    def show_slips(self, slips: Sequence[Slip], names: Mapping[int, SlipName]) -> None:
        """What waits, oldest first, and which receipts they are, by the slips' ids."""

    def show_page(self, slip: Slip, page: Page | None) -> None:
        """One slip as it will print; a drawer pulse has no page."""

    def show_trying(self) -> None:
        """The printer is being asked again."""

    def show_saved(self, path: Path) -> None:
        """The slip is a file now."""

    def show_not_saved(self, detail: str) -> None:
        """It could not be written, in the system's own words."""


class SlipsDesk:
    """The spool as a person sees it. `retry` has the printer try again now."""

    def __init__(self, view: SlipsView, tasks: Runs, use_cases: UseCases, retry: Callable[[], None]) -> None:
        self._view = view
        self._tasks = tasks
        self._use_cases = use_cases
        self._retry = retry
        self._chosen: int | None = None
        self._names: dict[int, SlipName] = {}

    def load(self) -> None:
        """List what waits."""
        self._tasks.run(self._waiting, lambda found: self._view.show_slips(*found))

    def choose(self, slip: Slip) -> None:
        """Show one of them."""
        self._chosen = slip.id
        if slip.kind is SlipKind.DRAWER:
            self._view.show_page(slip, None)
        else:
            self._tasks.run(lambda: self._use_cases.print_slips.page_of(slip), lambda page: self._show(slip, page))

    def print_now(self) -> None:
        """Try all of them now."""
        self._retry()
        self._view.show_trying()

    def drop(self, slip: Slip) -> None:
        """This one shall not be printed."""
        self._tasks.run(lambda: self._use_cases.print_slips.drop(slip.id), lambda _: self.load())

    def save(self, path: Path, data: bytes) -> None:
        """Write a slip's PDF; off the GUI thread, for it may be a slow disk."""
        self._tasks.run(lambda: _written(path, data), self._saved)

    def _saved(self, outcome: Path | OSError) -> None:
        if isinstance(outcome, OSError):
            self._view.show_not_saved(str(outcome))
        else:
            self._view.show_saved(outcome)

    def _waiting(self) -> tuple[Sequence[Slip], Mapping[int, SlipName]]:
        slips = self._use_cases.print_slips.waiting()[:MOST]
        # A slip is about the same thing for ever: each is looked up once while the dialog is open.
        self._names |= self._use_cases.name_slips(slip for slip in slips if slip.id not in self._names)
        return slips, dict(self._names)

    def _show(self, slip: Slip, page: Page) -> None:
        if slip.id == self._chosen:
            self._view.show_page(slip, page)


def _written(path: Path, data: bytes) -> Path | OSError:
    """A full or missing disk is the machine's fault: said, not raised."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as trouble:
        return trouble
    return path
