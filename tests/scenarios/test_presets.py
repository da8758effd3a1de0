"""Every shipped programme is whole, in both languages, described on a page, and unknown to the code."""

import ast
from pathlib import Path

import pytest

from app.domain.programme.file import read_programme, remarks_on_file

PRESETS = sorted(Path("resources/programmes").glob("*.toml"))
DEMO = "demo"
# Where programmes are at work. The demo's invented people stand in its tiers, and a drawing's "white" is a colour.
AT_WORK = ("app/domain", "app/services", "app/ports", "app/storage", "app/ui", "app/bootstrap", "sync")


@pytest.mark.parametrize("preset", PRESETS, ids=lambda path: path.stem)
def test_a_preset_speaks_both_languages_everywhere(preset: Path) -> None:
    text = preset.read_text(encoding="utf-8")
    programme = read_programme(text)
    assert set(programme.names) == {"zh_CN", "en"}
    assert remarks_on_file(text) == ()


@pytest.mark.parametrize("preset", [path for path in PRESETS if path.stem != DEMO], ids=lambda path: path.stem)
def test_a_preset_says_which_scheme_it_is_and_has_its_page_and_scenarios(preset: Path) -> None:
    text = preset.read_text(encoding="utf-8")
    assert read_programme(text).id == preset.stem
    assert "(schemes, section" in text.partition("\n")[0]
    assert "# Settings of ours" in text
    assert Path("docs/programmes", f"{preset.stem}.md").exists()
    assert (preset.parent / "scenarios" / preset.name).exists()


def test_no_code_knows_a_tier_of_a_preset() -> None:
    """A scheme is a file; an `if` about one of them in the code is a defect."""
    tiers = {tier.id for preset in PRESETS for tier in read_programme(preset.read_text(encoding="utf-8")).tiers}
    named = [
        f"{path}:{node.lineno}: {node.value}"
        for folder in AT_WORK
        for path in sorted(Path(folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in tiers
    ]
    assert named == []
