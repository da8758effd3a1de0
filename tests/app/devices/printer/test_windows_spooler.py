"""The Windows spooler, before a spooler in memory that answers as pywin32 does; Windows itself was not at hand."""

import sys
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from app.devices.printer.print_queue import JobState
from app.devices.printer.windows_spooler import SpoolerQueue, windows_printer, windows_printers
from app.ports.printer import PrinterCondition


class SpoolerError(Exception):
    """As `pywintypes.error`, which is no OSError."""


@dataclass
class Spooler:
    """The functions of win32print that are used, over one printer."""

    printers: tuple[str, ...] = ("XP-80",)
    status: int = 0
    attributes: int = 0
    jobs: dict[int, int] = field(default_factory=dict)
    documents: list[tuple[str, bytes]] = field(default_factory=list)
    open_handles: int = 0
    error: type[Exception] = SpoolerError

    def EnumPrinters(self, flags: int) -> list[tuple[int, str, str, str]]:  # noqa: N802  (win32print's own name)
        return [(0, "", name, "") for name in self.printers]

    def OpenPrinter(self, name: str) -> int:  # noqa: N802
        if name not in self.printers:
            raise SpoolerError(1801, "OpenPrinter", "The printer name is invalid.")
        self.open_handles += 1
        return 1

    def ClosePrinter(self, handle: int) -> None:  # noqa: N802
        self.open_handles -= 1

    def GetPrinter(self, handle: int, level: int) -> dict[str, int]:  # noqa: N802
        return {"Status": self.status, "Attributes": self.attributes}

    def StartDocPrinter(self, handle: int, level: int, document: tuple[str, None, str]) -> int:  # noqa: N802
        self.documents.append((document[2], b""))
        return 5

    def StartPagePrinter(self, handle: int) -> None:  # noqa: N802
        pass

    def WritePrinter(self, handle: int, data: bytes) -> int:  # noqa: N802
        self.documents[-1] = (self.documents[-1][0], data)
        return len(data)

    def EndPagePrinter(self, handle: int) -> None:  # noqa: N802
        pass

    def EndDocPrinter(self, handle: int) -> None:  # noqa: N802
        pass

    def EnumJobs(self, handle: int, first: int, count: int, level: int) -> list[dict[str, int]]:  # noqa: N802
        return [{"JobId": job, "Status": status} for job, status in self.jobs.items()]

    def SetJob(self, handle: int, job: int, level: int, about: Any, command: int) -> None:  # noqa: N802
        if job not in self.jobs:
            raise SpoolerError(87, "SetJob", "The parameter is incorrect.")
        assert command == 5
        del self.jobs[job]


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    made, module = Spooler(), ModuleType("win32print")
    for name in dir(made):
        if name[0].isupper() or name == "error":
            setattr(module, name, getattr(made, name))
    monkeypatch.setitem(sys.modules, "win32print", module)
    return made


@pytest.mark.parametrize(
    ("status", "attributes", "condition"),
    [
        (0, 0, PrinterCondition.UNKNOWN),
        (0x10, 0, PrinterCondition.PAPER_OUT),
        (0x400010, 0, PrinterCondition.COVER_OPEN),
        (0x80, 0, PrinterCondition.OFFLINE),
        (0, 0x400, PrinterCondition.OFFLINE),
    ],
)
def test_the_condition_is_what_windows_says(
    status: int, attributes: int, condition: PrinterCondition, spooler: Spooler
) -> None:
    spooler.status, spooler.attributes = status, attributes
    assert windows_printer("XP-80").status() is condition
    assert spooler.open_handles == 0


def test_a_slip_goes_out_raw(spooler: Spooler) -> None:
    windows_printer("XP-80").send(b"\x1b@slip")
    assert spooler.documents == [("RAW", b"\x1b@slip")]
    assert spooler.open_handles == 0


@pytest.mark.parametrize(
    ("status", "state"),
    [(0x10, JobState.WAITING), (0x1000, JobState.DONE), (0x80, JobState.DONE), (0x100, JobState.LOST)],
)
def test_where_a_job_stands(status: int, state: JobState, spooler: Spooler) -> None:
    spooler.jobs[5] = status
    assert SpoolerQueue("XP-80").state("5") is state
    assert SpoolerQueue("XP-80").state("6") is JobState.DONE


def test_a_job_is_taken_back_unless_it_is_gone(spooler: Spooler) -> None:
    spooler.jobs[5] = 0
    assert SpoolerQueue("XP-80").withdraw("5")
    assert not SpoolerQueue("XP-80").withdraw("5")


def test_a_printer_that_windows_does_not_know_is_offline(spooler: Spooler) -> None:
    assert windows_printers() == ["XP-80"]
    assert windows_printer("XP-58").status() is PrinterCondition.OFFLINE
    with pytest.raises(OSError, match="invalid"):
        SpoolerQueue("XP-58").submit(b"x", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_elsewhere_there_is_no_such_printer() -> None:
    assert windows_printers() == []
    assert windows_printer("XP-80").status() is PrinterCondition.OFFLINE
