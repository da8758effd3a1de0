"""Randomness that a seed foretells: the demo shop is the same every time it is built."""

from random import Random


class SeededRandomness:
    """A `Randomness` for ids; never for keys."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes of the seed."""
        return self._random.randbytes(count)
