"""Programme versions as head office publishes them, and which one is in force."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication, never changed: its number `n` (from 1), the file's text, and from when it applies.

    `effective_from` is wall-clock time of the shop (`YYYY-MM-DD HH:MM`), `published_at` UTC milliseconds; `restores`
    names the earlier publication whose text this one brings back, 0 where it brings a new one.
    """

    n: int
    programme: str
    version: int
    text: str
    effective_from: str
    published_at: int
    published_by: str
    restores: int = 0


def in_force(publications: Iterable[Publication], local_time: str) -> Publication | None:
    """The publication in force at a wall-clock time (`YYYY-MM-DD HH:MM`); None before the first one's time.

    Of those whose time has come it is the one that was published last: a later decision also withdraws what an earlier
    one had planned for a day to come.
    """
    begun = (each for each in publications if each.effective_from <= local_time)
    return max(begun, key=lambda each: each.n, default=None)
