"""Mistakes in a programme file, as values; the words are in `resources/words`."""

from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """What is wrong."""

    SYNTAX = "syntax"
    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    NOT_A_CHOICE = "not_a_choice"
    WRONG_VALUE = "wrong_value"
    UNKNOWN_ID = "unknown_id"
    TWICE = "twice"
    ORDER = "order"
    MONEY_OR_COUNT = "money_or_count"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: the line (from 1; 0 = the whole file), the path in the file's words, what was found and expected.

    `nearest` is the right word that looks most like the wrong one, or empty.
    """

    line: int
    path: str
    code: FaultCode
    found: str = ""
    expected: str = ""
    nearest: str = ""


@dataclass(frozen=True)
class ProgrammeFileError(Exception):
    """A programme file that cannot be used, with every mistake found."""

    faults: tuple[Fault, ...] = field(default=())

    def __str__(self) -> str:
        return "; ".join(f"{fault.line}: {fault.path}: {fault.code}: {fault.expected}" for fault in self.faults)
