"""What goes without saying in a body: left out when it is written, filled in when it is read.

`unsaid` names such fields, each with the value it has where it is absent: docs/adr/0029-a-body-says-each-thing-once.md.
"""

from collections.abc import Sequence
from typing import Any

from app.domain.journal import Json


def without_unsaid(facts: Json, unsaid: Json) -> dict[str, Any]:
    """The facts that are not as `unsaid` has them; KeyError where it names what is no fact of theirs."""
    said = dict(facts)
    for name, usual in unsaid.items():
        if said[name] == usual:
            del said[name]
    return said


def with_unsaid(facts: Any, unsaid: Json) -> dict[str, Any]:
    """The facts as written, and the rest as `unsaid` has it; TypeError where they are none."""
    return {**unsaid, **facts}


def without_unsaid_end(row: Sequence[Any], unsaid: Sequence[Any]) -> list[Any]:
    """The row up to its last value that is not as `unsaid`, the row's usual end, has it."""
    kept = list(row)
    for usual in reversed(unsaid):
        if kept[-1] != usual:
            break
        kept.pop()
    return kept
