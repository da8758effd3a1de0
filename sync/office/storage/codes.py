"""One-time codes for enrolment; only a hash of the secret half is kept."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from sync.office.storage.schema import enrol_codes


@dataclass(frozen=True, slots=True)
class EnrolCode:
    """A code: `code` finds it, the secret proves it; `used_by` is the till and key that used it."""

    code: str
    secret_hash: bytes
    shop: str
    merchant: str
    expires_at: int
    tries_left: int
    used_by: str = ""


def add_code(connection: Connection, code: EnrolCode) -> None:
    """Keep a new code."""
    values = {name: getattr(code, name) for name in enrol_codes.c.keys()}  # noqa: SIM118 # a collection, not a dict
    connection.execute(insert(enrol_codes).values(values))


def lock_code(connection: Connection, code: str) -> EnrolCode | None:
    """The code with this name, nobody else's until the transaction ends."""
    row = connection.execute(select(enrol_codes).where(enrol_codes.c.code == code).with_for_update()).first()
    if row is None:
        return None
    values = row._asdict()
    return EnrolCode(**{**values, "secret_hash": bytes(values["secret_hash"])})


def change_code(connection: Connection, code: str, **changes: object) -> None:
    """A try fewer, or used."""
    connection.execute(update(enrol_codes).where(enrol_codes.c.code == code).values(**changes))


def forget_codes(connection: Connection) -> None:
    """After a restore nobody knows which of them were used."""
    connection.execute(delete(enrol_codes))
