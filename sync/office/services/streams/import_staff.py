"""Who may sign on in the chain's shops, from a table; of a PIN only the hash is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection

from app.domain.staff import PIN_DIGITS, Role
from sync.office.services.streams.import_catalogue import Imported, as_text, counted
from sync.office.services.streams.table_file import Mistake, TableColumn, one_of, read_table, words
from sync.office.services.world import World
from sync.office.storage.streams import put_rows, rows_there
from sync.protocol.streams import StaffRow

STREAM = "staff"
# As a till's own (`app.storage.pins`).
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def _pin(cell: str) -> str:
    if len(cell) < PIN_DIGITS or not cell.isdecimal():
        raise ValueError
    return cell


_COLUMNS = (
    TableColumn("id", words(60), "a name of at most 60 characters, the person's own", is_needed=True),
    TableColumn("name", words(60), "a text of at most 60 characters", is_needed=True),
    TableColumn("role", one_of(Role), f"one of {', '.join(Role)}", is_needed=True),
    TableColumn("pin", _pin, f"at least {PIN_DIGITS} digits; nothing leaves a known person's PIN as it is", ""),
)


@dataclass(frozen=True, slots=True)
class ImportStaff:
    """Read a table of people."""

    world: World

    def __call__(self, data: bytes, *, is_whole: bool = False, is_trial: bool = False) -> Imported:
        """Write it, or for a trial only say what would be; TableError with every mistake.

        `is_whole`: nobody else may sign on any more, but whom a till has made itself.
        """
        table = read_table(data, _COLUMNS)
        table.refuse_twice("id")
        known = self.world.database.read(lambda connection: rows_there(connection, STREAM))
        for line, values in table.rows:
            if not values["pin"] and values["id"] not in known:
                table.mistakes.append(Mistake(line, "pin", "", "a PIN, for nobody of this id is known yet"))
        table.check()
        # Before the transaction: a hash takes as long as a hundred rows.
        rows = {values["id"]: _content(values, known.get(values["id"])) for _, values in table.rows}
        gone = known.keys() - rows.keys() if is_whole else frozenset[str]()

        def work(connection: Connection) -> None:
            put_rows(connection, STREAM, {**rows, **dict.fromkeys(gone)}, self.world.clock.now_ms())

        if not is_trial:
            self.world.database.write(work)
        return counted(known, rows, len(gone))


def _content(values: Mapping[str, Any], known: str | None) -> str:
    before = json.loads(known)["pin_hash"] if known else ""
    row = StaffRow(name=values["name"], role=values["role"], pin_hash=_hash_of(values["pin"], before))
    return as_text(row.model_dump())


def _hash_of(pin: str, before: str) -> str:
    """The hash of before where the PIN is still that: another hash would be another PIN to every till."""
    if before and (not pin or _is_same(before, pin)):
        return before
    return _HASHER.hash(pin)


def _is_same(pin_hash: str, pin: str) -> bool:
    try:
        return _HASHER.verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False
