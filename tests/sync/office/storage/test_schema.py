"""The rules that let the same tables run on one file, one server, or many."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Table, UniqueConstraint, insert, inspect
from sqlalchemy.exc import IntegrityError

from app.domain.ids import TillId
from app.domain.ledger import OFFICE, REDEEMED, Place, is_members, lease_at
from sync.office.storage.engines import Database
from sync.office.storage.migrate import NEWEST, NewerDatabaseError, migrate, version_of
from sync.office.storage.schema import GROUPS, accounts, metadata

TABLES = list(metadata.sorted_tables)
COLUMN_OF = {"wallet": "wallet", "till": "till", "stream": "stream"}
BANNED = {
    "a trigger": r"CREATE\s+TRIGGER",
    "a queue by skipping locked rows": r"SKIP\s+LOCKED",
    "the server's clock": r"(?<!\.)\bnow\(\)|clock_timestamp|CURRENT_TIMESTAMP",
    "the server's dice": r"\brandom\(\)|gen_random_uuid",
    "a sequence": r"nextval|BIGSERIAL|AUTOINCREMENT\b",
    "a merge": r"\bMERGE\s+INTO",
    "two-phase commit by hand": r"PREPARE\s+TRANSACTION|begin_twophase",
    "a name of a constraint": r"constraint_name",
}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_key_holds_the_column_its_group_is_spread_by(table: Table) -> None:
    group = table.info["group"]
    assert group in GROUPS
    if group == "local":
        return
    column = COLUMN_OF.get(group) or next(iter(table.primary_key.columns)).name
    assert column in table.primary_key.columns, table.name
    assert not table.c[column].nullable
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            assert column in constraint.columns
    assert [index.name for index in table.indexes if index.unique and column not in index.columns] == []


def test_no_table_counts_by_itself_or_refers_to_another_group() -> None:
    for table in TABLES:
        assert not table.foreign_keys
        assert not [c.name for c in table.columns if c.server_default is not None or c.identity is not None]
        assert not [c.name for c in table.primary_key.columns if c.autoincrement is True]


@pytest.mark.parametrize("what", BANNED)
def test_no_statement_uses_what_a_distributed_server_refuses_or_reads_otherwise(what: str) -> None:
    found = [
        str(path)
        for path in Path("sync/office").rglob("*.py")
        if re.search(BANNED[what], path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_steps_lead_to_the_tables_of_this_program(database: Database) -> None:
    def differences(connection: Connection) -> object:
        return compare_metadata(MigrationContext.configure(connection), metadata)

    assert database.read(differences) == []


def test_a_second_start_changes_nothing(database: Database) -> None:
    assert database.read(version_of) == NEWEST
    database.write(migrate)
    assert set(database.read(lambda c: inspect(c).get_table_names())) == {*metadata.tables, "alembic_version"}


def test_a_newer_database_is_left_alone(database: Database) -> None:
    database.write(lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError):
        database.write(migrate)


def test_the_database_itself_keeps_members_above_zero(database: Database) -> None:
    def put(place: Place, balance: int) -> None:
        row = {"wallet": "w", "unit": "u", "lot": "l||", "place": place, "balance": balance}
        database.write(lambda c: c.execute(insert(accounts), row))

    put(REDEEMED, -5)
    for place in (OFFICE, lease_at(TillId("T01"))):
        assert is_members(place)
        with pytest.raises(IntegrityError):
            put(place, -1)
