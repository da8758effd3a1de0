"""Where the key of `office.db` comes from."""

import os
import secrets
from pathlib import Path
from typing import Protocol, TextIO

KEY_BYTES = 32


class KeyProvider(Protocol):
    """Hands out the key of the embedded database."""

    def key(self) -> bytes:
        """32 bytes; made at the first call and the same ever after."""


class DamagedKeyError(Exception):
    """The key file is there but holds no key: without the key the database cannot be read."""


def key_from(stream: TextIO) -> bytes:
    """The key that stands, in hex, on the next line of `stream`."""
    return _read(stream.readline(), "standard input")


class KeyFile:
    """A file beside the database that only its owner may read (0600)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def key(self) -> bytes:
        """The file's key; a new one where there is no file."""
        if not self._path.exists():
            self._make()
        return _read(self._path.read_text(encoding="latin-1"), str(self._path))

    def _make(self) -> None:
        # Whole or not at all: a half-written key file would lock the database for ever.
        draft = self._path.with_suffix(".new")
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path)


def _read(digits: str, place: str) -> bytes:
    try:
        key = bytes.fromhex(digits.strip())
    except ValueError as error:
        raise DamagedKeyError(f"{place} holds no key") from error
    if len(key) != KEY_BYTES:
        raise DamagedKeyError(f"{place} holds no key of {KEY_BYTES} bytes")
    return key
