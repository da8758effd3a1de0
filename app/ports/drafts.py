"""Programme files that may be tried before they are put in force."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class DraftFile:
    """One file; `is_shops`: it lies in the shop's own folder, else it came with the product."""

    path: Path
    is_shops: bool

    @property
    def name(self) -> str:
        """What a person chooses it by."""
        return self.path.stem


class Drafts(Protocol):
    """The files there are now."""

    def folder(self) -> Path:
        """Where the shop puts its own; made where it is missing."""

    def files(self) -> Sequence[DraftFile]:
        """The shop's own first, each kind by name."""

    def text(self, draft: DraftFile) -> str:
        """What stands in it; OSError or UnicodeDecodeError where it cannot be read."""


class NoDrafts:
    """For shops without a folder of drafts."""

    def folder(self) -> Path:
        """Nowhere."""
        return Path()

    def files(self) -> Sequence[DraftFile]:
        """None."""
        return ()

    def text(self, draft: DraftFile) -> str:
        """Nothing."""
        raise FileNotFoundError(draft.path)
