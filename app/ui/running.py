"""How presenters have work done without knowing of threads or Qt."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Runs(Protocol):
    """Runs a use case on the database worker and gives its result back on the GUI thread (`Tasks` does)."""

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Queue `work`; `then` gets its result, `failed` what went wrong unexpectedly."""


class Follows(Protocol):
    """Brings the result of another thread's future to the GUI thread (`Relay` does)."""

    def follow(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Call `then` or `failed` once `future` is done."""
