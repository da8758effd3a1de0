"""The language carries shops that no preset knows: a cinema and a gas station, from the page about the format alone."""

import tomllib
from pathlib import Path

import pytest

from app.domain.programme.file import read_programme, remarks_on_file
from tests.scenarios.form import Scenario, ScenarioFile
from tests.scenarios.play import differences

HERE = Path(__file__).parent / "programmes"
FILES = {
    path.stem: ScenarioFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((HERE / "scenarios").glob("*.toml"))
}
STORIES = [
    pytest.param(name, scenario, id=f"{name}: {scenario.title}")
    for name, file in FILES.items()
    for scenario in file.scenario
]


@pytest.mark.parametrize(("programme", "scenario"), STORIES)
def test_the_story_holds(programme: str, scenario: Scenario) -> None:
    text = (HERE / f"{programme}.toml").read_text(encoding="utf-8")
    assert remarks_on_file(text) == ()
    assert differences(scenario, read_programme(text)) == []
