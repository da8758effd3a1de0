"""The virtual printer as a whole: bytes in, answers out, slips on the counter."""

import threading
from collections import deque
from dataclasses import replace
from pathlib import Path

from app.devices.printer.simulator.drawing import draw_slip
from app.devices.printer.simulator.head import PrintHead
from app.devices.printer.simulator.slip import Slip
from app.devices.printer.simulator.state import Roll, Sensors
from app.devices.printer.simulator.tokens import Token, Tokeniser

_DOTS_A_COLUMN = 12
_END_OF_JOB = Token("end of job")
_LINE_LOST = Token("line lost")
_PAPER_SENSOR = 1


class VirtualPrinter:
    """An ESC/POS printer without iron; safe to use from several threads.

    `out_dir` is where each slip is saved as PNG. `encoding` is the font's character set.
    """

    def __init__(self, columns: int = 48, *, out_dir: Path | None = None, encoding: str = "gb18030") -> None:
        self.dots = columns * _DOTS_A_COLUMN
        self._out_dir = out_dir
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._sensors = Sensors()
        self._tokeniser = Tokeniser()
        self._waiting: deque[Token] = deque()
        self._lines_left: int | None = None
        self._slips: list[Slip] = []
        self._complaints: list[str] = []
        self._kicks = 0
        self._head = PrintHead(self.dots, encoding, self._complaints.append, lambda: self._tear_off(is_cut=True))

    @property
    def slips(self) -> list[Slip]:
        """All slips so far, oldest first."""
        with self._lock:
            return list(self._slips)

    @property
    def complaints(self) -> list[str]:
        """What no real printer would have understood; empty after a good job."""
        with self._lock:
            return list(self._complaints)

    @property
    def drawer_kicks(self) -> int:
        """How often the drawer was opened, with a slip or without."""
        with self._lock:
            return self._kicks + self._head.slip.drawer_kicks

    @property
    def sensors(self) -> Sensors:
        """The state of the machine."""
        with self._lock:
            return self._sensors

    def set_sensors(
        self, *, online: bool | None = None, cover_open: bool | None = None, roll: Roll | None = None
    ) -> None:
        """Change what is given; a machine that can print again prints what has waited in its memory."""
        with self._lock:
            now = self._sensors
            self._sensors = Sensors(
                now.online if online is None else online,
                now.cover_open if cover_open is None else cover_open,
                now.roll if roll is None else roll,
            )
            if roll is not None:
                self._lines_left = None
            self._work()

    def let_paper_run_out_after(self, bands: int) -> None:
        """Have the roll end after that many more printed lines or images."""
        with self._lock:
            self._lines_left = bands

    def receive(self, data: bytes) -> bytes:
        """Take bytes from the line; returns what the printer answers at once."""
        with self._lock:
            answers = bytearray()
            for token in self._tokeniser.feed(data):
                if token.name == "DLE EOT":
                    answers += self._status(token.data[0])
                elif token.name == "GS r":
                    answers += self._paper_status(token.data[0])
                else:
                    self._waiting.append(token)
            self._work()
            return bytes(answers)

    def end_job(self) -> None:
        """The line was closed or has been quiet: what is on the paper is a slip of its own."""
        with self._lock:
            if not self._tokeniser.is_between_commands:
                self._complaints.append("the job ended in the middle of a command")
                self._tokeniser.forget()
            self._waiting.append(_END_OF_JOB)
            self._work()

    def lose_line(self) -> None:
        """The line broke: a command or character cut short is forgotten, and nobody is to blame."""
        with self._lock:
            self._tokeniser.forget()
            self._waiting.append(_LINE_LOST)
            self.end_job()

    def wait_for_slips(self, count: int, timeout_s: float = 5.0) -> list[Slip]:
        """The slips, once there are at least `count`; raises TimeoutError."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._slips) >= count, timeout_s):
                raise TimeoutError(f"{len(self._slips)} slips, not {count}; complaints: {self._complaints}")
            return list(self._slips)

    def _status(self, number: int) -> bytes:
        answer = self._sensors.status_byte(number)
        if answer is None:
            self._complaints.append(f"DLE EOT {number} has no answer")
            return b""
        return bytes([answer])

    def _paper_status(self, number: int) -> bytes:
        if number % 48 != _PAPER_SENSOR:
            self._complaints.append(f"GS r {number} is not simulated")
            return b""
        return bytes([self._sensors.paper_byte])

    def _work(self) -> None:
        while self._waiting and self._sensors.can_print:
            token = self._waiting.popleft()
            if token is _LINE_LOST:
                self._head.forget_half_character()
                continue
            if token is _END_OF_JOB:
                self._head.finish_line()
                self._tear_off(is_cut=False)
                continue
            if token.name == "ESC @":
                self._tear_off(is_cut=False)  # on a printer without a cutter, here the next slip begins
            before = len(self._head.slip.bands)
            self._head.obey(token)
            self._use_paper(len(self._head.slip.bands) - before)

    def _use_paper(self, bands: int) -> None:
        if self._lines_left is None or bands <= 0:
            return
        self._lines_left -= bands
        if self._lines_left <= 0:
            self._lines_left = None
            self._sensors = replace(self._sensors, roll=Roll.OUT)

    def _tear_off(self, *, is_cut: bool) -> None:
        done = self._head.slip
        self._kicks += done.drawer_kicks
        if not done.has_print and not is_cut:
            done.drawer_kicks = 0
            return
        slip = done.finish(len(self._slips) + 1, self.dots, is_cut=is_cut)
        self._head.slip = type(done)()
        self._slips.append(self._saved(slip))
        self._changed.notify_all()

    def _saved(self, slip: Slip) -> Slip:
        if self._out_dir is None:
            return slip
        self._out_dir.mkdir(parents=True, exist_ok=True)
        number = len(list(self._out_dir.glob("slip-*.png"))) + 1
        path = self._out_dir / f"slip-{number:04d}.png"
        draw_slip(slip).save(path)
        return replace(slip, png=path)
