"""Which directory file is in use: a row of `till.db` names it and holds its key."""

import json
from dataclasses import dataclass, field, replace
from typing import Any

from app.ports.store import Config

_NAME = "storage.directory"


@dataclass(frozen=True, slots=True)
class DirectoryPlace:
    """The name of a file in the data directory, and its key.

    `ended`: how many events the epochs of this till had that ended since; its mark counts from before them. `before`:
    the file it took the place of, to fall back on.
    """

    file: str
    key: bytes = field(repr=False)
    ended: int = 0
    before: "DirectoryPlace | None" = None

    def without_before(self) -> "DirectoryPlace":
        """The same, and nothing of what it took the place of."""
        return replace(self, before=None)


def directory_in_use(config: Config) -> DirectoryPlace | None:
    """The directory that this till reads; None before the first."""
    text = config.get(_NAME)
    return _place(json.loads(text)) if text else None


def use_directory(config: Config, place: DirectoryPlace) -> None:
    """From the commit on this file is the directory; the one before stays where it lies, as fall-back."""
    config.put(_NAME, json.dumps(_row(place)))


def count_ended_epoch(config: Config, events: int) -> None:
    """An epoch of this till has ended after so many events; the directory in use is of before."""
    place = directory_in_use(config)
    if place is not None:
        before = replace(place.before, ended=place.before.ended + events) if place.before else None
        use_directory(config, replace(place, ended=place.ended + events, before=before))


def directory_file_name(cursor: int) -> str:
    """The name of the directory as of a cursor."""
    return f"directory-{cursor}.db"


def _place(row: dict[str, Any]) -> DirectoryPlace:
    before = row.get("before")
    return DirectoryPlace(
        row["file"], bytes.fromhex(row["key"]), row.get("ended", 0), _place(before) if before else None
    )


def _row(place: DirectoryPlace) -> dict[str, Any]:
    row: dict[str, Any] = {"file": place.file, "key": place.key.hex(), "ended": place.ended}
    return row | {"before": _row(place.before)} if place.before else row
