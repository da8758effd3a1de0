"""GS1 Digital Link: the same identifiers in a web address. Source: GS1 Digital Link Standard, URI syntax."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.domain.codes.gs1.identifiers import find_identifier

_ADDRESS = re.compile(r"(?i:https?)://[^/?#]+(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#.*)?")
_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")

_KEY = "01"
# What may follow the trade item in the path.
_QUALIFIERS = frozenset({"22", "10", "21"})
_GTIN_LENGTHS = frozenset({8, 12, 13, 14})


def read_link(address: str) -> Mapping[str, str] | None:
    """The values by identifier; None where `address` names no trade item or one value is wrong."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        return None
    found: dict[str, str] = {}
    for written, value in (*_in_path(parts["path"].split("/")), *_in_query(parts["query"] or "")):
        identifier = find_identifier(written)
        if identifier is None:  # an address may carry whatever else it likes
            continue
        if written in found or not identifier.is_good(value):
            return None
        found[written] = value
    return found if _KEY in found else None


def _in_path(segments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """From the last `01` on, pairs of identifier and value."""
    starts = [index for index, segment in enumerate(segments[:-1]) if segment == _KEY]
    if not starts:
        return
    named = [_plain(segment) for segment in segments[starts[-1] :]]
    for written, value in zip(named[::2], named[1::2], strict=False):
        if written == _KEY:
            yield written, value.zfill(14) if len(value) in _GTIN_LENGTHS else value
        elif written in _QUALIFIERS:
            yield written, value


def _in_query(query: str) -> Iterator[tuple[str, str]]:
    for pair in re.split("[&;]", query):
        written, _, value = pair.partition("=")
        yield written, _plain(value)


def _plain(text: str) -> str:
    """Without its escapes; no value of GS1 holds anything but ASCII."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
