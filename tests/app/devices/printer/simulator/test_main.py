"""The virtual printer as a command of its own."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import serial

from app.devices.printer.simulator.__main__ import main

ROOT = Path(__file__).parents[5]


@contextmanager
def simulator(*options: str) -> "Iterator[subprocess.Popen[str]]":
    command = [sys.executable, "-m", "app.devices.printer.simulator", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_over_tcp(tmp_path: Path) -> None:
    with simulator("--tcp", "0", "--columns", "32", "--out", str(tmp_path)) as process:
        host, port = line(process).removeprefix("printer at ").split(":")
        assert line(process) == f"slips go to {tmp_path}"
        with socket.create_connection((host, int(port))) as client:
            client.sendall("\x1b@茶\n\x1dV\x00".encode("gb18030"))
        assert line(process) == f"slip 1: {tmp_path / 'slip-0001.png'}, 1 lines"
        assert (tmp_path / "slip-0001.png").stat().st_size > 100


def test_over_a_serial_line(tmp_path: Path) -> None:
    with simulator("--pty", "--out", str(tmp_path)) as process:
        path = line(process).removeprefix("printer at ")
        line(process)
        with serial.Serial(path) as port:
            port.write(b"\x1b@A\n\x1dV\x00")
        assert line(process).startswith("slip 1: ")


def test_strict_ends_at_the_first_complaint(tmp_path: Path) -> None:
    with simulator("--tcp", "0", "--strict", "--out", str(tmp_path)) as process:
        host, port = line(process).removeprefix("printer at ").split(":")
        line(process)
        with socket.create_connection((host, int(port))) as client:
            client.sendall(b"\x07")
            assert line(process) == "complaint: unknown command UNKNOWN 07"
        assert process.wait(timeout=5) == 1


def test_help_says_it_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert all(option in said for option in ("--tcp", "--pty", "--columns", "--out", "--strict"))
