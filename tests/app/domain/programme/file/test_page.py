"""What is written about the language is what the declarations say, and the files in the tree are of today."""

import json
from pathlib import Path

from app.domain.programme.file import read_programme, remarks_on_file
from app.domain.programme.file.page import format_page
from app.domain.programme.file.schema import parts, programme_schema, schema_text

SCHEMAS = Path("resources/schemas")
EXAMPLE = (SCHEMAS / "example.toml").read_text(encoding="utf-8")


def test_the_schema_is_of_today() -> None:
    assert (SCHEMAS / "programme.schema.json").read_text(encoding="utf-8") == schema_text(), "make programme-docs"


def test_the_page_is_of_today() -> None:
    page = format_page((SCHEMAS / "introduction.md").read_text(encoding="utf-8"), EXAMPLE)
    assert Path("docs/programme-format.md").read_text(encoding="utf-8") == page, "make programme-docs"


def test_every_key_of_every_part_says_what_it_means() -> None:
    silent = [
        f"{name}.{key}"
        for name, part in (("Programme", programme_schema()), *parts().items())
        for key, declared in part.get("properties", {}).items()
        if not declared.get("description")
    ]
    assert silent == []


def test_the_example_is_a_programme_and_shows_every_list() -> None:
    programme = read_programme(EXAMPLE)
    assert remarks_on_file(EXAMPLE) == ()
    assert [
        key for key in programme_schema()["properties"] if not getattr(programme, key.replace("name", "names"))
    ] == []


def test_defaults_stand_as_a_file_says_them() -> None:
    schema = json.loads(schema_text())["$defs"]
    assert schema["StoredValue"]["properties"]["named_at_most"]["default"] == "5000.00"
    assert schema["Benefits"]["properties"]["points_percent"]["default"] == 100
    assert "kind" in schema["NthPiece"]["required"]
