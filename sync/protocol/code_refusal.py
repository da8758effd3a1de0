"""Why head office does not take a till in by a code, as its answer to ENROL says it."""

from enum import StrEnum


class CodeRefusal(StrEnum):
    """The text of the answer's `error`. Only who has the whole code is told that it is used or too old."""

    WRONG = "this code is not known"
    EXPIRED = "this code has expired"
    SPENT = "this code was tried wrongly too often"
    USED = "this code was used already"
