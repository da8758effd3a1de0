"""A draft of the programme tried on what this till has sold: piece by piece, until it is done or stopped."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.programme.explain import Words
from app.domain.programme.file import Fault, tell
from app.ports.drafts import DraftFile
from app.services.try_draft import Trial, TrialOutcome
from app.services.use_cases import UseCases
from app.ui.running import Runs


class DraftView(Protocol):
    """The page."""

    def show_files(self, files: Sequence[DraftFile], folder: str) -> None:
        """What can be tried, and where the shop puts its own."""

    def show_progress(self, percent: int) -> None:
        """It runs."""

    def show_stopped(self) -> None:
        """It was stopped before its end."""

    def show_outcome(self, outcome: TrialOutcome) -> None:
        """What the draft would have changed."""

    def show_faults(self, faults: Sequence[str]) -> None:
        """The file is wrong: everything, line by line."""

    def show_trouble(self, detail: str) -> None:
        """The file cannot be read, in the system's own words."""


class DraftDesk:
    """One trial at a time; a later one takes the place of the one before."""

    def __init__(self, view: DraftView, tasks: Runs, use_cases: UseCases, words: Callable[[], Words]) -> None:
        self._view, self._tasks, self._use_cases, self._words = view, tasks, use_cases, words
        self._trial: Trial | None = None

    def look(self) -> None:
        """Which files there are."""
        drafts = self._use_cases.try_draft
        self._tasks.run(
            lambda: (drafts.files(), drafts.folder()), lambda found: self._view.show_files(found[0], found[1])
        )

    def start(self, file: DraftFile, days: int) -> None:
        """Try this file on the last so many days."""
        self._trial = None
        self._view.show_progress(0)
        self._tasks.run(lambda: self._use_cases.try_draft.begin(file, days), self._begun, self._failed)

    def stop(self) -> None:
        """Enough."""
        if self._trial is not None:
            self._trial = None
            self._view.show_stopped()

    def _begun(self, begun: Trial | tuple[Fault, ...] | OSError) -> None:
        if isinstance(begun, OSError):
            self._view.show_trouble(str(begun))
        elif isinstance(begun, Trial):
            self._trial = begun
            self._go_on()
        else:
            self._view.show_faults([tell(fault, self._words()) for fault in begun])

    def _go_on(self) -> None:
        trial = self._trial
        if trial is not None:
            self._tasks.run(lambda: self._use_cases.try_draft.go_on(trial), self._came, self._failed)

    def _came(self, trial: Trial) -> None:
        if trial is not self._trial:
            return
        self._view.show_progress(trial.percent)
        if trial.is_done:
            self._trial = None
            self._tasks.run(lambda: self._use_cases.try_draft.outcome(trial), self._view.show_outcome)
        else:
            self._go_on()

    def _failed(self, _error: BaseException) -> None:
        self._trial = None
        self._view.show_stopped()
