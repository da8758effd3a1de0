"""The database worker: the one thread that writes the till's store and runs the services."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Worker(Protocol):
    """Runs use cases one after the other, off the GUI thread."""

    def submit(self, work: Callable[[], Result]) -> "Future[Result]":
        """Queue `work`; its result or exception comes in the future."""
