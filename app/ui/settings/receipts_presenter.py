"""How slips look: a preview that follows the file while it is edited, and the shop's logo."""

from pathlib import Path
from typing import Protocol

from app.domain.receipt.forms import Form
from app.ports.device_bench import DeviceBench, LogoTrouble
from app.services.preview_slip import SlipPreview
from app.services.use_cases import UseCases
from app.ui.running import Follows, Runs


class ReceiptsView(Protocol):
    """The page of receipts."""

    def show_preview(self, preview: SlipPreview) -> None:
        """A sample under the template in force, and what is wrong in the shop's file."""

    def open_file(self, path: Path) -> None:
        """Let the person edit this file."""

    def show_logo(self, trouble: LogoTrouble | None) -> None:
        """The logo was changed, or why not."""

    def show_trouble(self, detail: str) -> None:
        """A file could not be written, in the system's own words."""


class ReceiptsDesk:
    """Templates and the logo of one till."""

    def __init__(
        self, view: ReceiptsView, tasks: Runs, relay: Follows, use_cases: UseCases, bench: DeviceBench
    ) -> None:
        self._view = view
        self._tasks = tasks
        self._relay = relay
        self._use_cases = use_cases
        self._bench = bench

    def look(self, form: Form, columns: int) -> None:
        """Show the form as its template has it now."""
        self._tasks.run(lambda: self._use_cases.preview_slip(form, columns), self._view.show_preview)

    def edit(self, form: Form) -> None:
        """Make the template the shop's own, if it is not yet, and open it."""
        self._tasks.run(lambda: self._made_own(form), self._opened)

    def set_logo(self, picture: Path | None) -> None:
        """Another logo, or none."""
        self._relay.follow(
            self._bench.set_logo(picture), self._view.show_logo, lambda error: self._view.show_trouble(str(error))
        )

    def _made_own(self, form: Form) -> Path | OSError:
        try:
            return self._use_cases.preview_slip.make_own(form)
        except OSError as trouble:  # a folder that cannot be written is the machine's fault: said, not raised
            return trouble

    def _opened(self, outcome: Path | OSError) -> None:
        if isinstance(outcome, OSError):
            self._view.show_trouble(str(outcome))
        else:
            self._view.open_file(outcome)
