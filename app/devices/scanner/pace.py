"""How keys follow one another: a scanner may stumble on its way without being taken for a person.

A key can come late through no fault of the scanner: a busy machine, a remote desktop, a long cable. What no finger does
tells that it will come: keys let go of as soon as they were pressed, and three of them within two gaps.
"""

# A person's key is down for 50 ms and more, a scanner's for as long as one or two reports of its keyboard.
_TAP_MS = 20.0
_QUICK_IN_FRONT = 2
# The system's keyboard on a touch screen taps as well: what it types is shown after no more than this.
_LATE_MS = 150
_VERY_LATE_MS = 400


class Pace:
    """The gaps between the keys held; `quick_ms` is the longest of a scanner that nothing holds up."""

    def __init__(self, quick_ms: int) -> None:
        self._quick_ms = quick_ms
        self.begin_anew()

    def begin_anew(self) -> None:
        """Nothing is held any more."""
        self._pressed_ms: float | None = None
        self._quick = 0
        self._slow = 0
        self._is_tapped = False

    def press(self, at_ms: float) -> None:
        """One more key."""
        if self._pressed_ms is not None:
            is_quick = at_ms - self._pressed_ms <= self._quick_ms
            self._quick += is_quick
            self._slow += not is_quick
        self._pressed_ms = at_ms

    def release(self, at_ms: float) -> None:
        """The key that was pressed last is up again."""
        self._is_tapped = self._pressed_ms is not None and at_ms - self._pressed_ms <= _TAP_MS

    @property
    def patience_ms(self) -> int:
        """How late the next key may come."""
        is_quick = self._quick >= _QUICK_IN_FRONT
        if self._slow > self._quick + 1 or not (is_quick or self._is_tapped):
            return self._quick_ms
        return max(self._quick_ms, _VERY_LATE_MS if is_quick and self._is_tapped else _LATE_MS)

    @property
    def is_scanners(self) -> bool:
        """Whether as many gaps are quick as are slow; of a person's not one in ten is."""
        return self._slow <= self._quick
