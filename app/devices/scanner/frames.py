"""What each keyboard scanner puts around its codes: the only thing that tells one from another, and from a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.devices.scanner.reading import Sends

# More than this typed right before a scanner's prefix is not typing but another code, which holds the prefix by chance.
_TYPED_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """One device: what stands before and after each code, and what the code is. Both may be empty."""

    prefix: str = ""
    suffix: str = ""
    sends: Sends = Sends.CODES


class Frames:
    """All of them; the longest prefix that fits decides."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._frames = tuple(sorted(frames, key=lambda frame: (-len(frame.prefix), -len(frame.suffix))))
        self._prefixes = tuple(frame.prefix for frame in self._frames if frame.prefix)

    def of(self, text: str) -> Frame:
        """The frame of what has been held so far."""
        fitting = [frame for frame in self._frames if text.startswith(frame.prefix)]
        ended = (frame for frame in fitting if frame.suffix and text.endswith(frame.suffix))
        return next(ended, fitting[0] if fitting else Frame())

    def may_begin(self, text: str) -> bool:
        """Whether `text` stands, whole or in part, where only a scanner's prefix does."""
        return any(text.startswith(prefix) or prefix.startswith(text) for prefix in self._prefixes)

    def typed_before(self, text: str) -> int:
        """How many characters were typed just before a prefix that ends `text`; 0 where none does."""
        if any(text.startswith(prefix) for prefix in self._prefixes):
            return 0
        ending = next((prefix for prefix in self._prefixes if text.endswith(prefix)), "")
        typed = len(text) - len(ending)
        return typed if ending and typed <= _TYPED_BEFORE else 0
