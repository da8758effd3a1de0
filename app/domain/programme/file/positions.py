"""On which line of a TOML text each key and value stands. `tomllib` has read the text before, so it is valid."""

import re
from collections.abc import Mapping
from typing import Any

Path = tuple[str | int, ...]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\n#]+")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")


def lines_of(text: str) -> Mapping[Path, int]:
    """The line (from 1) of every table, key and element, by its path."""
    walk = _Walk(text)
    walk.document()
    return walk.lines


def value_at(path: Path, parsed: object) -> object:
    """What a parsed file says at the path; None where it says nothing."""
    here: Any = parsed
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


class _Walk:
    """One pass over the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._counts: dict[Path, int] = {}
        self.lines: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._skip():
            if self._text.startswith("[[", self._at):
                self._at += 2
                table = self._element(self._resolved(self._keys()))
                self._mark(table)
                self._at += 2
            elif self._text[self._at] == "[":
                self._at += 1
                table = self._resolved(self._keys())
                self._mark(table)
                self._at += 1
            else:
                self._pair(table)

    def _element(self, path: Path) -> Path:
        """The next element of an array of tables."""
        number = self._counts.get(path, -1) + 1
        self._counts[path] = number
        return (*path, number)

    def _resolved(self, keys: Path) -> Path:
        """A header's path with the number of the latest element of each array of tables on its way."""
        path: Path = ()
        for key in keys[:-1]:
            path = (*path, key)
            if path in self._counts:
                path = (*path, self._counts[path])
        return (*path, keys[-1])

    def _pair(self, table: Path) -> None:
        keys = self._keys()
        for depth in range(1, len(keys) + 1):
            self._mark((*table, *keys[:depth]))
        self._skip()
        self._at += 1  # the equals sign
        self._skip()
        self._value((*table, *keys))

    def _keys(self) -> Path:
        keys: list[str] = []
        while True:
            self._skip()
            match = _STRING.match(self._text, self._at) or _BARE.match(self._text, self._at)
            assert match is not None
            keys.append(match.group().strip("\"'"))
            self._at = match.end()
            self._skip()
            if self._text[self._at] != ".":
                return tuple(keys)
            self._at += 1

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first == "[":
            self._sequence(path, "]")
        elif first == "{":
            self._sequence(path, "}")
        else:
            match = _STRING.match(self._text, self._at) or _SCALAR.match(self._text, self._at)
            assert match is not None
            self._at = match.end()

    def _sequence(self, path: Path, closing: str) -> None:
        self._at += 1
        number = 0
        while self._skip() and self._text[self._at] != closing:
            if closing == "]":
                self._mark((*path, number))
                self._value((*path, number))
                number += 1
            else:
                self._pair(path)
            self._skip()
            if self._text[self._at] == ",":
                self._at += 1
        self._at += 1

    def _skip(self) -> bool:
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at < len(self._text)

    def _mark(self, path: Path) -> None:
        self.lines.setdefault(path, self._text.count("\n", 0, self._at) + 1)
