"""How many events say no more who a member was: told with a clean proof, for it is none of its faults."""

from pathlib import Path

from app.domain.people.sealing import PERSONAL
from app.storage.keys import StoreKey
from app.storage.places import TILL_DB
from app.storage.sqlcipher import open_reader

_COUNT = (
    f"SELECT count(*) FROM event WHERE kind IN ({', '.join('?' * len(PERSONAL))}) AND length(words_key) = 0 "
    "AND instr(payload, CAST('\"sealed\":' AS BLOB)) > 0"
)


def count_forgotten(data_dir: Path, key: StoreKey) -> int:
    """Events with a box that nobody opens any more. StoreUnavailableError."""
    engine = open_reader(data_dir / TILL_DB, key.for_till_db())
    try:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql(_COUNT, tuple(PERSONAL)).scalar_one())
    finally:
        engine.dispose()
