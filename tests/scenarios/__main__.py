"""Plays every scenario, prints a table of rules and writes `docs/schemes.md` (`make scenarios`)."""

import sys
from pathlib import Path

from app.domain.programme.file import read_programme
from app.paths import resources_dir
from tests.scenarios.form import read_scenarios
from tests.scenarios.play import differences
from tests.scenarios.rules import PAGE, page


def main() -> int:
    """Return how many scenarios do not hold."""
    files = read_scenarios()
    failed = 0
    for file in files.values():
        path = resources_dir() / "programmes" / f"{file.programme}.toml"
        programme = read_programme(path.read_text(encoding="utf-8"))
        for scenario in file.scenario:
            wrong = differences(scenario, programme)
            failed += bool(wrong)
            rules = " ".join(scenario.rules)
            print(f"{'ok' if not wrong else 'NO':3} {rules:16} {file.programme:20} {scenario.title}")
            for words in wrong:
                print(f"       {words}")
    Path(PAGE).write_text(page(files), encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
