"""How a town's databases are sealed: by a hash that the processor has an instruction for.

Nobody touches a page here; that a touched one is noticed is proved elsewhere, with the seal that shops have.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from tests.simulation.headoffice import founded
from tests.simulation.machine import new_till_db

_QUICK, _SHOPS = "HMAC_SHA256", "HMAC_SHA512"


def seal_quickly() -> None:
    """From now on, in this process."""
    _seal_with(_QUICK)


@contextmanager
def sealing_quickly() -> Iterator[None]:
    """For a while."""
    seal_quickly()
    try:
        yield
    finally:
        _seal_with(_SHOPS)


def _seal_with(hash_: str) -> None:
    connection = dbapi2.connect(":memory:")
    connection.execute(f"PRAGMA cipher_default_hmac_algorithm = {hash_}").fetchall()
    connection.close()
    # What was made once is sealed as it was then.
    founded.cache_clear()
    new_till_db.cache_clear()
