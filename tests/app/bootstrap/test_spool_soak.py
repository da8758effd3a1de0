"""Ten thousand slips in a row: every one of them once, in order, at the same pace, and the till does not grow."""

import os
import re
import sys
import time
from pathlib import Path

import pytest

from app.devices.printer.transport import LineTransport
from tests.app.bootstrap.spool_rig import SpoolRig
from tests.app.services.shop import Shop

SLIPS = int(os.environ.get("MEMBERTILL_SOAK_SLIPS", "10000"))
_BATCH = 500
_MOST_GROWTH_MB = 8.0
_READY = {1: 0x12, 2: 0x12, 4: 0x12}


class CountingLine:
    """A printer that keeps nothing: it answers that it is well, and counts what it cuts."""

    cuts = 0

    def __init__(self) -> None:
        self._answers = bytearray()

    def write(self, data: bytes, timeout_s: float) -> int:
        if data[:2] == b"\x10\x04":
            self._answers.append(_READY[data[2]])
        else:
            CountingLine.cuts += len(re.findall(rb"\x1dV", data))
        return len(data)

    def read_byte(self, timeout_s: float) -> int | None:
        return self._answers.pop(0) if self._answers else None

    def drain(self) -> None:
        self._answers.clear()

    def close(self) -> None:
        pass


def resident_mb() -> float:
    """What this process occupies now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read from /proc")
def test_ten_thousand_slips_come_out_once_each_and_leave_no_trace_in_memory(tmp_path: Path) -> None:
    CountingLine.cuts = 0
    rig = SpoolRig(Shop(tmp_path), LineTransport("counting", CountingLine), tmp_path / "cache")
    rig.start()
    seconds, resident = list[float](), list[float]()
    try:
        for _ in range(SLIPS // _BATCH):
            began = time.monotonic()
            rig.queue(_BATCH)
            rig.wait_until_printed()
            seconds.append(time.monotonic() - began)
            resident.append(resident_mb())
    finally:
        rig.stop()
    assert CountingLine.cuts == SLIPS // _BATCH * _BATCH
    settled = resident[len(resident) // 5]
    print(f"{SLIPS} slips, {sum(seconds) / SLIPS * 1000:.1f} ms each, {resident[-1] - settled:+.1f} MB after the first")
    assert resident[-1] - settled < _MOST_GROWTH_MB, resident
    assert min(seconds[-3:]) < 2 * min(seconds[1:4]), seconds
