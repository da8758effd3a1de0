"""python-escpos, kept tidy."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys, tempfile
from pathlib import Path
from app.devices.printer.builder import command_builder
builder = command_builder(Path(sys.argv[1]))
builder.cashdraw(2)
builder.qr("x", ec=1, size=3, model=2, native=True)
builder.cut(mode="PART", feed=False)
assert builder.output.startswith(b"\\x1bp\\x00"), builder.output
assert builder.output.endswith(b"\\x1dVB\\x00"), builder.output
assert command_builder(Path(sys.argv[1])).output == b""
"""


def test_its_import_leaves_nothing_but_its_cache(tmp_path: Path) -> None:
    cache, scratch = tmp_path / "cache", tmp_path / "scratch"
    scratch.mkdir()
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(cache)],
            cwd=Path(__file__).parents[4],
            env={"TMPDIR": str(scratch), "PATH": "/usr/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (run.returncode, run.stdout) == (0, ""), run.stderr
    assert [path.suffix for path in cache.iterdir()] == [".pickle"]
    assert cache.stat().st_mode & 0o777 == 0o700
    assert list(scratch.iterdir()) == []
