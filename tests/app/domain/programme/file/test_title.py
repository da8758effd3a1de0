"""The name of a programme is read from the head of its file, whatever stands below."""

from pathlib import Path

import pytest

from app.domain.programme.file import read_programme, title_of
from app.paths import resources_dir

PRESETS = sorted((resources_dir() / "programmes").glob("*.toml"))


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: str(path.stem))
def test_it_is_the_name_that_the_whole_file_has(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert title_of(text) == read_programme(text).names


@pytest.mark.parametrize("text", ["", "name = 3", "[name", '[name]\nen = 1\n[[tiers]]\nid = "a"'])
def test_a_file_without_one_has_none(text: str) -> None:
    assert title_of(text) == {}


def test_what_is_wrong_further_down_does_not_matter() -> None:
    assert title_of('[name]\nen = "Half"\n\n[[tiers]]\nid = ') == {"en": "Half"}
