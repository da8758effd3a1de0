"""What a check is given and what it finds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar

from app.domain.programme.declare import key_in_file
from app.domain.programme.file.faults import FaultCode
from app.domain.programme.file.positions import Path, value_at
from app.domain.programme.model import Programme

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake; `known` are the words that would have been right."""

    path: Path
    code: FaultCode
    found: str = ""
    expected: str = ""
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A programme and the parsed file it was read from: only the file knows which figures stood in quotes."""

    programme: Programme
    parsed: Mapping[str, Any]

    def written(self, path: Path) -> object:
        """What stands at the path in the file; None where nothing does."""
        return value_at(path, self.parsed)

    def all_parts(self) -> Iterator[tuple[Path, object]]:
        """Every part of the programme with its path in the file."""
        return _parts((), self.programme)

    def parts(self, kind: type[_Part]) -> Iterator[tuple[Path, _Part]]:
        """Every part of one kind with its path."""
        return ((path, part) for path, part in self.all_parts() if isinstance(part, kind))


def _parts(path: Path, part: object) -> Iterator[tuple[Path, object]]:
    if is_dataclass(part) and not isinstance(part, type):
        yield path, part
        for each in fields(part):
            yield from _parts((*path, key_in_file(each.name)), getattr(part, each.name))
    elif isinstance(part, tuple):
        for number, each in enumerate(part):
            yield from _parts((*path, number), each)
