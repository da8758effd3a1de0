"""A text that is no TOML: what is wrong, in a code of ours instead of the parser's words."""

import re
import tomllib

from app.domain.programme.file.faults import Fault, FaultCode

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")

_SAYS = (
    (r"Unclosed|Invalid value \(at end", FaultCode.OPEN_LIST),
    (r"Expected '=' after", FaultCode.NO_EQUALS),
    (r"Invalid (value|date|initial character)|Expected '\"'", FaultCode.NO_VALUE),
    (r"Unterminated string|Illegal character '\\n'", FaultCode.OPEN_TEXT),
    (r"Expected '\]", FaultCode.OPEN_HEADING),
    (r"twice|Cannot (overwrite|redefine|mutate)|Duplicate", FaultCode.SAID_TWICE),
    (r"Expected newline", FaultCode.MORE_ON_LINE),
    (r"Invalid statement", FaultCode.NO_EQUALS),
)


def broken(text: str, error: tomllib.TOMLDecodeError) -> Fault:
    """The place where the parser stopped, and what it misses there."""
    words = str(error)
    place = _PLACE.search(words)
    line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 0)
    code = next((code for says, code in _SAYS if re.search(says, words)), FaultCode.CHARACTER)
    lines = text.splitlines()
    found = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Fault(line, "", code, found=found, column=column)
