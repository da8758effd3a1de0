"""Drafts of programmes: the shop's own files in `drafts` of its data, and those that came with the product."""

from collections.abc import Sequence
from pathlib import Path

from app.domain.programme.file import title_of
from app.ports.drafts import DraftFile

FOLDER = "drafts"
_PATTERN = "*.toml"


class DraftFolders:
    """Fits `app.ports.drafts.Drafts`."""

    def __init__(self, products: Path, shops: Path) -> None:
        self._products, self._shops = products, shops

    def folder(self) -> Path:
        """Where the shop puts its own; made where it is missing."""
        self._shops.mkdir(parents=True, exist_ok=True)
        return self._shops

    def files(self) -> Sequence[DraftFile]:
        """The shop's own first, each kind by name."""
        own = [_draft(path, is_shops=True) for path in sorted(self._shops.glob(_PATTERN))]
        return [*own, *(_draft(path, is_shops=False) for path in sorted(self._products.glob(_PATTERN)))]

    def text(self, draft: DraftFile) -> str:
        """What stands in it; OSError or UnicodeDecodeError where it cannot be read."""
        return draft.path.read_text(encoding="utf-8")


def _draft(path: Path, *, is_shops: bool) -> DraftFile:
    try:
        names = title_of(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        names = {}  # it says why when it is tried
    return DraftFile(path, is_shops, names)
