"""Takes out of texts and settings whatever could be about a person, or a secret.

Nothing of the kind should stand in a log; this is the second lock on that door. It would rather hide too much: known
names, every character that is not ASCII, numbers of four digits and more, long runs of hex or base64, quoted words.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel

_STAMPED = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]+ [\w.]+: )(.*)")
_PLACE = re.compile(r'( *File ")([^"]+)(", line \d+, in [\w<>]+)$')
_RAISED = re.compile(r"([A-Za-z_][\w.]*): .*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_LONG_NUMBER = re.compile(r"\d{7,}")
_RULES = (
    (re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”"), "'…'"),
    (_NOT_ASCII, "…"),
    (re.compile(r"\b(?:[0-9A-Fa-f]{2}[ :-]?){8,}|[A-Za-z0-9+/_=-]{24,}"), "…"),
    (re.compile(r"(?:\d[ -]?){4,}"), "…"),
)
# Texts of the settings that are choices or say how a device is reached; any other text is the shop's own.
_TOLD = {
    "language", "receipt_language", "theme", "connection", "address", "port", "profile", "terminator", "sends",
    "prefix", "suffix", "layout", "kind", "carries", "card_track", "chip_number", "past_dates",
}  # fmt: skip


class Redaction:
    """Knows the names to take out, besides what any text must not hold."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        known = sorted({name for name in names if len(name) > 1}, key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, known)), re.IGNORECASE) if known else None

    def line(self, text: str) -> str:
        """One line of a log: its stamp and a place in our code stay, the message is cleaned."""
        if stamped := _STAMPED.fullmatch(text):
            return stamped[1] + self.words(stamped[2])
        if place := _PLACE.fullmatch(text):
            return f"{place[1]}…/{'/'.join(Path(place[2]).parts[-3:])}{place[3]}"
        # Of an exception its kind is enough: the message may quote anything.
        raised = _RAISED.fullmatch(text)
        return f"{raised[1]}: …" if raised else self.words(text)

    def words(self, text: str) -> str:
        """A text without what could be about a person."""
        text = self._without_names(text)
        for pattern, instead in _RULES:
            text = pattern.sub(instead, text)
        return text

    def remark(self, text: str) -> str:
        """What the doctor says itself: its counts and sizes stay, longer numbers do not."""
        return _LONG_NUMBER.sub("…", _NOT_ASCII.sub("…", self._without_names(text)))

    def _without_names(self, text: str) -> str:
        text = text.replace(str(Path.home()), "~")
        return self._names.sub("…", text) if self._names else text


def told_settings(settings: BaseModel) -> dict[str, object]:
    """What the settings say of machines; of any other text, a new one's too, only its length."""
    return {name: _told(name, value) for name, value in settings}


def _told(name: str, value: object) -> object:
    if isinstance(value, BaseModel):
        return told_settings(value)
    if isinstance(value, tuple):
        return [_told(name, each) for each in value]
    if isinstance(value, str) and name not in _TOLD:
        return f"({len(value)} characters)"
    return value
