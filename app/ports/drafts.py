"""Programme files that may be tried before they are put in force."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from app.domain.programme.model import Names


@dataclass(frozen=True, slots=True)
class DraftFile:
    """One file; `is_shops`: it lies in the shop's own folder, else it came with the product.

    `names` are what the programme in it is called; empty where that cannot be read.
    """

    path: Path
    is_shops: bool
    names: Names = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """What tells two drafts of one name apart."""
        return self.path.name


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
