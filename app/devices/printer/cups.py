"""CUPS, by its own programs: `lp` hands over raw bytes, `lpstat` tells, `cancel` takes back. No library is needed."""

import os
import re
import subprocess
from collections.abc import Sequence

from app.devices.printer.print_queue import JobState, QueueTransport
from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition

_ASK_TIMEOUT_S = 5.0
# Reasons as IPP names them (RFC 8011, printer-state-reasons), which `lpstat -l` shows as alerts; the worst comes first.
_REASONS = (
    ("cover-open", PrinterCondition.COVER_OPEN),
    ("door-open", PrinterCondition.COVER_OPEN),
    ("media-empty", PrinterCondition.PAPER_OUT),
    ("media-needed", PrinterCondition.PAPER_OUT),
    ("media-jam", PrinterCondition.COVER_OPEN),
    ("offline", PrinterCondition.OFFLINE),
    ("connecting-to-device", PrinterCondition.OFFLINE),
    ("paused", PrinterCondition.OFFLINE),
    ("media-low", PrinterCondition.PAPER_NEAR_END),
)
_ALERTS = re.compile(r"^\s*Alerts:\s*(.*)$", re.MULTILINE)
_JOB = re.compile(r"request id is (\S+)")
_TAKEN_OUT = ("cancel", "abort")


def cups_printer(queue: str, timeouts: Timeouts | None = None) -> QueueTransport:
    """The printer that CUPS knows as `queue`; CUPS tells its state, as far as its driver does."""
    return QueueTransport(CupsQueue(queue), timeouts)


def cups_queues() -> Sequence[str]:
    """The printers that CUPS has; none where there is no CUPS."""
    try:
        return _run("lpstat", "-e").stdout.split()
    except OSError:
        return []


class CupsQueue:
    """Fits `PrintQueue`."""

    def __init__(self, queue: str) -> None:
        self.name = f"cups:{queue}"
        self._queue = queue

    def condition(self) -> tuple[PrinterCondition, str]:
        """From the alerts and the second line, where CUPS says why the printer stands still."""
        told = _run("lpstat", "-l", "-p", self._queue)
        if told.returncode:
            return PrinterCondition.OFFLINE, told.stderr.strip()
        found = _ALERTS.search(told.stdout)
        alerts = found.group(1) if found else ""
        detail = _why(told.stdout)
        for reason, condition in _REASONS:
            if reason in alerts:
                return condition, detail
        is_off = " disabled since " in told.stdout
        return (PrinterCondition.OFFLINE if is_off else PrinterCondition.UNKNOWN), detail

    def submit(self, data: bytes, timeout_s: float) -> str:
        """`lp -o raw`: no filter touches the bytes."""
        told = _run("lp", "-d", self._queue, "-o", "raw", "-t", "slip", "-", data=data, timeout_s=timeout_s)
        found = _JOB.search(told.stdout)
        if told.returncode or found is None:
            raise OSError(told.stderr.strip() or told.stdout.strip())
        return found.group(1)

    def state(self, job: str) -> JobState:
        """A job that CUPS no longer lists as waiting is done, unless its alerts say that it was taken out."""
        waiting = _run("lpstat", "-W", "not-completed", "-o", self._queue)
        if waiting.returncode:
            raise OSError(waiting.stderr.strip())
        if _entry(waiting.stdout, job):
            return JobState.WAITING
        ended = _entry(_run("lpstat", "-l", "-W", "completed", "-o", self._queue).stdout, job)
        return JobState.LOST if any(word in ended for word in _TAKEN_OUT) else JobState.DONE

    def withdraw(self, job: str) -> bool:
        """`cancel` fails where there is nothing left to take back."""
        return _run("cancel", job).returncode == 0


def _entry(listed: str, job: str) -> str:
    """What a list of jobs says of one: its line and the indented ones below it."""
    found = re.search(rf"^{re.escape(job)}\s.*(?:\n\s.*)*", listed, re.MULTILINE)
    return found.group(0) if found else ""


def _why(told: str) -> str:
    """The second line of `lpstat -l -p`, where it is a sentence and not the first of the settings."""
    lines = told.splitlines()
    second = lines[1].strip() if len(lines) > 1 else ""
    return "" if second.endswith(":") or ": " in second else second


def _run(
    program: str, *words: str, data: bytes | None = None, timeout_s: float = _ASK_TIMEOUT_S
) -> "subprocess.CompletedProcess[str]":
    """One of the programs, in English so that its answers can be read; OSError where it is missing or hangs."""
    text = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(
            (program, *words), input=data or b"", capture_output=True, timeout=timeout_s, check=False, env=text
        )
    except subprocess.TimeoutExpired as hung:
        raise TimeoutError(f"{program} does not answer") from hung
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )
