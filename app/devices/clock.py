"""The machine's clocks and its source of randomness."""

import secrets
import time


class SystemClock:
    """Wall clock and monotonic clock of this machine; local times in its own zone."""

    def now_ms(self) -> int:
        """Wall clock, UTC milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        """Milliseconds of a clock that never goes back."""
        return time.monotonic_ns() // 1_000_000

    def local_date(self, at_ms: int) -> str:
        """The ISO date of `at_ms` here."""
        return time.strftime("%Y-%m-%d", time.localtime(at_ms / 1000))

    def local_time(self, at_ms: int) -> str:
        """`YYYY-MM-DD HH:MM:SS` of `at_ms` here."""
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at_ms / 1000))


class SystemRandomness:
    """The operating system's random bytes."""

    def bytes(self, count: int) -> bytes:
        """`count` random bytes."""
        return secrets.token_bytes(count)
