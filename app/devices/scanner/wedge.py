"""The keyboard wedge: a scanner or card reader that types, told from the person at the same keyboard.

The filter sits on the windows, not on the widgets: there a key has not yet reached shortcuts, buttons or fields, which
is why it also answers for them where Qt asks beforehand whether a key may be a shortcut. It
sits on windows and not on the whole application, because an application filter is called in Python for each event of
each widget (0.9 µs), while a window sees little besides keys, mouse and exposure.
"""

import time
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent, QKeyEvent, QWindow
from shiboken6 import isValid

from app.devices.scanner.burst import BurstDetector, BurstRules, Fate, Verdict
from app.devices.scanner.key_text import KeyLayout, KeyTexts, is_end_of_burst, is_modifier
from app.ports.scanner import OnScan, OnState, ScanEvent, SourceState

_BEFORE_PRESS = QEvent.Type.ShortcutOverride
_PRESS = QEvent.Type.KeyPress
_RELEASE = QEvent.Type.KeyRelease

# When the timer fires this late, the window or the machine was busy and keys are still on their way: they go first.
_LATE_MS = 5.0
_GRACE_MS = 5
# A machine that is late time and again is given no more than this.
_MOST_GRACES = 4


@dataclass(frozen=True, slots=True)
class _HeldEvent:
    """A key event kept back, to be replayed to its window or dropped with its scan."""

    window: QWindow
    event: QKeyEvent
    key_id: int
    is_press: bool


class WedgeScanner(QObject):
    """Scans typed by a keyboard-like device; lives on the GUI thread and calls back on it."""

    def __init__(
        self, app: QGuiApplication, rules: BurstRules | None = None, layout: KeyLayout = KeyLayout.SYSTEM
    ) -> None:
        super().__init__()
        self.name = "wedge"
        self._app = app
        self._rules = rules or BurstRules()
        self._detector = BurstDetector(self._rules)
        self._texts = KeyTexts(layout, app.platformName())
        self._is_x = app.platformName() == "xcb"
        self._clock = _KeyClock()
        self._held: list[_HeldEvent] = []
        self._held_down: set[int] = set()
        self._releases_to_drop: set[int] = set()
        self._replaying = False
        self._on_scan: OnScan | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_gap)
        self._due_ms = 0.0
        self._graces = 0

    def start(self, on_scan: OnScan, on_state: OnState) -> None:
        """Start to watch the keys of all windows; call on the GUI thread."""
        self._on_scan = on_scan
        for window in self._app.allWindows():
            window.installEventFilter(self)
        self._app.focusWindowChanged.connect(self._watch)
        on_state(self.name, SourceState.READY, "")

    def stop(self) -> None:
        """Let go of the windows; keys still held are given back."""
        self._app.focusWindowChanged.disconnect(self._watch)
        self._timer.stop()
        self._settle_and_carry_out(self._detector.interrupt())
        for window in self._app.allWindows():
            window.removeEventFilter(self)
        self._on_scan = None

    @property
    def input_method_open(self) -> bool:
        """Whether the focused field takes an input method, which could compose a scan before it gets here."""
        field = cast("QObject | None", self._app.focusObject())  # the stubs promise one
        if field is None:
            return False
        query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
        QCoreApplication.sendEvent(field, query)
        return bool(query.value(Qt.InputMethodQuery.ImEnabled))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what may be a scan; `True` means the window does not get the event."""
        kind = event.type()
        if kind == _BEFORE_PRESS and isinstance(event, QKeyEvent):
            return self._go_before_shortcuts(event)
        if kind not in (_PRESS, _RELEASE):
            return False
        if self._replaying:  # a ticket for one event: a replayed key may open a dialog that runs its own loop
            self._replaying = False
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        if kind == _PRESS:
            return self._press(watched, event)
        return self._release(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a filter installed twice is moved, not doubled

    def _go_before_shortcuts(self, event: QKeyEvent) -> bool:
        """Qt looks for a shortcut before it delivers a key. What may be a scan's is none until it is given back, and
        Enter never is; before the shortcut of another key (F12) what is held is given back.
        """
        if is_modifier(event) or self._rules.never_hold:
            return False
        if not event.isAutoRepeat() and (is_end_of_burst(event) or self._burst_text(event) is not None):
            event.accept()
            return True
        self._settle_and_carry_out(self._detector.interrupt())
        return False

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        if is_modifier(event):
            return False
        key_id = _key_id(event)
        self._releases_to_drop.discard(key_id)
        verdict = self._judge(event, self._clock.at_ms(event))
        given_back = self._settle(verdict)
        if verdict.fate is Fate.HOLD:
            self._held.append(_HeldEvent(window, event.clone(), key_id, is_press=True))
            self._held_down.add(key_id)
            self._wait_for_gap()
        elif verdict.fate is Fate.SWALLOW:
            self._releases_to_drop.add(key_id)
        self._carry_out(given_back, verdict)
        return verdict.fate is not Fate.PASS

    def _judge(self, event: QKeyEvent, at_ms: float) -> Verdict:
        if event.isAutoRepeat():
            return self._detector.interrupt()  # a finger rests on the key; no scanner does that
        if is_end_of_burst(event):
            return self._detector.end(at_ms)
        char = self._burst_text(event)
        if char is None:
            return self._detector.interrupt()
        return self._detector.key(char, at_ms)

    def _burst_text(self, event: QKeyEvent) -> str | None:
        return self._texts.burst_text(event, inside=self._detector.held > 0)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        key_id = _key_id(event)
        if key_id in self._releases_to_drop:
            self._releases_to_drop.discard(key_id)
            return True
        if key_id in self._held_down:
            self._held_down.discard(key_id)
            if self._held[-1].is_press and self._held[-1].key_id == key_id:
                self._detector.release(self._clock.at_ms(event))
                self._wait_for_gap()
            self._held.append(_HeldEvent(window, event.clone(), key_id, is_press=False))
            return True
        return False

    def _settle(self, verdict: Verdict) -> list[_HeldEvent]:
        """Take the verdict into the state, calling nobody; returns the events to replay."""
        if not verdict.give_back and verdict.scan is None:
            return []  # most keys of a burst: a long code must not cost the square of its length
        given_back, kept = _split(self._held, verdict.give_back)
        if verdict.scan is not None:
            given_back += _releases_of_earlier_keys(kept)
            self._releases_to_drop |= _keys_down(kept)
            kept = []
        self._held, self._held_down = kept, _keys_down(kept)
        if not kept:
            self._timer.stop()
        return given_back

    def _carry_out(self, given_back: list[_HeldEvent], verdict: Verdict) -> None:
        """Replay and report, last of all: whoever gets a key or a scan may open a dialog that runs its own loop."""
        for held in given_back:
            self._replay(held)
        if verdict.scan is not None and self._on_scan is not None:
            sent = verdict.sent.encode(errors="replace")
            self._on_scan(ScanEvent(verdict.scan, self.name, int(time.monotonic() * 1000), sent))

    def _settle_and_carry_out(self, verdict: Verdict) -> None:
        self._carry_out(self._settle(verdict), verdict)

    def _replay(self, held: _HeldEvent) -> None:
        if not isValid(held.window):
            return
        self._replaying = True
        try:
            QCoreApplication.sendEvent(held.window, held.event)
        finally:
            self._replaying = False

    def _wait_for_gap(self) -> None:
        self._graces = 0
        patience_ms = self._detector.patience_ms
        self._due_ms = _now_ms() + patience_ms
        self._timer.start(patience_ms + 1)

    def _on_gap(self) -> None:
        late = _now_ms() - self._due_ms > _LATE_MS
        if late and self._graces < _MOST_GRACES:
            self._graces += 1
            self._due_ms = _now_ms() + _GRACE_MS
            self._timer.start(_GRACE_MS)
            return
        if self._is_x:
            self._app.sync()  # keys that the X server sent before now come in first, however late they were read
            if not self._held or self._timer.isActive():
                return
        self._settle_and_carry_out(self._detector.silence())


class _KeyClock:
    """When keys went down and up, by the window system's stamps where there are any: a busy window skews nothing."""

    def __init__(self) -> None:
        self._at_ms = 0.0
        self._stamp = 0
        self._seen_ms = 0.0

    def at_ms(self, event: QKeyEvent) -> float:
        """The time of this key, in milliseconds that only ever rise."""
        stamp, seen_ms = event.timestamp(), _now_ms()
        step = float(stamp - self._stamp) if stamp and self._stamp else seen_ms - self._seen_ms
        if step < 0:  # the stamps wrapped round, or another clock made this one
            step = seen_ms - self._seen_ms
        self._stamp, self._seen_ms = stamp, seen_ms
        self._at_ms += step
        return self._at_ms


def _split(held: list[_HeldEvent], presses: int) -> tuple[list[_HeldEvent], list[_HeldEvent]]:
    """The first `presses` presses with the releases right after them, and the rest."""
    starts = [index for index, item in enumerate(held) if item.is_press]
    cut = starts[presses] if presses < len(starts) else len(held)
    return held[:cut], held[cut:]


def _keys_down(held: list[_HeldEvent]) -> set[int]:
    """The keys pressed and not yet released again."""
    down: set[int] = set()
    for item in held:
        if item.is_press:
            down.add(item.key_id)
        else:
            down.discard(item.key_id)
    return down


def _releases_of_earlier_keys(held: list[_HeldEvent]) -> list[_HeldEvent]:
    """Releases whose press went out before: fingers that were still down when the burst began."""
    down: set[int] = set()
    earlier: list[_HeldEvent] = []
    for item in held:
        if item.is_press:
            down.add(item.key_id)
        elif item.key_id in down:
            down.discard(item.key_id)
        else:
            earlier.append(item)
    return earlier


def _key_id(event: QKeyEvent) -> int:
    """The physical key: a release may name another character than its press when Shift went up in between."""
    return event.nativeScanCode() or event.key()


def _now_ms() -> float:
    return time.monotonic() * 1000
