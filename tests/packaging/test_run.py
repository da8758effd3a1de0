"""`make run` and what it does on a machine without a display."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("会员")
label.setStyleSheet("background: #3366cc")
label.showMaximized()
app.exec()
"""

needs_xvfb = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("openbox")), reason="Xvfb or openbox is not installed"
)


def run_headless(picture: Path, *command: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "packaging" / "run_headless.py"
    return subprocess.run(
        [sys.executable, str(script), "--screenshot", str(picture), "--timeout", "60", "--", *command],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_run_without_a_display_says_so_in_one_line() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    refused = subprocess.run(["make", "run"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    (line,) = [line for line in refused.stderr.splitlines() if not line.startswith("make")]
    assert "no display" in line
    assert "make run-headless" in line


@pytest.mark.x11
@needs_xvfb
def test_a_painted_window_is_photographed(tmp_path: Path) -> None:
    picture = tmp_path / "shots" / "window.png"
    done = run_headless(picture, sys.executable, "-c", WINDOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(picture)
    with Image.open(picture) as image:
        assert image.size == (1366, 768)
        assert image.convert("RGB").getpixel((1000, 300)) == (0x33, 0x66, 0xCC)


@pytest.mark.x11
@needs_xvfb
def test_a_program_that_falls_over_is_no_picture(tmp_path: Path) -> None:
    done = run_headless(tmp_path / "none.png", sys.executable, "-c", "raise SystemExit(3)")
    assert done.returncode == 1
    assert "the program ended with 3" in done.stderr
    assert not (tmp_path / "none.png").exists()
