"""Head office for many tills at once: lines that rest, and files for them."""

import subprocess
import sys

import pytest

from app.bootstrap.sync import LISTEN_MS
from sync.office.cli.serve import KEPT_SECONDS

# In a process of its own: a limit that was lowered is nobody else's.
_WITH_FEW = """
import resource
from sync.office.cli.machine import open_many_files
resource.setrlimit(resource.RLIMIT_NOFILE, (200, 3000))
open_many_files()
print(*resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def test_a_line_rests_for_longer_than_a_till_is_silent() -> None:
    assert KEPT_SECONDS * 1000 >= 2 * LISTEN_MS


@pytest.mark.skipif(sys.platform == "win32", reason="counts no files")
def test_as_many_files_are_opened_as_the_system_lets_it() -> None:
    said = subprocess.run([sys.executable, "-c", _WITH_FEW], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["3000", "3000"]
