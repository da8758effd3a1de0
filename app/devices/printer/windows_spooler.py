"""The Windows spooler, by pywin32: raw bytes past the driver, the job's fate and the printer's state asked of it."""

import importlib
from collections.abc import Sequence
from typing import Any

from app.devices.printer.print_queue import JobState, QueueTransport
from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition

# Bits of PRINTER_INFO_2 (winspool.h): its state, and in its attributes that a person took it offline.
_WORK_OFFLINE = 0x400
_STATES = (
    (0x0040_0000, PrinterCondition.COVER_OPEN),  # DOOR_OPEN
    (0x0000_0010, PrinterCondition.PAPER_OUT),
    (0x0000_0048, PrinterCondition.PAPER_OUT),  # PAPER_JAM, PAPER_PROBLEM: both ask for a hand at the roll
    (0x0000_1083, PrinterCondition.OFFLINE),  # NOT_AVAILABLE, OFFLINE, ERROR, PAUSED
)
# Bits of JOB_INFO_1.
_JOB_IS_OVER = 0x0000_1080  # COMPLETE, PRINTED
_JOB_IS_LOST = 0x0000_0104  # DELETED, DELETING
_DELETE_JOB = 5
_LOCAL_AND_CONNECTED = 0x2 | 0x4


def windows_printer(printer: str, timeouts: Timeouts | None = None) -> QueueTransport:
    """The printer that Windows knows as `printer`."""
    return QueueTransport(SpoolerQueue(printer), timeouts)


def windows_printers() -> Sequence[str]:
    """The printers that Windows has."""
    try:
        return [str(found[2]) for found in _win32print().EnumPrinters(_LOCAL_AND_CONNECTED)]
    except OSError:
        return []


class SpoolerQueue:
    """Fits `PrintQueue`."""

    def __init__(self, printer: str) -> None:
        self.name = f"windows:{printer}"
        self._printer = printer

    def condition(self) -> tuple[PrinterCondition, str]:
        """As the driver tells Windows; many receipt printers' drivers tell nothing."""
        with _Opened(self._printer) as (spooler, handle):
            told = spooler.GetPrinter(handle, 2)
        if told["Attributes"] & _WORK_OFFLINE:
            return PrinterCondition.OFFLINE, ""
        for bits, condition in _STATES:
            if told["Status"] & bits:
                return condition, ""
        return PrinterCondition.UNKNOWN, ""

    def submit(self, data: bytes, timeout_s: float) -> str:
        """A document of the type RAW; the spooler takes it at once."""
        with _Opened(self._printer) as (spooler, handle):
            job = spooler.StartDocPrinter(handle, 1, ("slip", None, "RAW"))
            try:
                spooler.StartPagePrinter(handle)
                spooler.WritePrinter(handle, data)
                spooler.EndPagePrinter(handle)
            finally:
                spooler.EndDocPrinter(handle)
        return str(job)

    def state(self, job: str) -> JobState:
        """A job that is no longer there was printed: Windows forgets those."""
        with _Opened(self._printer) as (spooler, handle):
            listed = spooler.EnumJobs(handle, 0, 999, 1)
        status = next((found["Status"] for found in listed if found["JobId"] == int(job)), None)
        if status is None or status & _JOB_IS_OVER:
            return JobState.DONE
        return JobState.LOST if status & _JOB_IS_LOST else JobState.WAITING

    def withdraw(self, job: str) -> bool:
        """Windows refuses a job that it no longer has."""
        with _Opened(self._printer) as (spooler, handle):
            try:
                spooler.SetJob(handle, int(job), 0, None, _DELETE_JOB)
            except spooler.error:
                return False
        return True


class _Opened:
    """The spooler and a handle on the printer; what pywin32 raises comes out as OSError."""

    def __init__(self, printer: str) -> None:
        self._printer = printer
        self._spooler = _win32print()

    def __enter__(self) -> tuple[Any, Any]:
        try:
            self._handle = self._spooler.OpenPrinter(self._printer)
        except self._spooler.error as missing:
            raise OSError(str(missing)) from missing
        return self._spooler, self._handle

    def __exit__(self, kind: object, fault: BaseException | None, trace: object) -> None:
        self._spooler.ClosePrinter(self._handle)
        if isinstance(fault, self._spooler.error):
            raise OSError(str(fault)) from fault


def _win32print() -> Any:
    """Imported late: only Windows has it."""
    try:
        return importlib.import_module("win32print")
    except ImportError as missing:
        raise OSError("the Windows spooler can be used on Windows only") from missing
