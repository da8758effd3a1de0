"""The rules of the schemes and their proofs: `docs/schemes.md`, written from the scenarios and read by the tests."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.scenarios.form import ScenarioFile

PAGE = Path("docs/schemes.md")
_ROW = re.compile(r"^\| (S\d+\.\d+) \| (.*?) \| (.*?) ?\|$")
_TEST = re.compile(r"`(tests/[^`]+)`")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule with the tests that prove it and, where it is not proven yet, what it waits for."""

    id: str
    text: str
    tests: tuple[str, ...] = ()
    is_open: str = ""


def rules() -> tuple[Rule, ...]:
    """Every rule of the page, in its order."""
    rows = (_ROW.match(line) for line in PAGE.read_text(encoding="utf-8").splitlines())
    return tuple(_rule(*row.groups()) for row in rows if row)


def stories(files: Mapping[str, ScenarioFile]) -> Mapping[str, Sequence[str]]:
    """The scenarios of each rule, as `file: title`."""
    told: dict[str, list[str]] = {}
    for name, file in files.items():
        for scenario in file.scenario:
            for rule in scenario.rules:
                told.setdefault(rule, []).append(f"{name}: {scenario.title}")
    return told


def page(files: Mapping[str, ScenarioFile]) -> str:
    """The page with the scenarios of today."""
    told = stories(files)
    lines = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        row = _ROW.match(line)
        lines.append(_row(_rule(*row.groups()), told) if row else line)
    return "\n".join(lines) + "\n"


def _rule(name: str, text: str, proof: str) -> Rule:
    waits_for = proof.removeprefix("open: ") if proof.startswith("open: ") else ""
    return Rule(name, text, tuple(_TEST.findall(proof)), waits_for)


def _row(rule: Rule, told: Mapping[str, Sequence[str]]) -> str:
    proofs = [title.replace("|", "/") for title in told.get(rule.id, ())] + [f"`{test}`" for test in rule.tests]
    if not proofs and rule.is_open:
        proofs = [f"open: {rule.is_open}"]
    return f"| {rule.id} | {rule.text} | {'; '.join(proofs)} |"
