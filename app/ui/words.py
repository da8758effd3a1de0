"""The words of reasons and slips, as the engine's `explain` takes them."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from app.domain.programme.explain import Words
from app.paths import resources_dir

# Each in its own language: whoever looks for it must be able to read it.
LANGUAGES: Mapping[str, str] = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}


def read_words(language: str, folder: Path | None = None) -> Words:
    """`resources/words/<language>.toml` with dotted keys: `reason.member_price`."""
    path = (folder or resources_dir() / "words") / f"{language}.toml"
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8")), ""))


def read_all_words(folder: Path | None = None) -> dict[str, Words]:
    """The words of every language."""
    return {language: read_words(language, folder) for language in LANGUAGES}


def _flat(table: dict[str, object], before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{before}{key}.")
        else:
            found.append((f"{before}{key}", str(value)))
    return found
