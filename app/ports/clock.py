"""Time and chance, passed in so that a test can hold them still."""

from typing import Protocol


class Clock(Protocol):
    """The machine's clocks."""

    def now_ms(self) -> int:
        """Wall clock, UTC milliseconds since 1970; may jump."""

    def monotonic_ms(self) -> int:
        """A clock that never goes back, of no fixed origin."""

    def local_date(self, at_ms: int) -> str:
        """The ISO date that `at_ms` is in the shop's time zone."""

    def local_time(self, at_ms: int) -> str:
        """`YYYY-MM-DD HH:MM:SS` in the shop's time zone."""


class Randomness(Protocol):
    """Where random bytes come from."""

    def bytes(self, count: int) -> bytes:
        """`count` bytes nobody can foretell."""
