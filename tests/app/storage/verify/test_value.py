"""Cooked rows of deals with value, of cards and of members are found."""

from pathlib import Path
from typing import Any

import pytest

from app.storage.sqlcipher import open_writer
from app.storage.verify.run import verify_files
from tests.app.storage.shop import KEY, open_shop


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE value_deal SET amount_minor = amount_minor + 1", "value_deal"),
        ("DELETE FROM value_deal WHERE kind = 'transfer'", "value_deal"),
        ("UPDATE value_tender SET kind = 'voucher'", "value_tender"),
        ("UPDATE member_told SET phone = '13900000000' WHERE name = '王芳'", "member_told"),
        ("DELETE FROM member_told WHERE name = ''", "member_told"),
        ("UPDATE card SET state = 'lost'", "card"),
        ("DELETE FROM card", "card"),
        ("INSERT INTO card SELECT '880000000039', 'w9', NULL, 'active', pos FROM event WHERE pos = 3", "card"),
    ],
)
def test_a_changed_row_is_found(tmp_path: Path, change: str, table: str) -> None:
    with open_shop(tmp_path) as shop:
        shop.begin_shift()
        shop.deal_in_value("saver")
        shop.write_members_in()
    assert verify_files(tmp_path, KEY) == []
    engine = open_writer(tmp_path / "till.db", KEY.for_till_db())
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            connection.exec_driver_sql(change)
    engine.dispose()
    assert {finding.where for finding in verify_files(tmp_path, KEY)} == {table}
