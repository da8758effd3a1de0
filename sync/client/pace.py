"""When to try again: full jitter, and head office's own word where it has given one."""

from collections.abc import Callable

LONGEST_MS = 300_000
FIRST_MS = 1_000
DEBOUNCE_MS = 2_000


def next_try_ms(failures: int, below: Callable[[int], int], retry_after_ms: int = 0) -> int:
    """Wait so long after `failures` in a row; `below(n)` is a random whole number from 0 to n - 1."""
    span = min(LONGEST_MS, FIRST_MS * 2 ** min(failures, 20))
    return retry_after_ms + below(span + 1)
