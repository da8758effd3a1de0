"""Head office says how long a till that has looked up too much has to wait: until then it is not asked."""

from collections.abc import Callable
from typing import TypeVar

from app.ports.clock import Clock
from sync.client.office import LookedUpTooOftenError

_Answer = TypeVar("_Answer")


class LookUps:
    """Used on one thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._rest_until = clock, 0

    def ask(self, question: Callable[[], _Answer]) -> _Answer:
        """The answer; LookedUpTooOftenError, without asking while the time that head office gave is not over."""
        left_ms = self._rest_until - self._clock.monotonic_ms()
        if left_ms > 0:
            raise LookedUpTooOftenError(-(-left_ms // 1000))
        try:
            return question()
        except LookedUpTooOftenError as error:
            self._rest_until = self._clock.monotonic_ms() + error.seconds * 1000
            raise
