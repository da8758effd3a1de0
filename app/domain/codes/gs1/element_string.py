"""Element strings: identifiers and values one after another, as GS1-128, DataBar, DataMatrix and QR carry them."""

from collections.abc import Mapping

from app.domain.codes.gs1.identifiers import find_identifier, identifier_at

# FNC1 as scanners send it between two values of which the first has no fixed length.
SEPARATOR = "\x1d"

# What stands on the label for people to read: (01)06901234567892(10)A1
_OPEN, _CLOSE = "(", ")"


def read_elements(text: str) -> Mapping[str, str] | None:
    """The values by identifier; None where `text` is no element string. An identifier that comes twice is a fault."""
    found: dict[str, str] = {}
    at = 0
    while at < len(text):
        element = _element(text, at)
        if element is None or element[0] in found:
            return None
        written, value, at = element
        found[written] = value
    return found or None


def read_printed_elements(text: str) -> Mapping[str, str] | None:
    """The same from the form with brackets, as a person types it off a label."""
    found: dict[str, str] = {}
    for part in text.split(_OPEN)[1:]:
        written, closed, value = part.partition(_CLOSE)
        identifier = find_identifier(written)
        if not closed or identifier is None or written in found or not identifier.is_good(value.strip()):
            return None
        found[written] = value.strip()
    return found or None


def _element(text: str, at: int) -> tuple[str, str, int] | None:
    """Identifier, value, and where the next element begins."""
    while text.startswith(SEPARATOR, at):
        at += 1
    found = identifier_at(text, at)
    if found is None:
        return None
    written, identifier = found
    start = at + len(written)
    end = start + identifier.length if identifier.length else _separator_or_end(text, start)
    value = text[start:end]
    while text.startswith(SEPARATOR, end):
        end += 1
    return (written, value, end) if identifier.is_good(value) else None


def _separator_or_end(text: str, start: int) -> int:
    found = text.find(SEPARATOR, start)
    return found if found >= 0 else len(text)
