"""Display models as data: one TOML file each in `resources/displays`, named by its id."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PoleProfile:
    """What a model understands: bytes in hexadecimal, `{}` where the text stands. `kind` is digits or text."""

    name: str
    kind: str
    columns: int
    baud: int
    encoding: str
    reset: str
    clear: str
    top: str
    bottom: str
    lamps: list[str]


def load_poles(folder: Path) -> dict[str, PoleProfile]:
    """All models by id."""
    return {path.stem: PoleProfile(**tomllib.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.toml"))}
