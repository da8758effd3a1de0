"""How a presenter has something done on the database worker, without knowing of Qt or threads."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Background(Protocol):
    """Runs a use case off the GUI thread and hands back what came of it on the GUI thread."""

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call `work` on the database worker, then `then` with its result, or `failed` with its exception.

        Without `failed` the person is told calmly and the exception is logged.
        """
