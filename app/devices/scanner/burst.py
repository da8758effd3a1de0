"""Tells a scanner's or card reader's burst of keys from a person's typing.

Pure: no Qt, no clock; the caller passes the time of each key in milliseconds on any steady clock.
"""

from dataclasses import dataclass
from enum import Enum

from app.devices.scanner.frames import Frame, Frames
from app.devices.scanner.pace import Pace
from app.devices.scanner.reading import read

# A reader frames a track with these; "%E?" is its word for a track it could not read.
_TRACK_STARTS = ("%", ";", "+")
_TRACK_END = "?"
_SHORTEST_TRACK = 2
# A person who presses Enter after a scan does so later; the LF of a scanner's CR LF may be held up that long.
_SECOND_END_MS = 150


@dataclass(frozen=True, slots=True)
class BurstRules:
    """How quick and how long a burst is, and what the devices are set to put around each code.

    A code that stands between a prefix and a terminator is a scan whatever its length, and its keys may come as slowly
    as `framed_gap_ms` (Bluetooth): where the prefix stands, nobody is typing. Others may stumble (`pace.py`).
    A suffix also ends a burst by itself, for a scanner that sends no Enter.
    """

    hold_gap_ms: int = 35
    min_length: int = 6
    frames: tuple[Frame, ...] = (Frame(),)
    framed_gap_ms: int = 250

    @property
    def never_hold(self) -> bool:
        """Whether holding is switched off, so that every key is typing."""
        return self.hold_gap_ms <= 0


class Fate(Enum):
    """What becomes of the key at hand."""

    PASS = "pass"
    HOLD = "hold"
    SWALLOW = "swallow"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do, in this order: give back the `give_back` oldest held keys, report `scan`, then the key's own fate.

    A scan uses up all keys that are still held when it is reported; `sent` is what they were, frame and all.
    """

    fate: Fate
    give_back: int = 0
    scan: str | None = None
    sent: str = ""


class BurstDetector:
    """Holds printable keys for as long as they could belong to a burst."""

    def __init__(self, rules: BurstRules) -> None:
        self._rules = rules
        self._frames = Frames(rules.frames)
        self._pace = Pace(rules.hold_gap_ms)
        self._held = ""
        self._last_ms = 0.0
        self._scan_ended_ms: float | None = None
        self._scan_gap_ms = rules.hold_gap_ms

    @property
    def held(self) -> int:
        """How many keys are held now."""
        return len(self._held)

    @property
    def patience_ms(self) -> int:
        """How long the next key of what is held may take."""
        if self._held and self._frames.may_begin(self._held):
            return max(self._pace.patience_ms, self._rules.framed_gap_ms)
        return self._pace.patience_ms

    def key(self, char: str, at_ms: float) -> Verdict:
        """A printable key was pressed."""
        if self._rules.never_hold:
            return Verdict(Fate.PASS)
        before = self._settle_gap(at_ms)
        self._held += char
        self._last_ms = at_ms
        self._pace.press(at_ms)
        return Verdict(Fate.HOLD, before.give_back + self._typed_before_prefix(), before.scan, before.sent)

    def release(self, at_ms: float) -> None:
        """The key that was held last is up again."""
        self._pace.release(at_ms)

    def end(self, at_ms: float) -> Verdict:
        """Enter or Tab was pressed."""
        before = self._settle_gap(at_ms)
        if self._held:
            self._pace.press(at_ms)
        code = self._code()
        if code is not None:
            self._scan_gap_ms = min(self.patience_ms, _SECOND_END_MS)
            self._scan_ended_ms = at_ms
            return Verdict(Fate.SWALLOW, scan=code, sent=self._taken())
        if not self._held and self._follows_scan(at_ms):
            self._scan_ended_ms = at_ms
            return Verdict(Fate.SWALLOW)
        return Verdict(Fate.PASS, before.give_back + self._let_go(), before.scan, before.sent)

    def interrupt(self) -> Verdict:
        """A key that no scanner sends (an arrow, a shortcut) was pressed: what is held was typed."""
        return Verdict(Fate.PASS, self._let_go())

    def silence(self) -> Verdict:
        """Nothing came for longer than the hold gap."""
        suffix = self._frames.of(self._held).suffix
        if suffix and self._held.endswith(suffix):
            code = self._code()
            if code is not None:
                return Verdict(Fate.PASS, scan=code, sent=self._taken())
        return Verdict(Fate.PASS, self._let_go())

    def _settle_gap(self, at_ms: float) -> Verdict:
        if self._held and at_ms - self._last_ms > self.patience_ms:
            return self.silence()
        return Verdict(Fate.PASS)

    def _follows_scan(self, at_ms: float) -> bool:
        """Whether this is the second half of a CR LF, or the CR of an empty track."""
        return self._scan_ended_ms is not None and at_ms - self._scan_ended_ms <= self._scan_gap_ms

    def _typed_before_prefix(self) -> int:
        """Let go of keys typed just before a scanner's prefix, so that they do not join its code."""
        typed = self._frames.typed_before(self._held)
        self._held = self._held[typed:]
        return typed

    def _let_go(self) -> int:
        return len(self._taken())

    def _taken(self) -> str:
        held, self._held = self._held, ""
        self._pace.begin_anew()
        return held

    def _code(self) -> str | None:
        """What is held, without prefix and suffix, if it is a whole scan."""
        frame = self._frames.of(self._held)
        code = self._held.removeprefix(frame.prefix).removesuffix(frame.suffix)
        if not code:
            return None
        is_long_enough = len(code) >= self._rules.min_length or _is_track(code)
        if frame.prefix or (is_long_enough and self._pace.is_scanners):
            return read(code, frame.sends)
        return None


def _is_track(text: str) -> bool:
    return len(text) >= _SHORTEST_TRACK and text.startswith(_TRACK_STARTS) and text.endswith(_TRACK_END)
