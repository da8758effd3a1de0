"""Catalogue and staff from tables: all of it or nothing, and every mistake with its place."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from sync.office.cli import main
from sync.office.services.streams.import_catalogue import ImportCatalogue, Imported
from sync.office.services.streams.import_staff import ImportStaff
from sync.office.services.streams.table_file import TableError
from sync.office.storage.costs import known_costs
from sync.office.storage.streams import head_of_rows, rows_there
from sync.protocol.streams import StaffRow
from tests.sync.office.desk import Desk

GOODS = (
    "id,name,price,gtin,measure,tax,quick_key\nA,原味吐司 450g,12.80,6971088610372,,13,是\nB,苹果,9.9,,kilogram,9%,no\n"
)


def mistakes(desk: Desk, table: str) -> list[tuple[int, str]]:
    with pytest.raises(TableError) as caught:
        ImportCatalogue(desk.world)(table.encode())
    assert desk.database.read(lambda c: head_of_rows(c, "catalogue")).n == 0, "all or nothing"
    return [(each.line, each.column) for each in caught.value.mistakes]


def test_a_table_in_either_encoding_becomes_the_catalogue(desk: Desk) -> None:
    catalogue = ImportCatalogue(desk.world)
    assert catalogue(b"\xef\xbb\xbf" + GOODS.encode(), is_trial=True) == Imported(2, 0, 0, 0)
    assert catalogue(GOODS.encode("gb18030")) == Imported(2, 0, 0, 0)
    assert catalogue(GOODS.encode()) == Imported(0, 0, 2, 0)
    rows = desk.database.read(lambda c: rows_there(c, "catalogue"))
    assert rows["A"] == (
        '{"gtin":"6971088610372","initials":"ywts450g","name":"原味吐司 450g","price_minor":1280,"quick_key":true,'
        '"tax_rate_basis_points":1300}'
    )
    assert catalogue(b"id,name,price\nA,x,1\n", is_whole=True) == Imported(0, 1, 0, 1)


def test_what_goods_cost_stays_at_head_office(desk: Desk) -> None:
    catalogue = ImportCatalogue(desk.world)

    def costs() -> dict[str, int]:
        return dict(desk.database.read(known_costs))

    catalogue(b"id,name,price,cost\nA,x,12.80,8.5\nB,y,3,\n", is_trial=True)
    assert costs() == {}
    catalogue(b"id,name,price,cost\nA,x,12.80,8.5\nB,y,3,\n")
    assert costs() == {"A": 850}
    rows = desk.database.read(lambda c: rows_there(c, "catalogue"))
    assert not any("cost" in text or "850" in text for text in rows.values())
    catalogue(b"id,name,price\nA,x,12.80\n")
    assert costs() == {"A": 850}
    catalogue(b"id,name,price,cost\nA,x,12.80,9\nB,y,3,2\n")
    assert costs() == {"A": 900, "B": 200}
    catalogue(b"id,name,price\nB,y,3\n", is_whole=True)
    assert costs() == {"B": 200}


def test_every_mistake_is_told_with_line_and_column(desk: Desk) -> None:
    table = "id,name,price,gtin\nA,x,1.234,\n\nB,,2,6971088610373\nA,y,2,\nA,z,2,\n"
    assert mistakes(desk, table) == [(2, "price"), (4, "name"), (4, "gtin"), (6, "id")]
    assert mistakes(desk, "id,nam,price\n") == [(1, "nam"), (1, "name")]
    assert mistakes(desk, 'id,name,price\nA,"x,1\n')[0][0] >= 2


def test_a_number_that_another_product_has_is_refused(desk: Desk) -> None:
    ImportCatalogue(desk.world)(GOODS.encode())
    with pytest.raises(TableError) as caught:
        ImportCatalogue(desk.world)(b"id,name,price,gtin\nC,x,1,6971088610372\n")
    assert "product A has it" in caught.value.mistakes[0].expected


def test_staff_keep_their_pin_until_another_is_given(desk: Desk) -> None:
    staff = ImportStaff(desk.world)

    def hash_now() -> str:
        rows = desk.database.read(lambda c: rows_there(c, "staff"))
        return StaffRow.model_validate_json(rows["chen"]).pin_hash

    assert staff("id,name,role,pin\nchen,小陈,cashier,1234\n".encode()) == Imported(1, 0, 0, 0)
    first = hash_now()
    PasswordHasher().verify(first, "1234")
    assert staff("id,name,role\nchen,陈师傅,supervisor\n".encode()) == Imported(0, 1, 0, 0)
    assert staff("id,name,role,pin\nchen,陈师傅,supervisor,1234\n".encode()) == Imported(0, 0, 1, 0)
    assert hash_now() == first
    staff("id,name,role,pin\nchen,陈师傅,supervisor,9999\n".encode())
    assert hash_now() != first
    with pytest.raises(TableError):
        staff(b"id,name,role,pin\nchen,x,boss,12\nli,y,cashier,\n")


def test_the_command_line_tells_and_writes_the_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office, file, errors = ["--folder", str(tmp_path / "office")], tmp_path / "goods.csv", tmp_path / "errors.csv"
    file.write_text(GOODS, encoding="utf-8")
    assert main([*office, "catalogue", "import", str(file), "--dry-run"]) == 0
    assert main([*office, "catalogue", "import", str(file)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 new, 0 changed, 0 as before, 0 gone"
    file.write_text("id,name,price\nA,x,dear\n", encoding="utf-8")
    assert main([*office, "catalogue", "import", str(file), "--errors", str(errors)]) == 2
    assert "goods.csv:2: price: dear, expected a price like 12.80" in capsys.readouterr().err
    assert errors.read_text("utf-8-sig").splitlines()[1] == "2,price,dear,a price like 12.80"
    assert main([*office, "staff", "import", str(tmp_path / "none.csv")]) == 2
    assert main([*office, "setting", "receipt_footer", "谢谢", "--shop", "A"]) == 0
    assert main([*office, "setting", "lock_after_minutes", "5"]) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "all shops        lock_after_minutes   5",
        'A                receipt_footer       "谢谢"',
    ]
    assert main([*office, "region", "A", "east"]) == 0
