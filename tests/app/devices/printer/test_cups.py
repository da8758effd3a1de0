"""CUPS: its answers read, its programs called with the right words, and a real one where there is one."""

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.devices.printer.cups import CupsQueue, cups_printer, cups_queues
from app.devices.printer.print_queue import JobState
from app.devices.printer.simulator.tcp_port import TcpPort
from app.devices.printer.simulator.virtual_printer import VirtualPrinter
from app.devices.printer.transport import Timeouts
from app.ports.printer import PrinterCondition, PrinterFault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is for Linux and macOS")

# As CUPS 2.4.2 says it.
IDLE = "printer till is idle.  enabled since Sun Nov 22 03:53:59 2026\n\tForm mounted:\n\tAlerts: {alerts}\n"
UNREACHABLE = (
    "printer till now printing till-2.  enabled since Sun Nov 22 03:53:59 2026\n"
    "\tThe printer may not exist or is unavailable at this time.\n\tForm mounted:\n\tAlerts: none\n"
)
DISABLED = "printer till disabled since Sun Nov 22 03:54:04 2026 -\n\tno paper\n\tForm mounted:\n\tAlerts: paused\n"
WAITS = "till-7                  root              1024   Sun Nov 22 03:53:59 2026\n"
ENDED = WAITS + "\tStatus: \n\tAlerts: {alerts}\n\tqueued for till\n"


class Programs:
    """`lp`, `lpstat` and `cancel` on the PATH, which say what they are told to and note how they were called."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("lp", "lpstat", "cancel"):
            self.answer(name, "")

    def answer(self, name: str, says: str, *, code: int = 0, errors: str = "", when: str = "") -> None:
        """What `name` answers; `when` is a word among its arguments, else always."""
        suffix = f".{when}" if when else ""
        for kind, text in (("out", says), ("err", errors), ("code", str(code))):
            (self.folder / f"{name}{suffix}.{kind}").write_text(text, "utf-8")
        program = self.folder / name
        program.write_text(
            f'#!/bin/sh\ncd "{self.folder}"\necho "$LC_ALL $@" >> {name}.calls\ncat > {name}.data\nk={name}\n'
            f'for w in "$@"; do [ -e "{name}.$w.out" ] && k="{name}.$w"; done\n'
            'cat "$k.out"; cat "$k.err" >&2; exit "$(cat "$k.code")"\n',
            "utf-8",
        )
        program.chmod(stat.S_IRWXU)

    def calls(self, name: str) -> list[str]:
        return (self.folder / f"{name}.calls").read_text("utf-8").splitlines()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return Programs(tmp_path)


@pytest.mark.parametrize(
    ("answer", "condition", "detail"),
    [
        (IDLE.format(alerts="none"), PrinterCondition.UNKNOWN, ""),
        (IDLE.format(alerts="media-empty-error offline-report"), PrinterCondition.PAPER_OUT, ""),
        (IDLE.format(alerts="media-low-warning"), PrinterCondition.PAPER_NEAR_END, ""),
        (IDLE.format(alerts="cover-open"), PrinterCondition.COVER_OPEN, ""),
        (IDLE.format(alerts="offline-report"), PrinterCondition.OFFLINE, ""),
        (UNREACHABLE, PrinterCondition.UNKNOWN, "The printer may not exist or is unavailable at this time."),
        (DISABLED, PrinterCondition.OFFLINE, "no paper"),
    ],
)
def test_the_printers_condition_is_what_cups_says(
    answer: str, condition: PrinterCondition, detail: str, programs: Programs
) -> None:
    programs.answer("lpstat", answer)
    assert CupsQueue("till").condition() == (condition, detail)
    assert programs.calls("lpstat") == ["C -l -p till"]


def test_a_queue_that_is_not_there_is_offline(programs: Programs) -> None:
    programs.answer("lpstat", "", code=1, errors='lpstat: Invalid destination name in list "till".')
    assert CupsQueue("till").condition() == (
        PrinterCondition.OFFLINE,
        'lpstat: Invalid destination name in list "till".',
    )


def test_the_bytes_go_to_lp_untouched(programs: Programs) -> None:
    programs.answer("lp", "request id is till-7 (0 file(s))\n")
    data = bytes(range(256))
    assert CupsQueue("till").submit(data, 5) == "till-7"
    assert programs.calls("lp") == ["C -d till -o raw -t slip -"]
    assert (programs.folder / "lp.data").read_bytes() == data


def test_a_queue_that_takes_no_jobs_says_why(programs: Programs) -> None:
    programs.answer("lp", "", code=1, errors='lp: Destination "till" is not accepting jobs.')
    with pytest.raises(OSError, match="not accepting jobs"):
        CupsQueue("till").submit(b"x", 5)


def test_a_job_waits_is_done_or_was_taken_out(programs: Programs) -> None:
    queue = CupsQueue("till")
    programs.answer("lpstat", WAITS, when="not-completed")
    assert queue.state("till-7") is JobState.WAITING
    programs.answer("lpstat", "", when="not-completed")
    programs.answer("lpstat", ENDED.format(alerts="processing-to-stop-point"), when="completed")
    assert queue.state("till-7") is JobState.DONE
    programs.answer("lpstat", ENDED.format(alerts="job-canceled-by-user"), when="completed")
    assert queue.state("till-7") is JobState.LOST
    assert queue.state("till-70") is JobState.DONE


def test_where_there_is_no_cups_there_is_no_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cups_queues() == []
    assert cups_printer("till").status() is PrinterCondition.OFFLINE


def test_a_program_that_hangs_is_not_waited_for(programs: Programs) -> None:
    (programs.folder / "lp").write_text("#!/bin/sh\nexec sleep 30\n", "utf-8")
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        CupsQueue("till").submit(b"x", 0.1)
    assert time.monotonic() - began < 5


CUPSD = shutil.which("cupsd", path="/usr/sbin:/sbin:" + os.environ.get("PATH", ""))
HAS_CUPS = CUPSD and shutil.which("lpadmin", path="/usr/sbin") and Path("/usr/lib/cups/backend/socket").exists()
PAGE = b"\x1b@one slip\n\x1dV\x00"


@pytest.fixture
def cups_of_printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[TcpPort]:
    """A private CUPS with one queue, `till`, whose printer is the virtual one."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="cups") as folder, TcpPort(VirtualPrinter(32)) as port:
        root = Path(folder)  # short: a socket's path has 107 bytes
        root.chmod(0o755)
        for part in ("cache", "spool", "log", "state"):
            (root / part).mkdir()
        (root / "cupsd.conf").write_text(
            f"Listen {root}/s\nErrorPolicy retry-job\nJobRetryInterval 1\n<Location />\nAllow all\n</Location>\n"
            "<Location /admin>\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n"
            "</Policy>\n"
        )
        (root / "cups-files.conf").write_text(
            f"ServerRoot {root}\nCacheDir {root}/cache\nRequestRoot {root}/spool\nTempDir {root}/spool\n"
            f"StateDir {root}/state\nAccessLog {root}/log/a\nErrorLog {root}/log/e\nPageLog {root}/log/p\n"
            "Sandboxing Relaxed\n"
        )
        monkeypatch.setenv("CUPS_SERVER", f"{root}/s")
        command = [str(CUPSD), "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")]
        daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _until(lambda: (root / "s").exists())
            where = f"socket://{port.host}:{port.port}"
            subprocess.run(["/usr/sbin/lpadmin", "-p", "till", "-E", "-v", where], check=True, capture_output=True)
            yield port
        finally:
            daemon.terminate()
            daemon.wait(10)


def _until(done: Callable[[], bool]) -> None:
    for _ in range(100):
        if done():
            return
        time.sleep(0.05)
    raise TimeoutError("cupsd did not start")


@pytest.mark.slow
@pytest.mark.skipif(not HAS_CUPS, reason="there is no cupsd with its socket backend here (Debian: cups)")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="a private cupsd starts as root only")
def test_a_real_cups_prints_and_gives_back_what_it_cannot_print(cups_of_printer: TcpPort) -> None:
    port, printer = cups_of_printer, cups_printer("till", Timeouts(settle_s=10))
    assert cups_queues() == ["till"]
    assert printer.status().can_print
    printer.send(PAGE)
    assert [slip.lines for slip in port.printer.wait_for_slips(1)] == [["one slip"]]

    port.faults.refuse = True
    time.sleep(0.2)
    impatient = cups_printer("till", Timeouts(settle_s=1.5))
    with pytest.raises(PrinterFault) as caught:
        impatient.send(PAGE)
    assert caught.value.sent == len(PAGE)
    port.faults.refuse = False
    time.sleep(2)
    assert len(port.printer.slips) == 1, "a slip that the till took back came out after all"
    printer.send(PAGE)
    assert len(port.printer.wait_for_slips(2)) == 2
