"""The house rules that no other tool checks: documents that tell the truth, files that must not exist."""

import argparse
import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import app
from app.cli.arguments import parser

ROOT = Path(__file__).parent.parent

# Put together from halves, so that this file does not name what it forbids.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "tuna"),
        ("mirrors", "aliyun"),
        ("deb", "debian", "org"),
        ("security", "debian", "org"),
        ("snapshot", "debian", "org"),
        ("archive", "ubuntu", "com"),
        ("registry", "npmjs"),
        ("npmmirror", "com"),
        ("proxy", "golang", "org"),
        ("crates", "io"),
        ("anaconda", "org"),
        ("docker", "io"),
        ("ghcr", "io"),
    )
]
WORKPLACE = ["/".join(parts) for parts in (("", "work", "main"), ("", "work", "shared"), ("", "opt", "wheels"))]
# Options of an installer; `--no-emit-…`, which keeps them out of the locks, is welcome.
INSTALLER_SETTINGS = re.compile(r"(?<!no-emit-)(?<!\w)(?:index-url|find-links|extra-index)\b|^\s*\[\[tool\.uv\.index")


@cache
def committed_files() -> tuple[Path, ...]:
    """Return what git has, or would take in."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return tuple(path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file())


def committed_texts() -> Iterator[tuple[Path, str]]:
    for path in committed_files():
        try:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def test_no_file_names_a_package_registry() -> None:
    found = [f"{path}: {host}" for path, text in committed_texts() for host in REGISTRY_HOSTS if host in text]
    assert found == []


def test_no_file_names_the_workplace() -> None:
    found = [f"{path}: {place}" for path, text in committed_texts() for place in WORKPLACE if place in text]
    assert found == []


def test_no_file_sets_up_an_installer() -> None:
    found = [
        f"{path}:{number}"
        for path, text in committed_texts()
        if path != Path(__file__).relative_to(ROOT)
        for number, line in enumerate(text.splitlines(), 1)
        if INSTALLER_SETTINGS.search(line)
    ]
    assert found == []


def test_no_lock_of_a_tool_and_no_sources_list() -> None:
    names = {path.name for path in committed_files()}
    assert not names & {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pip.conf", "sources.list"}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_exactly_with_hashes_and_without_addresses(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"\n(?=[a-z0-9])", text.replace("\\\n", " "))
    assert entries
    for entry in entries:
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+ ", entry), entry[:80]
        assert "--hash=sha256:" in entry, entry[:80]


def test_the_developers_lock_agrees_with_the_tills() -> None:
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^\S+==\S+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


def test_packaging_is_no_package() -> None:
    # It would hide the library of that name and break pytest.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_generated_files_are_not_committed() -> None:
    assert [path for path in committed_files() if path.suffix in {".qm", ".pyc"}] == []


def test_all_say_the_same_oldest_python() -> None:
    settings = project()
    assert settings["project"]["requires-python"] == ">=3.11"
    assert settings["tool"]["mypy"]["python_version"] == "3.11"
    assert settings["tool"]["ruff"]["target-version"] == "py311"
    assert "3.11 or newer" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_of_a_document_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"`make ([a-z-]+)", text)) | set(re.findall(r"^ {4}make ([a-z-]+)", text, re.MULTILINE))
    assert named
    assert named <= make_targets()


def test_the_readme_lists_the_commands_that_there_are() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8").split("## The commands")[1].split("\n## ")[0]
    there_are = next(
        set(action.choices) for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert set(re.findall(r"^\| `([a-z]+)", text, re.MULTILINE)) == there_are


def test_make_lists_its_commands() -> None:
    listed = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True)
    for command in ("run", "run-headless", "test", "lint", "types", "arch", "screenshots", "bench"):
        assert f"make {command} " in listed.stdout


@pytest.mark.parametrize(
    "document", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md")), ids=lambda p: p.name
)
def test_the_files_a_document_names_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text)
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert releases[0] == "[Unreleased]"
    for release in releases[1:]:
        assert re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}", release), release
    sections = set(re.findall(r"^### (.*)$", text, re.MULTILINE))
    assert sections <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    numbers = [release[1 : release.index("]")] for release in releases[1:]]
    assert not numbers or numbers[0] == app.__version__


def test_decisions_are_numbered_without_gaps_and_have_the_form() -> None:
    pages = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        lines = page.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith(f"# {page.name[:4]}. "), page.name
        assert re.match(r"Date: \d{4}-\d{2}-\d{2} · Status: (accepted|proposed|superseded by \d{4})$", lines[2]), (
            page.name
        )


@pytest.mark.parametrize("script", ["packaging/setup.sh", ".ci/run"])
def test_scripts_are_sound_and_runnable(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o100
    shell = "bash" if "bash" in path.read_text(encoding="utf-8").splitlines()[0] else "sh"
    assert subprocess.run([shell, "-n", str(path)], check=False).returncode == 0


# What the import rules cannot see: these come with modules the domain may import for their types.
IMPURE_CALLS = {
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "uuid.uuid1", "uuid.uuid4", "uuid4", "uuid1",
    "open", "print", "input",
}  # fmt: skip


def test_the_domain_asks_no_clock_and_rolls_no_dice() -> None:
    found = []
    for path in sorted((ROOT / "app" / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                if called in IMPURE_CALLS or called.removeprefix("datetime.") in IMPURE_CALLS:
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno} {called}()")
    assert found == []


FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "data", "misc"}


def test_no_file_is_called_by_a_name_that_says_nothing() -> None:
    code = [path.relative_to(ROOT) for path in committed_files() if path.suffix == ".py"]
    found = [path for path in code if FORBIDDEN_NAMES & {*path.parent.parts, path.stem}]
    assert found == []


def test_the_domain_counts_in_whole_numbers() -> None:
    # A float in a rule about money is a cent lost later; shares and rates are fractions of integers.
    found = []
    for path in sorted((ROOT / "app" / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_float = isinstance(node, ast.Constant) and isinstance(node.value, float)
            if is_float or (isinstance(node, ast.Name) and node.id == "float"):
                found.append(f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}")
    assert found == []
