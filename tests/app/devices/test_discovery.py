"""Listing what is plugged in."""

import os
import sys
from pathlib import Path

import pytest
from serial.tools.list_ports_common import ListPortInfo

from app.devices.discovery import PrinterFile, printer_files, printer_places, serial_ports
from app.ports.device_bench import SerialPort


def port(device: str, description: str = "n/a", vid: int | None = None) -> ListPortInfo:
    info = ListPortInfo(device)
    info.description = description
    info.vid = vid
    return info


def test_usb_ports_come_first_and_unknown_ones_have_no_description() -> None:
    found = [port("/dev/ttyS1"), port("/dev/ttyUSB0", "USB Scanner", 0x1A86), port("/dev/ttyS0")]
    assert serial_ports(found) == [
        SerialPort("/dev/ttyUSB0", "USB Scanner"),
        SerialPort("/dev/ttyS0"),
        SerialPort("/dev/ttyS1"),
    ]


def test_this_machine_can_be_asked() -> None:
    assert all(found.device for found in serial_ports())


def test_usb_printers_are_named_as_they_name_themselves(tmp_path: Path) -> None:
    devices, sysfs = tmp_path / "usb", tmp_path / "usbmisc"
    (sysfs / "lp0" / "device").mkdir(parents=True)
    (sysfs / "lp0" / "device" / "ieee1284_id").write_text("MFG:XPrinter;CMD:ESC/POS;MDL:XP-58;\n")
    devices.mkdir()
    for name in ("lp1", "lp0", "hiddev0"):
        (devices / name).touch()
    assert printer_files(devices, sysfs) == [
        PrinterFile(devices / "lp0", "XPrinter XP-58"),
        PrinterFile(devices / "lp1"),
    ]


def test_a_machine_without_usb_printers_has_none(tmp_path: Path) -> None:
    assert printer_files(tmp_path / "none") == []


def test_printers_are_found_where_the_system_keeps_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lpstat"
    program.write_text("#!/bin/sh\necho Receipts\necho Kitchen\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    found = [place.address for place in printer_places() if place.connection == "system"]
    assert found == (["Receipts", "Kitchen"] if sys.platform != "win32" else found)
