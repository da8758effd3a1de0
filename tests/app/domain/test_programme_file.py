"""A programme file that would stop the till is refused before it is used."""

from pathlib import Path

import pytest

from app.domain.programme.file import ProgrammeFileError, read_programme

DEMO = Path("resources/programmes/demo.toml").read_text(encoding="utf-8")


def test_points_for_nothing_are_refused_rather_than_divided_by() -> None:
    with pytest.raises(ProgrammeFileError, match=r"accruals\[points\]\.per"):
        read_programme(DEMO.replace('per = "1.00"', 'per = "0"'))
