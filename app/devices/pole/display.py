"""The display's one thread: opens its port, shows the latest message, and again after it was unplugged."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing

import serial

from app.devices.own_thread import OwnThread
from app.devices.pole.encode import encode, opening
from app.devices.pole.profiles import PoleProfile
from app.ports.pole import Lamp, PoleLine, PoleMessage
from app.ports.scanner import SourceState
from app.settings import PoleSettings

_WRITE_TIMEOUT_S = 1.0
_LOOK_S = 0.25
_STOP_TIMEOUT_S = 2.0
_AGAIN_S = 1.0
_TRIAL_S = 5.0
_TRIAL = PoleMessage(
    PoleLine("测试", "12345678", "TEST"), PoleLine("合计", "88888.88", "TOTAL"), "88888.88", Lamp.TOTAL
)

_log = logging.getLogger(__name__)

OnState = Callable[[SourceState, str], None]


class PoleDisplay:
    """Fits `app.ports.pole.Pole`. `again_s` is the pause before a port that is gone is tried again."""

    def __init__(self, profiles: Mapping[str, PoleProfile], on_state: OnState, again_s: float = _AGAIN_S) -> None:
        self._profiles, self._on_state, self._again_s = profiles, on_state, again_s
        self._settings = PoleSettings()
        self._message = PoleMessage()
        self._trial_until = 0.0
        self._news = threading.Event()
        self._thread: OwnThread | None = None
        self._told: SourceState | None = None

    def use(self, settings: PoleSettings) -> None:
        """Another display, another speed, or none."""
        if settings == self._settings:
            return
        self.close()
        self._settings = settings
        if settings.port and settings.model in self._profiles:
            self._thread = OwnThread("pole")
            self._thread.start(self._run)

    def show(self, message: PoleMessage) -> None:
        """The latest counts."""
        self._message = message
        self._news.set()

    def try_out(self) -> None:
        """Everything lit for some seconds."""
        self._trial_until = time.monotonic() + _TRIAL_S
        self._news.set()

    def close(self) -> None:
        """Let go of the display."""
        thread, self._thread, self._told = self._thread, None, None
        if thread:
            thread.ask_to_stop()
            self._news.set()
            thread.join(_STOP_TIMEOUT_S)

    def _run(self) -> None:
        thread, settings = self._thread, self._settings
        profile = self._profiles[settings.model]
        while thread and not thread.stopping:
            try:
                with closing(self._open(settings, profile)) as port:
                    port.write(opening(profile))
                    self._tell(SourceState.READY)
                    self._serve(port, profile, thread)
            except (OSError, ValueError) as lost:
                self._tell(SourceState.UNPLUGGED, str(lost))
                thread.pause(self._again_s)

    def _serve(self, port: serial.Serial, profile: PoleProfile, thread: OwnThread) -> None:
        shown: PoleMessage | None = None
        while not thread.stopping:
            self._news.clear()
            message = _TRIAL if time.monotonic() < self._trial_until else self._message
            if message != shown:
                port.write(encode(message, profile))
                shown = message
            # Nobody tells when a cable is pulled: a port that is gone cannot be asked how much waits in it.
            _ = port.in_waiting
            self._news.wait(_LOOK_S)

    def _open(self, settings: PoleSettings, profile: PoleProfile) -> serial.Serial:
        baud = settings.baud or profile.baud
        return serial.Serial(settings.port, baud, timeout=0, write_timeout=_WRITE_TIMEOUT_S, exclusive=True)

    def _tell(self, state: SourceState, detail: str = "") -> None:
        if self._told is not state:
            self._told = state
            _log.info("pole display: %s", state.value)
            self._on_state(state, detail)
