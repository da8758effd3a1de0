"""Which directory file is in use: a row of `till.db` names it and holds its key."""

import json
from dataclasses import dataclass, field

from app.ports.store import Config

_NAME = "storage.directory"


@dataclass(frozen=True, slots=True)
class DirectoryPlace:
    """The name of a file in the data directory, and its key."""

    file: str
    key: bytes = field(repr=False)


def directory_in_use(config: Config) -> DirectoryPlace | None:
    """The directory that this till reads; None before the first."""
    text = config.get(_NAME)
    if text is None:
        return None
    row = json.loads(text)
    return DirectoryPlace(row["file"], bytes.fromhex(row["key"]))


def use_directory(config: Config, place: DirectoryPlace) -> None:
    """From the commit on this file is the directory; the one before stays where it lies, as fall-back."""
    config.put(_NAME, json.dumps({"file": place.file, "key": place.key.hex()}))


def directory_file_name(cursor: int) -> str:
    """The name of the directory as of a cursor."""
    return f"directory-{cursor}.db"
