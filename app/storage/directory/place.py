"""Which directory file is in use: a row of `till.db` names it and holds its key."""

import json
from dataclasses import dataclass, field, replace

from app.ports.store import Config

_NAME = "storage.directory"


@dataclass(frozen=True, slots=True)
class DirectoryPlace:
    """The name of a file in the data directory, and its key.

    `ended`: how many events the epochs of this till had that ended since; its mark counts from before them.
    """

    file: str
    key: bytes = field(repr=False)
    ended: int = 0


def directory_in_use(config: Config) -> DirectoryPlace | None:
    """The directory that this till reads; None before the first."""
    text = config.get(_NAME)
    if text is None:
        return None
    row = json.loads(text)
    return DirectoryPlace(row["file"], bytes.fromhex(row["key"]), row.get("ended", 0))


def use_directory(config: Config, place: DirectoryPlace) -> None:
    """From the commit on this file is the directory; the one before stays where it lies, as fall-back."""
    config.put(_NAME, json.dumps({"file": place.file, "key": place.key.hex(), "ended": place.ended}))


def count_ended_epoch(config: Config, events: int) -> None:
    """An epoch of this till has ended after so many events; the directory in use is of before."""
    place = directory_in_use(config)
    if place is not None:
        use_directory(config, replace(place, ended=place.ended + events))


def directory_file_name(cursor: int) -> str:
    """The name of the directory as of a cursor."""
    return f"directory-{cursor}.db"
