"""Every scenario of every programme holds, to the cent and the point."""

import pytest

from app.domain.programme.file import read_programme
from app.paths import resources_dir
from tests.scenarios.form import Scenario, read_scenarios
from tests.scenarios.play import differences

FILES = read_scenarios()
STORIES = [
    pytest.param(file.programme, scenario, id=f"{name}: {scenario.title}")
    for name, file in FILES.items()
    for scenario in file.scenario
]


@pytest.mark.parametrize(("programme", "scenario"), STORIES)
def test_the_story_holds(programme: str, scenario: Scenario) -> None:
    text = (resources_dir() / "programmes" / f"{programme}.toml").read_text(encoding="utf-8")
    assert differences(scenario, read_programme(text)) == []
