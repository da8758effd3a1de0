"""Every rule of the schemes has a proof, and the page that lists them is of today."""

from pathlib import Path

from tests.scenarios.form import read_scenarios
from tests.scenarios.rules import PAGE, page, rules, stories

FILES = read_scenarios()
TOLD = stories(FILES)


def test_every_rule_has_a_proof_or_says_what_it_waits_for() -> None:
    without = [rule.id for rule in rules() if not (TOLD.get(rule.id) or rule.tests or rule.is_open)]
    assert without == []


def test_every_test_that_is_named_exists() -> None:
    assert [test for rule in rules() for test in rule.tests if not Path(test.split("::")[0]).exists()] == []


def test_scenarios_name_rules_that_exist() -> None:
    assert set(TOLD) <= {rule.id for rule in rules()}


def test_every_rule_stands_once() -> None:
    names = [rule.id for rule in rules()]
    assert len(names) == len(set(names)) > 100


def test_the_page_is_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(FILES), "run `make scenarios`"
