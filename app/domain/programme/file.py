"""Programme files: TOML in, Programme out. A wrong file gets all its errors and nothing of it is used."""

import tomllib
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from app.domain.programme.model import Programme


@dataclass(frozen=True, slots=True)
class FileFault:
    """One mistake in a programme file: where (dotted path) and what was expected."""

    path: str
    expected: str


class ProgrammeFileError(Exception):
    """A programme file that cannot be used, with every mistake found."""

    def __init__(self, faults: tuple[FileFault, ...]) -> None:
        super().__init__("; ".join(f"{fault.path}: {fault.expected}" for fault in faults))
        self.faults = faults


def read_programme(text: str) -> Programme:
    """The programme that a file's text describes; ProgrammeFileError with all its faults."""
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeFileError((FileFault("file", str(error)),)) from error
    try:
        return _adapter().validate_python(parsed)
    except ValidationError as error:
        faults = tuple(FileFault(".".join(map(str, fault["loc"])), fault["msg"]) for fault in error.errors())
        raise ProgrammeFileError(faults) from error


@cache
def _adapter() -> TypeAdapter[Programme]:
    return TypeAdapter(Programme)
