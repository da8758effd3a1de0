"""Settings and programmes, as text with a name."""

from app.storage.till.work import Work

PROGRAMME = "programme"

# The storage keeps its own under "storage."; see also directory/place.py.
CATALOGUE_VERSION = "storage.catalogue_version"

_PUT = "INSERT INTO config VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text"


class ConfigTable:
    """Texts with names."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def get(self, name: str) -> str | None:
        """The text under `name`."""
        row = self._work.row("SELECT text FROM config WHERE name = ?", name)
        return str(row[0]) if row else None

    def put(self, name: str, text: str) -> None:
        """Keep a text under `name`."""
        self._work.write(_PUT, name, text)
