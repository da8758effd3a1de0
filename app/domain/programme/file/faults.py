"""Mistakes in a programme file, as values; the words are in `resources/words`."""

from dataclasses import dataclass, field
from enum import StrEnum


class FaultCode(StrEnum):
    """What is wrong; `expected` of the fault holds the words or figures that would have been right."""

    # The text is no TOML.
    NO_EQUALS = "no_equals"
    NO_VALUE = "no_value"
    OPEN_TEXT = "open_text"
    OPEN_LIST = "open_list"
    OPEN_HEADING = "open_heading"
    SAID_TWICE = "said_twice"
    MORE_ON_LINE = "more_on_line"
    CHARACTER = "character"
    # A key or value on its own.
    UNKNOWN_KEY = "unknown_key"
    MISSING = "missing"
    NOT_A_CHOICE = "not_a_choice"
    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    AMOUNT_OR_COUNT = "amount_or_count"
    DAY = "day"
    DAY_OF_YEAR = "day_of_year"
    TIME = "time"
    ID = "id"
    CURRENCY = "currency"
    COLOUR = "colour"
    TEXT = "text"
    YES_NO = "yes_no"
    NAMES = "names"
    LIST = "list"
    EMPTY = "empty"
    PART = "part"
    # Between parts.
    UNKNOWN_ID = "unknown_id"
    TWICE = "twice"
    RISES = "rises"
    KEEP_ABOVE_ENTER = "keep_above_enter"
    QUOTED_MONEY = "quoted_money"
    PLAIN_COUNT = "plain_count"
    NEVER = "never"
    NOT_TOGETHER = "not_together"
    LANGUAGE = "language"
    # A remark; the file can be used.
    LANGUAGE_MISSING = "language_missing"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake: the line (from 1; 0 = the whole file), the path in the file's words, what was found and expected.

    `nearest` is the right word that looks most like the wrong one, or empty; `column` (from 1) of broken TOML.
    """

    line: int
    path: str
    code: FaultCode
    found: str = ""
    expected: str = ""
    nearest: str = ""
    column: int = 0


# Not frozen: whoever passes an exception on writes its traceback.
@dataclass(eq=False)
class ProgrammeFileError(Exception):
    """A programme file that cannot be used, with every mistake found."""

    faults: tuple[Fault, ...] = field(default=())

    def __str__(self) -> str:
        return "; ".join(f"{fault.line}: {fault.path}: {fault.code}: {fault.expected}" for fault in self.faults)
