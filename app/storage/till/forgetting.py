"""The keys of a member's words go: out of `till.db` in one transaction, then out of the second journal.

What the second journal has yet to lose stands in a slot of `config`: a crash, or a volume that is away, only delays it.
"""

import json
from collections.abc import Iterable, Sequence

from app.storage.direct import DirectConnection
from app.storage.till.triggers import TOLD_WORDS
from app.storage.till.work import Work

Place = tuple[int, int]

_SLOT = "storage.forget_in_second"
_READ_SLOT = "SELECT text FROM config WHERE name = ?"
_PUT_SLOT = "INSERT INTO config VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text"
_POS = "SELECT pos FROM event WHERE till = ? AND epoch = ? AND seq = ? AND length(words_key) > 0"
_DROP_KEY = "UPDATE event SET words_key = x'' WHERE pos = ?"
_EMPTY_WORDS = "UPDATE member_told SET " + ", ".join(f"{name} = ''" for name in sorted(TOLD_WORDS)) + " WHERE pos = ?"


def forget(work: Work, places: Iterable[Place]) -> None:
    """Drop the keys of the events at these places (epoch, seq), and the words by which their members were found."""
    till = work.known.head.till
    found = [(place, row[0]) for place in places if (row := work.row(_POS, till, *place))]
    if not found:
        return
    # What is overwritten leaves no trace in the file's free space; it stays so until the till is closed.
    work.rows("PRAGMA secure_delete = ON")
    for _, pos in found:
        work.write(_DROP_KEY, pos)
        work.write(_EMPTY_WORDS, pos)
    row = work.row(_READ_SLOT, _SLOT)
    work.write(_PUT_SLOT, _SLOT, json.dumps([*_places(row[0] if row else "[]"), *(place for place, _ in found)]))
    work.has_forgotten = True


def yet_to_forget(connection: DirectConnection) -> Sequence[Place]:
    """The places whose keys the second journal still has."""
    row = connection.run(_READ_SLOT, (_SLOT,)).fetchone()
    return _places(row[0]) if row else ()


def note_forgotten(connection: DirectConnection) -> None:
    """The second journal has lost them too."""
    with connection.transaction():
        connection.run(_PUT_SLOT, (_SLOT, "[]"))


def _places(text: str) -> list[Place]:
    return [(epoch, seq) for epoch, seq in json.loads(text)]
