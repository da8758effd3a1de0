"""Python's collector looks again and again at what stays, and a town makes many small objects that form no circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_OBJECTS_UNTIL_COLLECTED = 200_000


def collect_seldom() -> None:
    """From now on, in this process."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_UNTIL_COLLECTED)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """For a while."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
